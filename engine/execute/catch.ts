/** The one catching mechanism: boundary events of all kinds, and the way of errors and escalations outward. */
import type { JsonObject } from "../model/json.ts";
import type { FlowNodeOf } from "../model/process.ts";
import type { InstanceState, Token } from "../model/state.ts";
import { park } from "./incidents.ts";
import { INCIDENTS } from "./problems.ts";
import { hostOf, nodeIn, nodeOf, processOf, scopeAt } from "./read-state.ts";
import type { Run } from "./run.ts";
import { enterElement, terminateToken } from "./tokens.ts";

type Boundary = FlowNodeOf<"boundaryEvent">;

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
  run.emit({ type: "errorThrown", elementId, errorCode, caughtBy: catcher.boundary.id, ...told });
  triggerBoundary(run, catcher.host, catcher.boundary, { errorCode, errorMessage: message });
}

/** An escalation that nobody catches goes on in silence: it informs, it does not fail (BPMN 2.0 §10.5.7). */
export function raiseEscalation(run: Run, thrower: Token, escalationCode: string): void {
  const catcher = nearestCatcher(run, thrower, "escalation", escalationCode);
  const { elementId } = thrower;
  const caughtBy = catcher === undefined ? {} : { caughtBy: catcher.boundary.id };
  run.emit({ type: "escalationRaised", elementId, escalationCode, ...caughtBy });
  if (catcher !== undefined) triggerBoundary(run, catcher.host, catcher.boundary, { escalationCode });
}

interface Catcher {
  readonly host: Token;
  readonly boundary: Boundary;
}

function nearestCatcher(run: Run, thrower: Token, kind: "error" | "escalation", code: string): Catcher | undefined {
  for (const host of hostsOutward(run.state, thrower)) {
    const boundary = matchingBoundary(run, host, kind, code);
    if (boundary !== undefined) return { host, boundary };
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
function matchingBoundary(run: Run, host: Token, kind: "error" | "escalation", code: string): Boundary | undefined {
  const catchers = boundariesOf(run, host).flatMap((boundary) => {
    const { event } = boundary;
    return event.kind === kind ? [{ boundary, code: event.code }] : [];
  });
  const exact = catchers.find((catcher) => catcher.code === code);
  return (exact ?? catchers.find((catcher) => catcher.code === undefined))?.boundary;
}

export function boundariesOf(run: Run, host: Token): readonly Boundary[] {
  const process = processOf(run.bundle, run.state, host.scopeId);
  return nodeOf(run.bundle, run.state, host).boundary.map((id) => nodeIn(process, id) as Boundary);
}
