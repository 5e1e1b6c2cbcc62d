/** An event has come: to the token that waits for it, to an activity through its boundary, or to an event sub-process. */
import type { JsonObject } from "../model/json.ts";
import type { FlowNode } from "../model/process.ts";
import type { Token } from "../model/state.ts";
import { behaviorOf } from "./activate.ts";
import { keepCorrelation } from "./correlation.ts";
import { startEventSubProcess } from "./event-sub-processes.ts";
import { gather } from "./gatherings.ts";
import { eventAt, nodeIn, nodeOf, processOf, tokenAt } from "./read-state.ts";
import type { Run } from "./run.ts";
import { completeToken, placeToken, withdraw, withdrawCatcher } from "./tokens.ts";

interface Caught {
  readonly elementId: string;
  readonly scopeId: string;
  readonly tokenId?: string;
  readonly part?: number;
}

/** In: what waited, already closed unless it stays open; what the event brings. */
export function trigger(run: Run, caught: Caught, brought: JsonObject): void {
  const { elementId, scopeId, tokenId } = caught;
  const node = nodeIn(processOf(run.bundle, run.state, scopeId), elementId);
  const event = eventAt(node, caught.part);
  if (event?.kind === "message") keepCorrelation(run, scopeId, event, brought);
  const isOfAll = "event" in node && node.event?.kind === "multiple" && node.event.isAll;
  const payload = isOfAll ? gather(run, caught, node.event.events, brought) : brought;
  if (payload === undefined) return;
  if (node.kind === "startEvent") return startEventSubProcess(run, scopeId, node, payload);
  const token = tokenId === undefined ? undefined : tokenAt(run.state, tokenId);
  if (token === undefined) throw new Error(`Expected a token that waits at ${elementId}, but it is not there`);
  const isChosen = nodeOf(run.bundle, run.state, token).kind === "eventBasedGateway";
  behaviorOf(node).caught?.(run, isChosen ? takeWay(run, token, node) : token, node, payload);
}

/** The first event decides the way out of an event-based gateway; the other waits end (BPMN 2.0 §13.4.4). */
function takeWay(run: Run, token: Token, { id: elementId, incoming }: FlowNode): Token {
  const { scopeId, cameFrom } = token;
  if (!waitsForOthers(run, token, elementId)) {
    withdraw(run, token.id);
    completeToken(run, token);
  }
  run.emit({ type: "flowTaken", flowId: incoming[0] ?? "", scopeId });
  const moved = tokenAt(run.state, placeToken(run, { scopeId, elementId, cameFrom }));
  if (moved === undefined) throw new Error(`Expected a token at ${elementId}, but it is not there`);
  return moved;
}

/** Having begun the process, a parallel event-based gateway waits until each of its events has happened (§13.2). */
function waitsForOthers(run: Run, token: Token, elementId: string): boolean {
  const gateway = nodeOf(run.bundle, run.state, token);
  const isParallel = gateway.kind === "eventBasedGateway" && gateway.instantiates === "parallel";
  return isParallel && withdrawCatcher(run, token.id, elementId);
}

/** Non-interrupting catchers go on waiting. */
export function staysOpen(run: Run, { elementId, scopeId }: Caught): boolean {
  const node = nodeIn(processOf(run.bundle, run.state, scopeId), elementId);
  return (node.kind === "boundaryEvent" || node.kind === "startEvent") && node.interrupting === false;
}
