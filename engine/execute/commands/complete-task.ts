/** 办理: the submission is seen by the task's output mappings only; what they make goes up (decided.md 11). */
import type { Actor } from "../../model/actor.ts";
import type { CommandOf } from "../../model/command.ts";
import type { ProcessDefinition } from "../../model/process.ts";
import type { TaskState } from "../../model/state.ts";
import { REJECTIONS } from "../problems.ts";
import { processOf, tokenAt } from "../read-state.ts";
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
  const isRemembered = excludableOf(run, task).has(task.elementId) && actor.kind !== "system";
  closeTask(run, taskId, "completed");
  run.leave(task.tokenId, { visible: { submission }, ...(isRemembered ? { completedBy: actor.id } : {}) });
  return undefined;
}

/** Who may not act on this task at all. */
export function refusalOf(task: TaskState, actor: Actor): Rejection {
  if (task.excludedActors?.includes(actor.id)) return REJECTIONS.actorExcluded(task.elementId);
  const isOthers = task.assignee !== undefined && actor.kind === "person" && actor.id !== task.assignee;
  return isOthers ? REJECTIONS.taskNotYours() : undefined;
}

const excludable = new WeakMap<ProcessDefinition, ReadonlySet<string>>();

/** Elements that some `gl:excludeActorOf` of the process names; nobody else's actor is remembered. */
function excludableOf(run: Run, task: TaskState): ReadonlySet<string> {
  const process = processOf(run.bundle, run.state, tokenAt(run.state, task.tokenId)?.scopeId ?? "");
  const known = excludable.get(process);
  if (known !== undefined) return known;
  const nodes = Object.values(process.nodes);
  const named = new Set(nodes.flatMap((node) => (node.kind === "userTask" ? node.excludeActorOf : [])));
  excludable.set(process, named);
  return named;
}
