/** One open task: who has it, what he is asked, the form if it is for me, and 认领, 退回, 转办. */
import { UserAddOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import type { CaseDetail, CommandDone, Task, TaskSummary } from "../../../server/contract/types.ts";
import { api, ApiError } from "../../app/api.ts";
import { ClockWords } from "../parts/clock-words.tsx";
import { Failure } from "../parts/failure.tsx";
import { useSayStep } from "../parts/use-say-step.ts";
import { useSayWait } from "../parts/use-say-wait.ts";
import { useCasesChanged, useTask } from "../parts/queries.ts";
import { CommandBar } from "./command-bar.tsx";
import { useSayDone } from "./command-dialog.tsx";
import { allowedOnTask } from "./commands.ts";
import { ConflictNote } from "./conflict-note.tsx";
import { TaskForm } from "./task-form.tsx";

interface TaskPanelProps {
  readonly summary: TaskSummary;
  readonly detail: CaseDetail;
}

export function TaskPanel({ summary, detail }: TaskPanelProps) {
  const sayStep = useSayStep();
  const task = useTask(summary.street, summary.id);
  const notMine = task.error instanceof ApiError && [403, 404].includes(task.error.status);
  return (
    <section className="gl-card gl-task" aria-labelledby={`task-${summary.id}`}>
      <header>
        <h2 id={`task-${summary.id}`}>{sayStep(summary.name)}</h2>
        <ClockWords deadline={summary.deadline} of={detail.summary} />
      </header>
      <Holder summary={summary} detail={detail} />
      {task.isPending && <Skeleton active />}
      {task.isError && !notMine && <Failure error={task.error} retry={() => void task.refetch()} />}
      {task.data !== undefined && <MyTask task={task.data} detail={detail} reload={() => void task.refetch()} />}
    </section>
  );
}

/** "等待 南苑街道城管 签收，自 …": the engine's own words where it gave them. */
function Holder({ summary, detail }: TaskPanelProps) {
  const { t } = useTranslation("desk");
  const wait = detail.waits.find(
    (each) => each.kind === "task" && (each.zh.includes(summary.name) || detail.openTasks.length === 1),
  );
  const sayWait = useSayWait();
  if (wait !== undefined) return <p className="gl-quiet">{sayWait(wait)}</p>;
  return (
    <p className="gl-quiet">
      {summary.assignee === undefined ? t("work.unclaimed") : t("work.heldBy", { name: summary.assignee.name })}
    </p>
  );
}

interface MyTaskProps {
  readonly task: Task;
  readonly detail: CaseDetail;
  readonly reload: () => void;
}

function MyTask({ task, detail, reload }: MyTaskProps) {
  const { t } = useTranslation("desk");
  const others = allowedOnTask(task);
  const canComplete = task.actions.includes("complete");
  if (task.actions.length === 0) return <p className="gl-quiet">{t("work.watching")}</p>;
  return (
    <>
      {canComplete && <TaskForm task={task} detail={detail} reload={reload} />}
      <div className="gl-task-foot">
        {task.actions.includes("claim") && <ClaimButton task={task} primary={!canComplete} />}
        <CommandBar specs={others} target={{ detail, task }} />
      </div>
    </>
  );
}

function ClaimButton({ task, primary }: { readonly task: Task; readonly primary: boolean }) {
  const { t } = useTranslation("desk");
  const casesChanged = useCasesChanged();
  const sayDone = useSayDone();
  const claim = useMutation({
    mutationFn: () =>
      api.post<CommandDone>(`/tasks/${encodeURIComponent(task.task.street)}/${encodeURIComponent(task.task.id)}/claim`),
    onSuccess: async (done) => {
      sayDone(done);
      await casesChanged();
    },
  });
  return (
    <>
      <Button
        type={primary ? "primary" : "default"}
        icon={<UserAddOutlined aria-hidden />}
        loading={claim.isPending}
        onClick={() => claim.mutate()}
      >
        {t("work.claim")}
      </Button>
      {claim.isError && <ConflictNote error={claim.error} reload={() => void casesChanged()} />}
    </>
  );
}
