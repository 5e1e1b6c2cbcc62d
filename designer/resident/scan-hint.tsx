/** Without a code nobody can be told: how to get one. */
import { useTranslation } from "react-i18next";
import { Icon } from "../ui/icons.tsx";
import { Frame } from "./frame.tsx";
import { MyReports } from "./report/my-reports.tsx";

export function ScanHint() {
  const { t } = useTranslation("resident");
  return (
    <Frame title={t("scan.title")}>
      <section className="g-card r-hint">
        <Icon name="scan" size={48} />
        <p>{t("scan.lead")}</p>
        <p className="g-muted g-small">{t("scan.hint")}</p>
      </section>
      <MyReports />
    </Frame>
  );
}
