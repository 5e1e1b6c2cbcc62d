/** 委托: whether a delegate completes the task himself (`gl:delegation="onBehalf"`) or gives it back to its owner. */
import type { TaskState } from "../model/state.ts";
import { nodeOf, tokenAt } from "./read-state.ts";
import type { Run } from "./run.ts";

export function isDelegateFinal(run: Run, { tokenId, signing }: TaskState): boolean {
  const token = tokenAt(run.state, tokenId);
  const node = token && nodeOf(run.bundle, run.state, token);
  // A signature is an opinion of one's own: it is always given back to who was asked.
  return signing === undefined && node?.kind === "userTask" && node.isDelegateFinal === true;
}
