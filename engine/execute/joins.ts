/**
 * Joins that fire when nothing can still reach them (BPMN 2.0 §13.4.3): asked once all other work of a command is done,
 * so an arrival and the death of a token (interruption, incident resolved, 退回) ask them alike.
 */
import type { FlowNode } from "../model/process.ts";
import type { Token } from "../model/state.ts";
import { behaviorOf } from "./activate.ts";
import { nodeOf, tokenAt } from "./read-state.ts";
import type { Run } from "./run.ts";

/** Out: whether one fired, so that there is work again. */
export function fireJoins(run: Run): boolean {
  if (run.state.status !== "running") return false;
  const before = run.agenda.length;
  for (const waiting of waitingJoins(run).values()) {
    const [first] = waiting;
    // One that has fired may have ended what waits at the next.
    if (first === undefined || tokenAt(run.state, first.id) === undefined) continue;
    const node: FlowNode = nodeOf(run.bundle, run.state, first);
    behaviorOf(node).join?.(run, waiting, node);
  }
  return run.agenda.length > before;
}

/** Tokens that wait at a join, by join and scope. */
function waitingJoins(run: Run): ReadonlyMap<string, readonly Token[]> {
  const found = new Map<string, Token[]>();
  const { tokens } = run.state;
  for (const id in tokens) {
    if (tokens[id]?.arrivedBy === undefined && tokens[id]?.resets === undefined) continue;
    const token = tokenAt(run.state, id);
    if (token === undefined) continue;
    const key = `${token.scopeId} ${token.elementId}`;
    const group = found.get(key);
    if (group === undefined) found.set(key, [token]);
    else group.push(token);
  }
  return found;
}
