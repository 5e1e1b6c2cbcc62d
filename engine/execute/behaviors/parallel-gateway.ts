/**
 * Parallel gateway (BPMN 2.0 §13.4.1): waits for one token on each incoming flow, consumes one of each, keeps the
 * surplus for the next time, and puts a token on every outgoing flow.
 */
import type { FlowNode } from "../../model/process.ts";
import type { Token } from "../../model/state.ts";
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";
import { sharedPath } from "../path.ts";
import type { Run } from "../run.ts";
import { placeToken } from "../tokens.ts";

export const parallelGateway: Behavior<"parallelGateway"> = {
  isInstant: true,
  activate: (_run, _token, node, flowId) =>
    node.incoming.length < 2 || flowId === undefined
      ? passOn()
      : { ok: true, value: (run, token) => arrive(run, token, node, flowId) },
};

function arrive(run: Run, token: Token, node: FlowNode, flowId: string): void {
  const { id: tokenId, elementId, scopeId } = token;
  run.emit({ type: "tokenArrivedAtJoin", tokenId, elementId, scopeId, flowId });
  fireWhenAllHere(run, node, scopeId);
}

/** Out: whether it fired. */
export function fireWhenAllHere(run: Run, node: FlowNode, scopeId: string): boolean {
  const waiting = run.tokensIn(scopeId).filter((other) => other.elementId === node.id);
  const consumed = node.incoming.map((incoming) => waiting.find((other) => other.arrivedBy === incoming));
  const isComplete = consumed.every((other) => other !== undefined);
  if (isComplete) fire(run, node, consumed);
  return isComplete;
}

function fire(run: Run, node: FlowNode, consumed: readonly Token[]): void {
  const { id: elementId } = node;
  const scopeId = consumed[0]?.scopeId ?? "";
  const tokenIds = consumed.map((token) => token.id);
  run.emit({ type: "joinFired", elementId, scopeId, flowIds: node.incoming, tokenIds });
  run.leave(placeToken(run, { scopeId, elementId, cameFrom: sharedPath(consumed) }));
}
