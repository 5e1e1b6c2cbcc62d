/** An address that names nothing: says so and leads back to the work. */
import { useTranslation } from "react-i18next";
import { LinkButton } from "./link-button.tsx";

export function LostPage() {
  const { t } = useTranslation("desk");
  return (
    <div className="gl-lost">
      <h1>{t("lost.words")}</h1>
      <p className="gl-quiet">{t("lost.hint")}</p>
      <LinkButton to="/desk" type="primary">
        {t("module.inbox")}
      </LinkButton>
    </div>
  );
}
