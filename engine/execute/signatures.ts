/**
 * 加签: signatures that somebody adds to a task, each a task of its own on the same token. Those before are waited for by
 * the task; those after are asked once it is done, and its outcome waits with the token until the last has signed.
 */
import type { LaterSigner, Opinion, Signer } from "../model/office.ts";
import type { Outcome, TaskState } from "../model/state.ts";
import { rememberActor } from "./excludable.ts";
import { taskAt, tokenAt } from "./read-state.ts";
import type { Run } from "./run.ts";
import { changeTask, closeTask, createTask } from "./tasks.ts";

/** Open signatures that were added to this task. */
export function signaturesOn(run: Run, { id, tokenId }: Pick<TaskState, "id" | "tokenId">): readonly TaskState[] {
  return run.owned("tasks", tokenId).flatMap((other) => {
    const task = taskAt(run.state, other);
    return task?.signing?.taskId === id ? [task] : [];
  });
}

/** Asks for a signature now. `on` is the task that it counts for. */
export function askSigner(run: Run, on: TaskState, signer: LaterSigner, signing: TaskState["signing"]): void {
  const { tokenId, elementId, excludedActors, dueAt, priority } = on;
  createTask(run, {
    ...{ id: run.nextId("u"), tokenId, elementId },
    ...signerOf(signer),
    ...(excludedActors === undefined ? {} : { excludedActors }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(priority === undefined ? {} : { priority }),
    ...(signing === undefined ? {} : { signing }),
  });
}

export function signerOf({ assignee, candidateGroups = [] }: Signer): Signer {
  return {
    ...(assignee === undefined ? {} : { assignee }),
    ...(candidateGroups.length === 0 ? {} : { candidateGroups }),
  };
}

/** A task is done: what it has brought goes on, or waits for those asked to sign after it. */
export function finishTask(run: Run, task: TaskState, outcome: Outcome): void {
  const { id: taskId, tokenId, elementId, laterSigners = [] } = task;
  if (laterSigners.length === 0) return run.leave(tokenId, outcome);
  run.emit({ type: "completionHeld", tokenId, elementId, outcome });
  for (const signer of laterSigners) {
    askSigner(run, task, signer, { taskId, place: "after", addedBy: signer.addedBy });
  }
}

/** An added signer has signed: his opinion is kept with the task, and whoever he has asked for is asked now. */
export function sign(run: Run, task: TaskState, said: Pick<Opinion, "opinion" | "agrees">): void {
  const { id, tokenId, elementId, signing, laterSigners = [], workedOn = [] } = task;
  if (signing === undefined) throw new Error(`Expected task ${id} to be an added signature`);
  const opinion: Opinion = { by: run.actor.id, at: run.now, ...said };
  run.emit({ type: "opinionGiven", taskId: signing.taskId, elementId, as: "signer", opinion });
  closeTask(run, id, "completed");
  for (const signer of laterSigners) askSigner(run, task, signer, { ...signing, addedBy: signer.addedBy });
  const on = taskAt(run.state, signing.taskId);
  if (on === undefined) rememberActor(run, tokenId, workedOn, true);
  else keepOpinion(run, on, opinion, [...workedOn, opinion.by]);
  leaveWhenSigned(run, task);
}

/** On the task as long as it is there, so that who has it reads them; in the record for ever. */
function keepOpinion(run: Run, task: TaskState, opinion: Opinion, people: readonly string[]): void {
  const workedOn = [...new Set([...(task.workedOn ?? []), ...people])];
  changeTask(run, { ...task, opinions: [...(task.opinions ?? []), opinion], workedOn }, "marked");
}

/** The last signature after a task lets its outcome go on. */
export function leaveWhenSigned(run: Run, { tokenId, signing }: TaskState): void {
  const held = tokenAt(run.state, tokenId)?.held;
  if (held === undefined || signing === undefined) return;
  if (signaturesOn(run, { id: signing.taskId, tokenId }).length === 0) run.leave(tokenId, held);
}
