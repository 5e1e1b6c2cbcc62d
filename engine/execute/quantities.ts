/**
 * startQuantity (BPMN 2.0 §13.3.2): an activity is ready when that many tokens have come, by whichever flows; they become
 * the one token of the activity, and what came beyond stays for the next time.
 */
import type { Token } from "../model/state.ts";
import { sharedPath } from "./path.ts";
import type { Run } from "./run.ts";
import { arriveAtJoin, placeToken } from "./tokens.ts";

export function gather(run: Run, token: Token, quantity: number, flowId: string): void {
  arriveAtJoin(run, token, flowId);
  const { elementId, scopeId } = token;
  const waiting = run
    .tokensIn(scopeId)
    .filter((other) => other.elementId === elementId && other.arrivedBy !== undefined);
  if (waiting.length < quantity) return;
  const consumed = waiting.slice(0, quantity);
  const flowIds = consumed.flatMap((other) => other.arrivedBy ?? []);
  run.emit({ type: "joinFired", elementId, scopeId, flowIds, tokenIds: consumed.map(({ id }) => id) });
  // Without a flow it is the activity's own token and gathers no more.
  run.activate(placeToken(run, { scopeId, elementId, cameFrom: sharedPath(consumed) }));
}
