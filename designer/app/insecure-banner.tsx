/** On http addresses other than localhost browsers switch off camera, position and storage: say what still works. */
import { useTranslation } from "react-i18next";
import { Icon } from "../ui/icons.tsx";
import "./words.ts";

interface InsecureBannerProps {
  /** One line that can be opened, on pages where one works. */
  readonly folded?: boolean;
}

export function InsecureBanner({ folded = false }: InsecureBannerProps) {
  const { t } = useTranslation("app");
  if (window.isSecureContext) return null;
  return (
    <aside className="g-note yellow" aria-label={t("insecure.title")}>
      <Icon name="warning" size={20} />
      <details open={!folded}>
        <summary>
          <strong>{t("insecure.title")}</strong>
        </summary>
        <p>{t("insecure.off")}</p>
        <p>{t("insecure.works")}</p>
        <p className="g-small g-muted">{t("insecure.fix")}</p>
      </details>
    </aside>
  );
}
