/** 处理: what was reported, what is asked of whom now, and the form for those who may fill it. */
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { CaseDetail } from "../../../server/contract/types.ts";
import { ResidentCard } from "../resident/resident-card.tsx";
import { WaitList } from "../parts/wait-list.tsx";
import { sayWhen } from "../../app/dates.ts";
import { recordsOf } from "../../app/last-record.ts";
import { useNow } from "../../app/now.ts";
import { SubmissionCard } from "../parts/submission-card.tsx";
import { Thumbs } from "./thumbs.tsx";
import { Supervisions } from "./supervisions.tsx";
import { TaskPanel } from "./task-panel.tsx";

export function WorkTab({ detail }: { readonly detail: CaseDetail }) {
  const [params] = useSearchParams();
  const asked = params.get("task");
  // The task one came for stands first; the others follow in the order they arose.
  const tasks = [...detail.openTasks].sort((a, b) => Number(b.id === asked) - Number(a.id === asked));
  return (
    <div className="gl-work">
      <Report detail={detail} />
      <ResidentCard detail={detail} />
      <Supervisions detail={detail} />
      <StepBefore detail={detail} />
      {tasks.map((task) => (
        <TaskPanel key={task.id} summary={task} detail={detail} />
      ))}
      {tasks.length === 0 && <Waiting detail={detail} />}
    </div>
  );
}

function Report({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation("desk");
  const now = useNow();
  return (
    <section className="gl-card">
      <h2>{t("work.reported")}</h2>
      <p className="gl-description">{detail.description}</p>
      <p className="gl-quiet">
        {t("work.by", { name: detail.reporter.name, when: sayWhen(detail.summary.openedAt, now) })}
        {detail.place !== undefined && ` · ${detail.place.name} · ${detail.place.code}`}
      </p>
      <Thumbs files={detail.report?.attachments ?? []} limit={9} />
    </section>
  );
}

/** What was written last, such as why it was returned or what the check found: who acts now must not look for it. */
function StepBefore({ detail }: { readonly detail: CaseDetail }) {
  const last = recordsOf(detail).at(-1);
  if (last === undefined || detail.openTasks.length === 0) return null;
  return <SubmissionCard submission={last} street={detail.summary.street} />;
}

/** No human step is open: closed, or the flow waits for a clock or a message. */
function Waiting({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation("desk");
  if (detail.waits.length === 0) return <p className="gl-card gl-quiet">{t("work.nothing")}</p>;
  return (
    <section className="gl-card">
      <h2>{t("waits.title")}</h2>
      <WaitList waits={detail.waits} />
    </section>
  );
}
