/** 转办: another person, or other groups whose people may then claim it. */
import type { CommandOf } from "../../model/command.ts";
import { REJECTIONS } from "../problems.ts";
import type { Rejection, Run } from "../run.ts";
import { changeTask } from "../tasks.ts";
import type { CommandRule } from "./command-rule.ts";
import { missingTask, openTask } from "./open-task.ts";

export const transferTask: CommandRule<"transferTask"> = { carryOut };

function carryOut(run: Run, command: CommandOf<"transferTask">): Rejection {
  const open = openTask(run, command.taskId);
  if (open === undefined) return missingTask(run, command.taskId);
  const { assignee, candidateGroups = [], reason } = command;
  if (assignee === undefined && candidateGroups.length === 0) return REJECTIONS.transferNowhere();
  if (assignee !== undefined && open.excludedActors?.includes(assignee))
    return REJECTIONS.actorExcluded(open.elementId);
  const { assignee: _, candidateUsers, ...task } = open;
  const candidates = candidateGroups.length > 0 ? { candidateGroups } : candidateUsers && { candidateUsers };
  const given = { ...task, ...candidates, isTaken: true, ...(assignee === undefined ? {} : { assignee }) } as const;
  changeTask(run, given, "transferred", reason);
  return undefined;
}
