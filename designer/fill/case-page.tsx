/** How a case goes on, in plain words, for who found it and for everybody who works on it. */
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { CaseDetail, TaskSummary } from "../../server/contract/types.ts";
import { sayWhen } from "../app/dates.ts";
import { FailureNote } from "../app/failure-note.tsx";
import { currentLanguage, say } from "../app/i18n.ts";
import { useNow } from "../app/now.ts";
import { useSession } from "../app/session.ts";
import { DeadlineBar } from "../ui/deadline-badge.tsx";
import { Icon } from "../ui/icons.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { CaseFacts } from "./parts/case-facts.tsx";
import { Page } from "./parts/page.tsx";
import { Timeline } from "./parts/timeline.tsx";
import { useCase } from "./queries.ts";
import { EarlierRecords } from "./task/earlier-records.tsx";

function Waiting({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation("fill");
  const now = useNow();
  const { data: session } = useSession();
  if (detail.waits.length === 0) return null;
  const groups = new Set(session?.grants.map((grant) => `${grant.unit}/${grant.role}`));
  const isMine = (task: TaskSummary): boolean =>
    task.assignee === undefined
      ? task.candidates.some((one) => groups.has(one))
      : task.assignee.id === session?.person.id;
  return (
    <section className="g-card">
      <h2>{t("case.waiting")}</h2>
      <ul className="m-plain">
        {detail.waits.map((wait) => (
          <li key={`${wait.elementId} ${wait.kind}`}>
            {currentLanguage() === "en" ? wait.en : wait.zh}
            <span className="g-small g-muted"> {t("case.since", { when: sayWhen(wait.since, now) })}</span>
          </li>
        ))}
      </ul>
      {detail.openTasks.filter(isMine).map((task) => (
        <Link key={task.id} className="g-button small" to={`/m/tasks/${task.street}/${encodeURIComponent(task.id)}`}>
          {task.name}
          <Icon name="next" size={18} />
        </Link>
      ))}
    </section>
  );
}

function Supervisions({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation("fill");
  const now = useNow();
  const all = detail.supervisions ?? [];
  if (all.length === 0) return null;
  return (
    <section className="g-card">
      <h2>{t("case.supervisions")}</h2>
      <ul className="m-plain">
        {all.map((one) => (
          <li key={one.id}>
            <strong>{one.requirement}</strong>
            <span className="g-small g-muted">
              {one.by.name} · {sayWhen(one.at, now)}
            </span>
            <span>{one.reply === undefined ? t("case.noReply") : t("case.reply", { text: one.reply })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CaseBody({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation("fill");
  const { deadline, stateTitle, number, closedAt } = detail.summary;
  return (
    <>
      <p className="m-case-state">
        <span className="g-badge teal">{say(stateTitle)}</span> {number}
      </p>
      {deadline !== undefined && <DeadlineBar deadline={deadline} say={say} isOver={closedAt !== undefined} />}
      <Waiting detail={detail} />
      <CaseFacts detail={detail} />
      <Supervisions detail={detail} />
      <section className="g-card">
        <h2>{t("case.timeline")}</h2>
        <Timeline entries={detail.timeline} />
      </section>
      <EarlierRecords detail={detail} />
    </>
  );
}

export function CasePage() {
  const { t } = useTranslation("fill");
  const { id = "" } = useParams();
  const found = useCase(id);
  return (
    <Page title={t("case.title")} back="/m/tasks?view=mine">
      {found.isPending && <Skeleton label={t("loading")} lines={4} tall />}
      {found.isError && <FailureNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && <CaseBody detail={found.data} />}
    </Page>
  );
}
