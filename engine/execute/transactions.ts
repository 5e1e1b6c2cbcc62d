/** Transactions (BPMN 2.0 §13.5.5, §10.3.5): a cancel ends what goes on, compensates what is done, and leaves by the boundary. */
import type { Token } from "../model/state.ts";
import { boundariesOf } from "./boundaries.ts";
import { triggerBoundary } from "./catch.ts";
import { throwCompensation } from "./compensation.ts";
import { hostOf, scopeAt } from "./read-state.ts";
import type { Run } from "./run.ts";
import { terminateToken, withdrawScope } from "./tokens.ts";

export function cancelTransaction(run: Run, token: Token): void {
  withdrawScope(run, token.scopeId);
  for (const other of run.owned("tokens", token.scopeId)) if (other !== token.id) terminateToken(run, other);
  if (!throwCompensation(run, token, undefined)) run.leave(token.id);
}

/** Everything is undone: the token of the cancel event goes out by the boundary of the transaction. */
export function leaveTransaction(run: Run, token: Token): void {
  const host = hostOf(run.state, scopeAt(run.state, token.scopeId));
  const boundary = host && boundariesOf(run, host).find(({ event }) => event.kind === "cancel");
  if (host === undefined || boundary === undefined)
    throw new Error(`Expected a cancel boundary around ${token.elementId}`);
  triggerBoundary(run, host, boundary, {});
}
