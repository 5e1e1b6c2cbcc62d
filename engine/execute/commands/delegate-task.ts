/** 委托: somebody else works on the task; who had it stays its owner and gets it back. A delegate may delegate again. */
import type { CommandOf } from "../../model/command.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { REJECTIONS } from "../problems.ts";
import type { Rejection, Run } from "../run.ts";
import { changeTask } from "../tasks.ts";
import type { CommandRule } from "./command-rule.ts";
import { refusalOf } from "./complete-task.ts";
import { missingTask, openTask } from "./open-task.ts";

export const delegateTask: CommandRule<"delegateTask"> = { isRefusedWhileSuspended: true, carryOut };

function carryOut(run: Run, { taskId, assignee, reason, actor }: CommandOf<"delegateTask">): Rejection {
  const task = openTask(run, taskId);
  if (task === undefined) return missingTask(run, taskId);
  const refusal = refusalOf(task, actor);
  if (refusal !== undefined) return refusal;
  if (task.excludedActors?.includes(assignee)) return REJECTIONS.actorExcluded(task.elementId);
  // Delegating a task that nobody has taken takes it.
  const owner = task.assignee ?? (actor.kind === "person" ? actor.id : undefined);
  if (owner === undefined) return OFFICE_REJECTIONS.delegateByNobody();
  const owners = [...(task.owners ?? []), owner];
  if (owners.includes(assignee)) return OFFICE_REJECTIONS.delegateInChain();
  changeTask(run, { ...task, assignee, owners, isTaken: true }, "delegated", reason);
  return undefined;
}
