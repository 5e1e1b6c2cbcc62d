/** 签收: a person takes a task, or is given it by who may dispatch. Claiming twice by the same person changes nothing. */
import type { CommandOf } from "../../model/command.ts";
import { REJECTIONS } from "../problems.ts";
import type { Rejection, Run } from "../run.ts";
import { changeTask } from "../tasks.ts";
import type { CommandRule } from "./command-rule.ts";
import { missingTask, openTask } from "./open-task.ts";

export const claimTask: CommandRule<"claimTask"> = { carryOut };

function carryOut(run: Run, { taskId, assignee }: CommandOf<"claimTask">): Rejection {
  const task = openTask(run, taskId);
  if (task === undefined) return missingTask(run, taskId);
  if (task.excludedActors?.includes(assignee)) return REJECTIONS.actorExcluded(task.elementId);
  if (task.assignee === assignee) return undefined;
  if (task.assignee !== undefined) return REJECTIONS.taskClaimed();
  changeTask(run, { ...task, assignee, isTaken: true }, "claimed");
  return undefined;
}
