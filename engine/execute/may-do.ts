/**
 * The permission hook: every command says what it needs, in the words of an office; whether this sender has it is for
 * the shell's access table, which `settings.mayDo` asks. Pure: the same question always has the same answer.
 */
import type { Bundle } from "../model/bundle.ts";
import type { Command, CommandType } from "../model/command.ts";
import type { Problem } from "../model/problem.ts";
import type { InstanceState, TaskState } from "../model/state.ts";
import { own, taskAt } from "./read-state.ts";

/** `worker` has or may take the task; `finisher` completed the step; `operator` repairs; `system` is no person. */
export type Need =
  "starter" | "worker" | "finisher" | "participant" | "receiver" | "supervisor" | "operator" | "system";

export interface Asked {
  readonly command: Command;
  readonly needs: Need;
  readonly bundle: Bundle;
  /** Absent before `start`. */
  readonly state?: InstanceState;
  /** The open task that the command names. */
  readonly task?: TaskState;
}

/** Out: why not; `undefined` when the sender may. */
export type MayDo = (asked: Asked) => Problem | undefined;

export const NEEDS: { readonly [T in CommandType]: Need } = {
  start: "starter",
  claimTask: "worker",
  releaseTask: "worker",
  completeTask: "worker",
  sendBack: "worker",
  transferTask: "worker",
  delegateTask: "worker",
  returnTask: "worker",
  addSigner: "worker",
  removeSigner: "worker",
  signTask: "worker",
  withdrawStep: "finisher",
  startAdHocActivity: "participant",
  completeAdHoc: "participant",
  copyTo: "participant",
  urge: "participant",
  requestExtension: "participant",
  replySupervision: "participant",
  readCopy: "receiver",
  supervise: "supervisor",
  suspend: "supervisor",
  resume: "supervisor",
  extend: "supervisor",
  decideExtension: "supervisor",
  redispatch: "supervisor",
  addInstance: "supervisor",
  removeInstance: "supervisor",
  cancel: "supervisor",
  forceClose: "supervisor",
  setVariables: "operator",
  resolveIncident: "operator",
  moveToken: "operator",
  completeJob: "system",
  failJob: "system",
  throwError: "system",
  fireTimer: "system",
  deliverMessage: "system",
  deliverSignal: "system",
};

export function askedOf(bundle: Bundle, state: InstanceState | undefined, command: Command): Asked {
  const needs = NEEDS[command.type];
  if (state === undefined) return { command, needs, bundle };
  const taskId = "taskId" in command ? (command.taskId ?? "") : "";
  const task = own(state.tasks, taskId) === undefined ? undefined : taskAt(state, taskId);
  return { command, needs, bundle, state, ...(task === undefined ? {} : { task }) };
}
