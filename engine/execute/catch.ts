/** The one catching mechanism: boundary events of all kinds, and the way of errors and escalations outward. */
import type { JsonObject } from "../model/json.ts";
import type { EventDefinition, FlowNodeOf } from "../model/process.ts";
import type { InstanceState, Token } from "../model/state.ts";
import { boundariesOf } from "./boundaries.ts";
import type { Boundary } from "./boundaries.ts";
import { openStartsAround, startEventSubProcess } from "./event-sub-processes.ts";
import { park } from "./incidents.ts";
import { INCIDENTS } from "./problems.ts";
import { hostOf, nodeOf, scopeAt } from "./read-state.ts";
import type { Run } from "./run.ts";
import { enterElement, terminateToken } from "./tokens.ts";

/** Interrupting: the host and all inside it end before the new token enters. */
export function triggerBoundary(run: Run, host: Token, boundary: Boundary, payload: JsonObject): void {
  if (boundary.interrupting) terminateToken(run, host.id);
  const { scopeId, cameFrom } = host;
  const locals = Object.keys(payload).length === 0 ? {} : { locals: payload };
  enterElement(run, { scopeId, elementId: boundary.id, cameFrom, ...locals });
}

/** An error goes to the nearest catcher, outward through calls; uncaught it is an incident at the thrower. */
export function throwError(run: Run, thrower: Token, errorCode: string, message: string): void {
  const catcher = nearestCatcher(run, thrower, "error", errorCode);
  const told = message === "" ? {} : { message };
  const { elementId } = thrower;
  if (catcher === undefined) {
    run.emit({ type: "errorThrown", elementId, errorCode, ...told });
    park(run, thrower, INCIDENTS.errorUncaught(errorCode, message), { retry: "open" });
    return;
  }
  run.emit({ type: "errorThrown", elementId, errorCode, caughtBy: catcher.event.id, ...told });
  triggerCatcher(run, catcher, { ...dataOf(run, thrower), errorCode, errorMessage: message });
}

/** An escalation that nobody catches goes on in silence: it informs, it does not fail (BPMN 2.0 §10.5.7). */
export function raiseEscalation(run: Run, thrower: Token, escalationCode: string): void {
  const catcher = nearestCatcher(run, thrower, "escalation", escalationCode);
  const { elementId } = thrower;
  const caughtBy = catcher === undefined ? {} : { caughtBy: catcher.event.id };
  run.emit({ type: "escalationRaised", elementId, escalationCode, ...caughtBy });
  if (catcher !== undefined) triggerCatcher(run, catcher, { ...dataOf(run, thrower), escalationCode });
}

/** What an event throws along: its data inputs (BPMN 2.0 §10.5.1). */
function dataOf(run: Run, thrower: Token): JsonObject {
  const node = nodeOf(run.bundle, run.state, thrower);
  return "event" in node && node.data !== undefined ? (thrower.locals ?? {}) : {};
}

/** Of a boundary event `at` is its host, of an event sub-process any token of the scope. */
interface Catcher {
  readonly at: Token;
  readonly event: Boundary | FlowNodeOf<"startEvent">;
}

function triggerCatcher(run: Run, { at, event }: Catcher, payload: JsonObject): void {
  if (event.kind === "boundaryEvent") triggerBoundary(run, at, event, payload);
  else startEventSubProcess(run, at.scopeId, event, payload);
}

/** At each level first what is attached to the activity, then the event sub-processes beside it (§10.5.7). */
function nearestCatcher(run: Run, thrower: Token, kind: "error" | "escalation", code: string): Catcher | undefined {
  for (const at of hostsOutward(run.state, thrower)) {
    const event = matching(boundariesOf(run, at), kind, code) ?? matching(openStartsAround(run, at), kind, code);
    if (event !== undefined) return { at, event };
  }
  return undefined;
}

function* hostsOutward(state: InstanceState, from: Token): Generator<Token> {
  let token: Token | undefined = from;
  while (token !== undefined) {
    yield token;
    token = hostOf(state, scopeAt(state, token.scopeId));
  }
}

/** A catcher of this code goes before one of any code. */
function matching<E extends Catcher["event"]>(
  events: readonly E[],
  kind: "error" | "escalation",
  code: string,
): E | undefined {
  const catchers = events.flatMap((catching) =>
    partsOf(catching.event).flatMap((event) => (event.kind === kind ? [{ catching, code: event.code }] : [])),
  );
  const exact = catchers.find((catcher) => catcher.code === code);
  return (exact ?? catchers.find((catcher) => catcher.code === undefined))?.catching;
}

function partsOf(event: EventDefinition): readonly EventDefinition[] {
  return event.kind === "multiple" ? event.events : [event];
}
