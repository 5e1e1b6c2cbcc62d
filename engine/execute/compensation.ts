/**
 * Compensation (BPMN 2.0 §13.5.5): what completed is kept with the data of that moment; thrown, its handlers run one after
 * another, the latest first. A sub-process without a handler of its own is opened again and its inner work compensated.
 */
import type { FlowNode } from "../model/process.ts";
import type { CompensationState, Token } from "../model/state.ts";
import { visibleVariables } from "./context.ts";
import { boundariesOf } from "./boundaries.ts";
import { compensationsOf, definitionOf, hostOf, nodeIn, nodeOf, processOf, scopeAt, tokenAt } from "./read-state.ts";
import type { Run } from "./run.ts";
import { completeToken, enterElement, placeToken, withdraw } from "./tokens.ts";

/** An activity completes: its handler, if it has one, could undo it from now on. */
export function keepHandler(run: Run, token: Token): void {
  const boundary = boundariesOf(run, token).find(({ event }) => event.kind === "compensate");
  if (boundary?.handlerId === undefined) return;
  const { elementId, scopeId } = token;
  const variables = visibleVariables(run, { scopeId, locals: token.locals });
  const { handlerId } = boundary;
  run.emit({
    type: "compensationKept",
    compensation: { id: run.nextId("k"), elementId, scopeId, handlerId, variables },
  });
}

/** A sub-process completes: what could be undone in it is kept, with its variables, unless it has a handler itself. */
export function keepScope(run: Run, scopeId: string, host: Token): void {
  const node = nodeOf(run.bundle, run.state, host);
  if (host.compensates !== undefined || node.kind === "callActivity") return;
  if (node.kind === "subProcess" && node.isTriggeredByEvent === true) return;
  if (boundariesOf(run, host).some(({ event }) => event.kind === "compensate")) return;
  if (run.owned("compensations", scopeId).length === 0 && handlerIn(run, scopeId) === undefined) return;
  const { elementId, scopeId: outer } = host;
  const { variables } = scopeAt(run.state, scopeId);
  run.emit({
    type: "compensationKept",
    compensation: { id: run.nextId("k"), elementId, scopeId: outer, inner: scopeId, variables },
  });
}

/** The event sub-process that compensates a scope. */
function handlerIn(run: Run, scopeId: string): string | undefined {
  const process = processOf(run.bundle, run.state, scopeId);
  return definitionOf(run.bundle, run.state, scopeId)?.eventSubProcesses?.find((id) => {
    const node = nodeIn(process, id);
    const start = node.kind === "subProcess" ? nodeIn(process, node.scope.startEvents[0] ?? "") : undefined;
    return start?.kind === "startEvent" && start.event.kind === "compensate";
  });
}

/** Everything of the scope, or one activity of it. Out: whether there was anything to compensate. */
export function throwCompensation(run: Run, thrower: Token, activityId: string | undefined): boolean {
  const scopeId = compensatedFrom(run, thrower.scopeId);
  const found = compensationsOf(run.state).filter(
    (other) =>
      other.scopeId === scopeId &&
      other.claimedBy === undefined &&
      (activityId === undefined || other.elementId === activityId),
  );
  claim(run, thrower, found);
  return found.length > 0;
}

/** From within an event sub-process the scope around it is meant (§10.5.7). */
function compensatedFrom(run: Run, scopeId: string): string {
  const host = hostOf(run.state, scopeAt(run.state, scopeId));
  if (host === undefined) return scopeId;
  const node: FlowNode = nodeOf(run.bundle, run.state, host);
  return node.kind === "subProcess" && node.isTriggeredByEvent === true ? compensatedFrom(run, host.scopeId) : scopeId;
}

function claim(run: Run, by: Token, found: readonly CompensationState[]): void {
  const { id: tokenId, elementId } = by;
  if (found.length === 0) return;
  run.emit({ type: "compensationThrown", tokenId, elementId, compensationIds: found.map(({ id }) => id) });
  run.compensate(tokenId);
}

/** The next handler of those that a token has thrown, the latest first; after the last one the thrower goes on. */
export function compensateNext(run: Run, claimedBy: string): void {
  const next = compensationsOf(run.state).findLast((other) => other.claimedBy === claimedBy);
  if (next !== undefined) return compensate(run, next, claimedBy);
  const [opened] = run.owned("scopes", claimedBy);
  if (opened === undefined) run.leave(claimedBy);
  else run.checkScope(opened);
}

function compensate(run: Run, next: CompensationState, compensates: string): void {
  const { id: compensationId, elementId, scopeId, handlerId, variables, inner } = next;
  run.emit({ type: "compensationTaken", compensationId, elementId });
  if (handlerId !== undefined) {
    return run.activate(placeToken(run, { scopeId, elementId: handlerId, locals: variables, compensates }));
  }
  const host = tokenAt(run.state, placeToken(run, { scopeId, elementId, compensates }));
  if (host === undefined || inner === undefined) throw new Error(`Expected work to compensate at ${elementId}`);
  reopen(run, host, inner, next);
}

function reopen(run: Run, host: Token, id: string, { variables }: CompensationState): void {
  const { id: hostToken, scopeId: parent, elementId } = host;
  const processKey = processOf(run.bundle, run.state, parent).key;
  run.emit({ type: "scopeEntered", scope: { id, elementId, processKey, parent, hostToken, variables } });
  const kept = compensationsOf(run.state).filter((other) => other.scopeId === id);
  // The instances of an activity that repeats are kept under its own name: each has its own inner scope.
  const isLoop = kept.some((other) => other.elementId === elementId);
  const handler = isLoop ? undefined : handlerIn(run, id);
  if (handler !== undefined) enterElement(run, { scopeId: id, elementId: handler });
  else claim(run, host, kept);
}

/** A handler is done: it has no way on but to the next. */
export function endHandler(run: Run, token: Token, claimedBy: string): void {
  withdraw(run, token.id);
  completeToken(run, token);
  run.compensate(claimedBy);
  run.checkScope(token.scopeId);
}
