/** A task: what to do in one sentence, until when, the facts, the form, and at most two buttons with 更多. */
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { CommandDone, Task } from "../../../server/contract/types.ts";
import { FailureNote } from "../../app/failure-note.tsx";
import { say } from "../../app/i18n.ts";
import { DeadlineBar } from "../../ui/deadline-badge.tsx";
import { Icon } from "../../ui/icons.tsx";
import type { SheetDoor } from "../../ui/sheet.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { CaseFacts } from "../parts/case-facts.tsx";
import { Page } from "../parts/page.tsx";
import { useTask } from "../queries.ts";
import { Done } from "./done.tsx";
import { EarlierRecords } from "./earlier-records.tsx";
import { SendBackSheet } from "./send-back-sheet.tsx";
import { MoreSheet } from "./more-sheet.tsx";
import { TaskForm } from "./task-form.tsx";
import { TransferSheet } from "./transfer-sheet.tsx";
import { useClaim } from "./use-task-commands.ts";

/** Forms whose task has a sentence of its own; any other is told by the general one. */
const told = [
  "signFor",
  "disposal",
  "verification",
  "ownerDecision",
  "redispatch",
  "arbitration",
  "extensionApproval",
  "closureDecision",
  "levelHandling",
  "levelSupervision",
  "topLevelHandling",
] as const;

function useWhatToDo(task: Task): string {
  const { t } = useTranslation("fill");
  const key = told.find((one) => one === task.form?.key) ?? "other";
  if (task.task.completedAt !== undefined) return t("task.closedHint");
  return task.form === undefined ? t("task.noForm") : t(`task.what.${key}`);
}

interface BarProps {
  readonly task: Task;
  readonly formId: string;
  readonly isBusy: boolean;
  readonly onMore: () => void;
  readonly onDone: (done: CommandDone) => void;
}

function ActionBar({ task, formId, isBusy, onMore }: BarProps) {
  const { t } = useTranslation("fill");
  const claim = useClaim(task.task);
  const mayComplete = task.actions.includes("complete");
  const mayClaim = task.actions.includes("claim");
  return (
    <>
      <button type="button" className="g-button" onClick={onMore}>
        <Icon name="more" size={20} />
        {t("task.more")}
      </button>
      {mayComplete && (
        <button type="submit" form={formId} className="g-button primary" disabled={isBusy}>
          <Icon name="send" size={20} />
          {isBusy ? t("task.submitting") : t("task.submit")}
        </button>
      )}
      {!mayComplete && mayClaim && (
        <button type="button" className="g-button primary" disabled={claim.isPending} onClick={() => claim.mutate()}>
          {claim.isPending ? t("task.claiming") : t("task.claim")}
        </button>
      )}
    </>
  );
}

function OpenTask({ task, onDone }: { readonly task: Task; readonly onDone: (done: CommandDone) => void }) {
  const { t } = useTranslation("fill");
  const formId = useId();
  const [isBusy, setIsBusy] = useState(false);
  const more = useRef<SheetDoor>(null);
  const sendBack = useRef<SheetDoor>(null);
  const transfer = useRef<SheetDoor>(null);
  const what = useWhatToDo(task);
  const { summary } = task.case;
  const deadline = task.task.deadline ?? summary.deadline;
  const isOpen = task.task.completedAt === undefined;
  const mayComplete = isOpen && task.actions.includes("complete");
  return (
    <Page
      title={task.task.name}
      back="/m/tasks"
      bar={
        isOpen ? (
          <ActionBar task={task} formId={formId} isBusy={isBusy} onMore={() => more.current?.open()} onDone={onDone} />
        ) : undefined
      }
    >
      {isOpen && deadline !== undefined && <DeadlineBar deadline={deadline} say={say} />}
      <div className="g-note">
        <Icon name="info" size={20} />
        <p>{what}</p>
      </div>
      {isOpen && !mayComplete && (
        <p className="g-muted">{task.actions.includes("claim") ? t("task.claimFirst") : t("task.notYours")}</p>
      )}
      <CaseFacts detail={task.case} />
      <EarlierRecords detail={task.case} />
      {mayComplete && <TaskForm task={task} formId={formId} onBusy={setIsBusy} onDone={onDone} />}
      {!isOpen && (
        <Link className="g-button wide" to={`/m/cases/${summary.id}`}>
          {t("task.progress")}
        </Link>
      )}
      <MoreSheet
        ref={more}
        task={task}
        onSendBack={() => sendBack.current?.open()}
        onTransfer={() => transfer.current?.open()}
      />
      <SendBackSheet ref={sendBack} task={task} onDone={onDone} />
      <TransferSheet ref={transfer} task={task} onDone={onDone} />
    </Page>
  );
}

export function TaskPage() {
  const { t } = useTranslation("fill");
  const { street = "", id = "" } = useParams();
  const task = useTask(street, id);
  const [done, setDone] = useState<CommandDone>();
  if (done !== undefined) return <Done done={done} />;
  if (task.data !== undefined) return <OpenTask key={`${street}/${id}`} task={task.data} onDone={setDone} />;
  return (
    <Page title={t("loading")} back="/m/tasks">
      {task.isPending && <Skeleton label={t("loading")} lines={4} tall />}
      {task.isError && <FailureNote error={task.error} onRetry={() => void task.refetch()} />}
    </Page>
  );
}
