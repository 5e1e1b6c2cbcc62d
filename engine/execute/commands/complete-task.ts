/** 办理: the submission is seen by the task's output mappings only; what they make goes up (decided.md 11). */
import type { Actor } from "../../model/actor.ts";
import type { CommandOf } from "../../model/command.ts";
import type { TaskState } from "../../model/state.ts";
import { rememberActor } from "../excludable.ts";
import { REJECTIONS } from "../problems.ts";
import type { Rejection, Run } from "../run.ts";
import { closeTask } from "../tasks.ts";
import type { CommandRule } from "./command-rule.ts";
import { missingTask, openTask } from "./open-task.ts";

export const completeTask: CommandRule<"completeTask"> = { isRefusedWhileSuspended: true, carryOut };

function carryOut(run: Run, { taskId, submission, actor }: CommandOf<"completeTask">): Rejection {
  const task = openTask(run, taskId);
  if (task === undefined) return missingTask(run, taskId);
  const refusal = refusalOf(task, actor);
  if (refusal !== undefined) return refusal;
  closeTask(run, taskId, "completed");
  rememberActor(run, task.tokenId);
  run.leave(task.tokenId, { visible: { submission } });
  return undefined;
}

/** Who may not act on this task at all. */
export function refusalOf(task: TaskState, actor: Actor): Rejection {
  if (task.excludedActors?.includes(actor.id)) return REJECTIONS.actorExcluded(task.elementId);
  const isOthers = task.assignee !== undefined && actor.kind === "person" && actor.id !== task.assignee;
  return isOthers ? REJECTIONS.taskNotYours() : undefined;
}
