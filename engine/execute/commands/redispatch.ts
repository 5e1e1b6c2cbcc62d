/** 改派: a supervisor gives tasks to somebody else, those named or all that a person has or owns (somebody is ill). */
import type { CommandOf } from "../../model/command.ts";
import type { TaskState } from "../../model/state.ts";
import { OFFICE_REJECTIONS } from "../office-problems.ts";
import { REJECTIONS } from "../problems.ts";
import { tasksOf } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { changeTask } from "../tasks.ts";
import type { CommandRule } from "./command-rule.ts";
import { missingTask, openTask } from "./open-task.ts";

export const redispatch: CommandRule<"redispatch"> = { carryOut };

function carryOut(run: Run, command: CommandOf<"redispatch">): Rejection {
  const { taskIds, from, assignee, candidateGroups = [], reason } = command;
  if (assignee === undefined && candidateGroups.length === 0) return REJECTIONS.transferNowhere();
  const missing = taskIds?.find((id) => openTask(run, id) === undefined);
  if (missing !== undefined) return missingTask(run, missing);
  const tasks = tasksOf(run.state).filter((task) => taskIds?.includes(task.id) ?? isOf(task, from));
  if (tasks.length === 0) return OFFICE_REJECTIONS.redispatchNothing();
  const excluded = tasks.find((task) => assignee !== undefined && task.excludedActors?.includes(assignee));
  if (excluded !== undefined) return REJECTIONS.actorExcluded(excluded.elementId);
  for (const task of tasks) changeTask(run, given(task, command), "redispatched", reason);
  return undefined;
}

function isOf({ assignee, owners = [] }: TaskState, person: string | undefined): boolean {
  return person !== undefined && (assignee === person || owners.includes(person));
}

type Receiver = Pick<CommandOf<"redispatch">, "assignee" | "candidateGroups" | "from">;

function given(task: TaskState, { assignee, candidateGroups = [], from }: Receiver): TaskState {
  const isOnlyOwned = from !== undefined && task.assignee !== from && (task.owners ?? []).includes(from);
  const { owners, ...others } = withOwner(task, from, assignee);
  const kept: TaskState = owners === undefined || owners.length === 0 ? others : { ...others, owners };
  if (isOnlyOwned) return kept;
  const { assignee: _, candidateUsers, ...open } = kept;
  const candidates = candidateGroups.length > 0 ? { candidateGroups } : candidateUsers && { candidateUsers };
  return { ...open, ...candidates, ...(assignee === undefined ? {} : { assignee }) };
}

/** Whoever takes over gets back what `from` had delegated; without a person it no longer comes back to him. */
function withOwner(task: TaskState, from: string | undefined, assignee: string | undefined): TaskState {
  if (task.owners === undefined || from === undefined) return task;
  const owners = task.owners.flatMap((owner) => (owner === from ? (assignee ?? []) : owner));
  return { ...task, owners: owners.filter((owner) => owner !== task.assignee) };
}
