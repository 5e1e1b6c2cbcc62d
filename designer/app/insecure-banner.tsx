/** On http addresses other than localhost browsers switch off camera, position and storage: say what still works. */
import { useTranslation } from "react-i18next";
import { Icon } from "../ui/icons.tsx";
import "./words.ts";

export function InsecureBanner() {
  const { t } = useTranslation("app");
  if (window.isSecureContext) return null;
  return (
    <aside className="g-note yellow" aria-label={t("insecure.title")}>
      <Icon name="warning" size={20} />
      <div>
        <p>
          <strong>{t("insecure.title")}</strong>
        </p>
        <p>{t("insecure.off")}</p>
        <p>{t("insecure.works")}</p>
        <p className="g-small g-muted">{t("insecure.fix")}</p>
      </div>
    </aside>
  );
}
