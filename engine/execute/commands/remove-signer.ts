/** 减签: an added signature is no longer asked for, with all that were added to it. */
import type { CommandOf } from "../../model/command.ts";
import type { LaterSigner } from "../../model/office.ts";
import type { TaskState } from "../../model/state.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { taskAt } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { leaveWhenSigned, signaturesOn, signerOf } from "../signatures.ts";
import { changeTask, closeTask } from "../tasks.ts";
import type { CommandRule } from "./command-rule.ts";
import { refusalOf } from "./complete-task.ts";
import { missingTask, openTask } from "./open-task.ts";

export const removeSigner: CommandRule<"removeSigner"> = { isRefusedWhileSuspended: true, carryOut };

function carryOut(run: Run, command: CommandOf<"removeSigner">): Rejection {
  const task = openTask(run, command.taskId);
  if (task === undefined) return missingTask(run, command.taskId);
  return command.signer === undefined ? takeAway(run, task, command) : strikeOff(run, task, command.signer, command);
}

type Asked = Pick<CommandOf<"removeSigner">, "actor" | "reason">;

/** A signature that is being asked for. */
function takeAway(run: Run, task: TaskState, { actor, reason }: Asked): Rejection {
  const { signing } = task;
  if (signing === undefined) return OFFICE_REJECTIONS.taskNotSigning();
  const owner = taskAt(run.state, signing.taskId)?.assignee;
  const isTheirs = actor.kind !== "person" || actor.id === signing.addedBy || actor.id === owner;
  if (!isTheirs) return OFFICE_REJECTIONS.signerNotYours();
  tellRemoved(run, task, signing.taskId, task, reason);
  closeWithAdded(run, task, reason);
  leaveWhenSigned(run, task);
  return undefined;
}

function closeWithAdded(run: Run, task: TaskState, reason: string): void {
  for (const added of signaturesOn(run, task)) closeWithAdded(run, added, reason);
  closeTask(run, task.id, "cancelled", reason);
}

/** One that would be asked for when the task is done. */
function strikeOff(run: Run, task: TaskState, signer: string, { actor, reason }: Asked): Rejection {
  const refusal = refusalOf(task, actor);
  if (refusal !== undefined) return refusal;
  const { laterSigners = [], ...others } = task;
  const struck = laterSigners.find((other) => isNamed(other, signer));
  if (struck === undefined) return OFFICE_REJECTIONS.signerUnknown();
  tellRemoved(run, task, task.id, struck, reason);
  const left = laterSigners.filter((other) => other !== struck);
  changeTask(run, left.length === 0 ? others : { ...others, laterSigners: left }, "marked");
  return undefined;
}

function isNamed({ assignee, candidateGroups = [] }: LaterSigner, name: string): boolean {
  return assignee === name || candidateGroups.includes(name);
}

function tellRemoved(
  run: Run,
  { elementId }: TaskState,
  taskId: string,
  signer: Parameters<typeof signerOf>[0],
  reason: string,
): void {
  run.emit({ type: "signerRemoved", taskId, elementId, signer: signerOf(signer), reason });
}
