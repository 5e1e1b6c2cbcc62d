/** 办理: the submission is seen by the task's output mappings only; what they make goes up (decided.md 11). */
import type { Actor } from "../../model/actor.ts";
import type { CommandOf } from "../../model/command.ts";
import type { JsonObject } from "../../model/json.ts";
import type { Outcome, TaskState } from "../../model/state.ts";
import { isDelegateFinal } from "../delegation.ts";
import { rememberActor } from "../excludable.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { REJECTIONS } from "../problems.ts";
import type { Rejection, Run } from "../run.ts";
import { finishTask, sign, signaturesOn } from "../signatures.ts";
import { closeTask } from "../tasks.ts";
import type { CommandRule } from "./command-rule.ts";
import { missingTask, openTask } from "./open-task.ts";

export const completeTask: CommandRule<"completeTask"> = { isRefusedWhileSuspended: true, carryOut };

function carryOut(run: Run, { taskId, submission, actor }: CommandOf<"completeTask">): Rejection {
  const task = openTask(run, taskId);
  if (task === undefined) return missingTask(run, taskId);
  const refusal = refusalOf(task, actor) ?? unfinished(run, task);
  if (refusal !== undefined) return refusal;
  if (task.signing !== undefined) sign(run, task, saidIn(submission));
  else complete(run, task, submission);
  return undefined;
}

function complete(run: Run, task: TaskState, submission: JsonObject): void {
  const { id: taskId, tokenId, workedOn = [], owners = [], opinions } = task;
  closeTask(run, taskId, "completed");
  // What is done on somebody's behalf is his work too.
  rememberActor(run, tokenId, [...workedOn, ...owners]);
  finishTask(run, task, {
    visible: { submission, ...(opinions === undefined ? {} : { opinions: opinions.map((each) => ({ ...each })) }) },
    ...(run.actor.kind === "person" ? { by: run.actor.id } : {}),
  } satisfies Outcome);
}

function saidIn({ opinion, agrees }: JsonObject): Parameters<typeof sign>[2] {
  return {
    opinion: typeof opinion === "string" ? opinion : "",
    ...(typeof agrees === "boolean" ? { agrees } : {}),
  };
}

/** What has to happen before the task can be done: signatures added to it, its way back to who has delegated it. */
export function unfinished(run: Run, task: TaskState): Rejection {
  const missing = signaturesOn(run, task).length;
  if (missing > 0) return OFFICE_REJECTIONS.awaitsSigners(missing);
  return task.owners !== undefined && !isDelegateFinal(run, task) ? OFFICE_REJECTIONS.taskDelegated() : undefined;
}

/** Who may not act on this task at all. */
export function refusalOf(task: TaskState, actor: Actor): Rejection {
  if (task.excludedActors?.includes(actor.id)) return REJECTIONS.actorExcluded(task.elementId);
  const isOthers = task.assignee !== undefined && actor.kind === "person" && actor.id !== task.assignee;
  return isOthers ? REJECTIONS.taskNotYours() : undefined;
}
