/** 加签: a signature that nobody has drawn, before the task (it waits) or after it (the way on waits); signers add signers. */
import type { CommandOf } from "../../model/command.ts";
import type { LaterSigner } from "../../model/office.ts";
import type { TaskState } from "../../model/state.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { REJECTIONS } from "../problems.ts";
import type { Rejection, Run } from "../run.ts";
import { askSigner, signaturesOn, signerOf } from "../signatures.ts";
import { changeTask } from "../tasks.ts";
import type { CommandRule } from "./command-rule.ts";
import { refusalOf } from "./complete-task.ts";
import { missingTask, openTask } from "./open-task.ts";

export const addSigner: CommandRule<"addSigner"> = { isRefusedWhileSuspended: true, carryOut };

function carryOut(run: Run, command: CommandOf<"addSigner">): Rejection {
  const task = openTask(run, command.taskId);
  if (task === undefined) return missingTask(run, command.taskId);
  const refusal = refusalOf(task, command.actor) ?? signerRefusal(run, task, command);
  if (refusal !== undefined) return refusal;
  const { place, reason, actor } = command;
  const { id: taskId, elementId } = task;
  const signer = signerOf(command);
  const added: LaterSigner = { ...signer, addedBy: actor.id };
  run.emit({ type: "signerAdded", taskId, elementId, place, signer, reason });
  if (place === "before") {
    askSigner(run, task, added, { taskId, place, addedBy: actor.id });
    if (task.isTaken !== true) changeTask(run, { ...task, isTaken: true }, "marked");
  } else {
    changeTask(run, { ...task, isTaken: true, laterSigners: [...(task.laterSigners ?? []), added] }, "marked");
  }
  return undefined;
}

function signerRefusal(run: Run, task: TaskState, command: CommandOf<"addSigner">): Rejection {
  const { assignee, candidateGroups = [], actor, place } = command;
  if (assignee === undefined && candidateGroups.length === 0) return OFFICE_REJECTIONS.signerNobody();
  if (assignee === undefined) return undefined;
  if (assignee === task.assignee || assignee === actor.id) return OFFICE_REJECTIONS.signerSelf();
  if (task.excludedActors?.includes(assignee)) return REJECTIONS.actorExcluded(task.elementId);
  const asked = place === "before" ? signaturesOn(run, task) : (task.laterSigners ?? []);
  return asked.some((other) => other.assignee === assignee) ? OFFICE_REJECTIONS.signerTwice() : undefined;
}
