/** A claimed task goes back to its candidates, as if nobody had taken it up. */
import type { CommandOf } from "../../model/command.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { REJECTIONS } from "../problems.ts";
import type { Rejection, Run } from "../run.ts";
import { changeTask } from "../tasks.ts";
import type { CommandRule } from "./command-rule.ts";
import { missingTask, openTask } from "./open-task.ts";

export const releaseTask: CommandRule<"releaseTask"> = { carryOut };

function carryOut(run: Run, { taskId }: CommandOf<"releaseTask">): Rejection {
  const open = openTask(run, taskId);
  if (open === undefined) return missingTask(run, taskId);
  const { assignee, isTaken: _, ...task } = open;
  if (assignee === undefined) return REJECTIONS.taskNotClaimed();
  if (task.owners !== undefined) return OFFICE_REJECTIONS.taskDelegated();
  if ((task.candidateGroups ?? task.candidateUsers) === undefined) return REJECTIONS.releaseNowhere();
  changeTask(run, task, "released");
  return undefined;
}
