/** An added signer has his say (加签办理). */
import type { CommandOf } from "../../model/command.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import type { Rejection, Run } from "../run.ts";
import { sign } from "../signatures.ts";
import type { CommandRule } from "./command-rule.ts";
import { refusalOf, unfinished } from "./complete-task.ts";
import { missingTask, openTask } from "./open-task.ts";

export const signTask: CommandRule<"signTask"> = { isRefusedWhileSuspended: true, carryOut };

function carryOut(run: Run, { taskId, opinion, agrees, actor }: CommandOf<"signTask">): Rejection {
  const task = openTask(run, taskId);
  if (task === undefined) return missingTask(run, taskId);
  if (task.signing === undefined) return OFFICE_REJECTIONS.taskNotSigning();
  const refusal = refusalOf(task, actor) ?? unfinished(run, task);
  if (refusal !== undefined) return refusal;
  sign(run, task, { opinion, ...(agrees === undefined ? {} : { agrees }) });
  return undefined;
}
