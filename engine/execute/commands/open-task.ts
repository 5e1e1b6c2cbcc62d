/** The task that a command names, or why there is none. */
import type { Problem } from "../../model/problem.ts";
import type { TaskState } from "../../model/state.ts";
import { REJECTIONS } from "../problems.ts";
import { taskAt } from "../read-state.ts";
import type { Run } from "../run.ts";

export function openTask(run: Run, taskId: string): TaskState | undefined {
  return Object.hasOwn(run.state.tasks ?? {}, taskId) ? taskAt(run.state, taskId) : undefined;
}

/** Ended tasks leave the state; an id that the counter has passed is one of them, as far as can be known. */
export function missingTask(run: Run, taskId: string): Problem {
  const number = /^u([1-9]\d{0,15})$/.exec(taskId)?.[1];
  return number !== undefined && Number(number) <= run.state.counter
    ? REJECTIONS.taskClosed()
    : REJECTIONS.taskNotFound();
}
