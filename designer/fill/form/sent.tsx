/** After sending: the number, to whom it went and until when; what a patrol raised; and the one next step. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CaseSummary, Form, SubmissionAccepted } from "../../../server/contract/types.ts";
import { sayWhen } from "../../app/dates.ts";
import { say } from "../../app/i18n.ts";
import { useNow } from "../../app/now.ts";
import { DeadlineBadge } from "../../ui/deadline-badge.tsx";
import { Icon } from "../../ui/icons.tsx";
import { CaseLine } from "../parts/case-line.tsx";
import { Page } from "../parts/page.tsx";

interface SentProps {
  readonly form: Form;
  readonly accepted: SubmissionAccepted;
  readonly onAgain: () => void;
}

function CaseFacts({ one }: { readonly one: CaseSummary }) {
  const { t } = useTranslation("fill");
  return (
    <dl className="g-facts">
      <div>
        <dt>{t("sent.number")}</dt>
        <dd>
          <strong>{one.number}</strong>
        </dd>
      </div>
      <div>
        <dt>{t("sent.to")}</dt>
        <dd>{one.leadTitle === undefined ? t("sent.toDispatcher") : t("sent.toUnit", { unit: say(one.leadTitle) })}</dd>
      </div>
      {one.deadline !== undefined && (
        <div>
          <dt>{t("sent.due")}</dt>
          <dd>
            <DeadlineBadge deadline={one.deadline} say={say} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t("sent.state")}</dt>
        <dd>{say(one.stateTitle)}</dd>
      </div>
    </dl>
  );
}

function Raised({ accepted, form }: { readonly accepted: SubmissionAccepted; readonly form: Form }) {
  const { t } = useTranslation("fill");
  const now = useNow();
  const isPatrol = JSON.stringify(form.uiSchema).includes('"checklist"');
  if (accepted.raised.length === 0) return isPatrol ? <p>{t("sent.nothingRaised")}</p> : null;
  return (
    <>
      <h2>{t("sent.raised", { count: accepted.raised.length })}</h2>
      <ul className="m-lines">
        {accepted.raised.map((one) => (
          <CaseLine
            key={one.id}
            to={`/m/cases/${one.id}`}
            summary={one}
            deadline={one.deadline}
            when={t("lists.opened", { when: sayWhen(one.openedAt, now) })}
          />
        ))}
      </ul>
    </>
  );
}

export function Sent({ form, accepted, onAgain }: SentProps) {
  const { t } = useTranslation("fill");
  const now = useNow();
  const title = accepted.case === undefined ? t("sent.formTitle") : t("sent.title");
  return (
    <Page title={title} back="/m">
      <section className="g-card m-sent" role="status">
        <span className="m-sent-sign">
          <Icon name="check" size={36} />
        </span>
        <h2>{title}</h2>
        {accepted.repeated && <p>{t("sent.repeated")}</p>}
        {accepted.case === undefined && <p>{t("sent.recorded", { when: sayWhen(accepted.acceptedAt, now) })}</p>}
        {accepted.case !== undefined && <CaseFacts one={accepted.case} />}
      </section>
      <Raised accepted={accepted} form={form} />
      <div className="m-stack">
        {accepted.case !== undefined && (
          <Link className="g-button primary wide" to={`/m/cases/${accepted.case.id}`}>
            {t("sent.progress")}
          </Link>
        )}
        <button type="button" className="g-button wide" onClick={onAgain}>
          {accepted.case === undefined ? t("sent.againForm") : t("sent.again")}
        </button>
        <Link className="g-button wide" to="/m">
          {t("sent.home")}
        </Link>
      </div>
    </Page>
  );
}
