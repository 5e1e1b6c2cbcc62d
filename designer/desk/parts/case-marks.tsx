/** The short marks of a case: cards, returns, reworks, 督办, 挂起. Each has a word, none is colour alone. */
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { CaseSummary } from "../../../server/contract/types.ts";

export function CaseMarks({ of }: { readonly of: CaseSummary }) {
  const { t } = useTranslation("desk");
  return (
    <span className="gl-marks">
      {of.supervised && <Tag color="purple">{t("mark.supervised")}</Tag>}
      {of.cards.red > 0 && <Tag className="gl-card-red">{t("mark.red", { count: of.cards.red })}</Tag>}
      {of.cards.yellow > 0 && <Tag className="gl-card-yellow">{t("mark.yellow", { count: of.cards.yellow })}</Tag>}
      {of.returns > 0 && <Tag>{t("mark.returns", { count: of.returns })}</Tag>}
      {of.reworks > 0 && <Tag>{t("mark.reworks", { count: of.reworks })}</Tag>}
      {of.suspended && <Tag>{t("mark.suspended")}</Tag>}
    </span>
  );
}
