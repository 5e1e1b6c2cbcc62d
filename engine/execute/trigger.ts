/** An event has come: to the token that waits for it, to an activity through its boundary, or to an event sub-process. */
import type { JsonObject } from "../model/json.ts";
import type { FlowNode } from "../model/process.ts";
import type { Token } from "../model/state.ts";
import { behaviorOf } from "./activate.ts";
import { keepCorrelation } from "./correlation.ts";
import { startEventSubProcess } from "./event-sub-processes.ts";
import { nodeIn, nodeOf, processOf, tokenAt } from "./read-state.ts";
import type { Run } from "./run.ts";
import { completeToken, placeToken, withdraw } from "./tokens.ts";

interface Caught {
  readonly elementId: string;
  readonly scopeId: string;
  readonly tokenId?: string;
}

/** In: what waited, already closed unless it stays open; what the event brings. */
export function trigger(run: Run, { elementId, scopeId, tokenId }: Caught, payload: JsonObject): void {
  const node = nodeIn(processOf(run.bundle, run.state, scopeId), elementId);
  if ("event" in node && node.event?.kind === "message") keepCorrelation(run, scopeId, node.event, payload);
  if (node.kind === "startEvent") return startEventSubProcess(run, scopeId, node, payload);
  const token = tokenId === undefined ? undefined : tokenAt(run.state, tokenId);
  if (token === undefined) throw new Error(`Expected a token that waits at ${elementId}, but it is not there`);
  const isChosen = nodeOf(run.bundle, run.state, token).kind === "eventBasedGateway";
  behaviorOf(node).caught?.(run, isChosen ? takeWay(run, token, node) : token, node, payload);
}

/** The first event decides the way out of an event-based gateway; the other waits end (BPMN 2.0 §13.4.4). */
function takeWay(run: Run, token: Token, { id: elementId, incoming }: FlowNode): Token {
  const { scopeId, cameFrom } = token;
  withdraw(run, token.id);
  completeToken(run, token);
  run.emit({ type: "flowTaken", flowId: incoming[0] ?? "", scopeId });
  const moved = tokenAt(run.state, placeToken(run, { scopeId, elementId, cameFrom }));
  if (moved === undefined) throw new Error(`Expected a token at ${elementId}, but it is not there`);
  return moved;
}

/** Non-interrupting catchers go on waiting. */
export function staysOpen(run: Run, { elementId, scopeId }: Caught): boolean {
  const node = nodeIn(processOf(run.bundle, run.state, scopeId), elementId);
  return (node.kind === "boundaryEvent" || node.kind === "startEvent") && node.interrupting === false;
}
