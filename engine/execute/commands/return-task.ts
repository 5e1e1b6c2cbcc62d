/** 交回: the delegate gives the task back with his opinion; an owner calls it back (收回委托). */
import type { CommandOf } from "../../model/command.ts";
import type { Opinion } from "../../model/office.ts";
import type { TaskState } from "../../model/state.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { REJECTIONS } from "../problems.ts";
import type { Rejection, Run } from "../run.ts";
import { changeTask } from "../tasks.ts";
import type { CommandRule } from "./command-rule.ts";
import { missingTask, openTask } from "./open-task.ts";

export const returnTask: CommandRule<"returnTask"> = { isRefusedWhileSuspended: true, carryOut };

function carryOut(run: Run, { taskId, opinion = "", actor }: CommandOf<"returnTask">): Rejection {
  const task = openTask(run, taskId);
  if (task === undefined) return missingTask(run, taskId);
  const { owners, assignee } = task;
  if (owners === undefined) return OFFICE_REJECTIONS.taskNotDelegated();
  const at = owners.indexOf(actor.id);
  const isDelegate = actor.kind !== "person" || actor.id === assignee;
  if (!isDelegate && at === -1) return REJECTIONS.taskNotYours();
  const place = isDelegate ? owners.length - 1 : at;
  const worked = isDelegate && assignee !== undefined ? withOpinion(run, task, assignee, opinion) : task;
  giveBack(run, worked, owners[place] ?? "", owners.slice(0, place));
  return undefined;
}

function withOpinion(run: Run, task: TaskState, by: string, text: string): TaskState {
  const workedOn = [...new Set([...(task.workedOn ?? []), by])];
  if (text === "") return { ...task, workedOn };
  const opinion: Opinion = { by, at: run.now, opinion: text };
  const { id: taskId, elementId } = task;
  run.emit({ type: "opinionGiven", taskId, elementId, as: "delegate", opinion });
  return { ...task, workedOn, opinions: [...(task.opinions ?? []), opinion] };
}

function giveBack(run: Run, delegated: TaskState, assignee: string, owners: readonly string[]): void {
  const { owners: _, ...task } = delegated;
  changeTask(run, { ...task, assignee, ...(owners.length === 0 ? {} : { owners }) }, "returned");
}
