/** An address that names nothing: says so and leads back to the work. */
import { useTranslation } from "react-i18next";
import { LinkButton } from "./link-button.tsx";
import { Nothing } from "./nothing.tsx";

export function LostPage() {
  const { t } = useTranslation("desk");
  return (
    <Nothing
      words={t("lost.words")}
      hint={t("lost.hint")}
      next={
        <LinkButton to="/desk" type="primary">
          {t("module.inbox")}
        </LinkButton>
      }
    />
  );
}
