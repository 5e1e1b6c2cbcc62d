/** A case or task in a list: what, where, how long still; everything a thumb needs to decide. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CaseSummary, Deadline } from "../../../server/contract/types.ts";
import { say } from "../../app/i18n.ts";
import { DeadlineBadge } from "../../ui/deadline-badge.tsx";

interface CaseLineProps {
  readonly to: string;
  /** What is to be done; absent in lists of cases. */
  readonly task?: string;
  readonly summary: CaseSummary;
  readonly deadline: Deadline | undefined;
  readonly when: string;
}

function Marks({ summary }: { readonly summary: CaseSummary }) {
  const { t } = useTranslation("fill");
  return (
    <>
      {summary.supervised && <span className="g-badge blue">{t("lists.supervised")}</span>}
      {summary.suspended && <span className="g-badge">{t("lists.suspended")}</span>}
      {summary.cards.red > 0 && <span className="g-badge red">{t("lists.red", { count: summary.cards.red })}</span>}
      {summary.cards.yellow > 0 && (
        <span className="g-badge yellow">{t("lists.yellow", { count: summary.cards.yellow })}</span>
      )}
      {summary.returns > 0 && <span className="g-badge">{t("lists.returns", { count: summary.returns })}</span>}
      {summary.reworks > 0 && <span className="g-badge">{t("lists.reworks", { count: summary.reworks })}</span>}
    </>
  );
}

export function CaseLine({ to, task, summary, deadline, when }: CaseLineProps) {
  return (
    <li>
      <Link to={to} className={`m-line ${deadline?.light ?? ""}`}>
        <span className="m-line-head">
          <strong>{summary.title}</strong>
          <span className="g-badge teal">{task ?? say(summary.stateTitle)}</span>
        </span>
        <span className="m-line-where">{summary.address}</span>
        <span className="m-line-marks">
          {deadline !== undefined && (
            <DeadlineBadge deadline={deadline} say={say} isOver={summary.closedAt !== undefined} />
          )}
          <Marks summary={summary} />
        </span>
        <span className="g-small g-muted">
          {summary.number} · {when}
        </span>
      </Link>
    </li>
  );
}
