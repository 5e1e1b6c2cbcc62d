/** Tokens: how one enters an element, and how one is taken away with everything it had opened. */
import type { JsonObject } from "../model/json.ts";
import type { InstanceState, Token } from "../model/state.ts";
import { closeBudget } from "./budgets.ts";
import { closeIncident } from "./incidents.ts";
import { scopeAt, tokenAt } from "./read-state.ts";
import type { Run } from "./run.ts";
import { closeTask } from "./tasks.ts";
import { cancelTimer } from "./timers.ts";

export interface Entry {
  readonly scopeId: string;
  readonly elementId: string;
  readonly cameFrom?: readonly string[] | undefined;
  /** What the caught event brought. */
  readonly locals?: JsonObject;
  /** The token whose compensation it carries out. */
  readonly compensates?: string;
  /** It stands for a complex gateway that waits for reset. */
  readonly resets?: readonly string[];
}

/** The token is in the state at once, so that a scope never looks empty while work is under way. */
export function placeToken(run: Run, entry: Entry): string {
  const { scopeId, elementId, cameFrom, locals, compensates, resets } = entry;
  const id = run.nextId("t");
  const token: { -readonly [K in keyof Token]: Token[K] } = { id, elementId, scopeId, since: run.now };
  if (cameFrom !== undefined && cameFrom.length > 0) token.cameFrom = cameFrom;
  if (locals !== undefined) token.locals = locals;
  if (compensates !== undefined) token.compensates = compensates;
  if (resets !== undefined) token.resets = resets;
  run.emit({ type: "tokenEntered", token });
  return id;
}

export function enterElement(run: Run, entry: Entry, flowId?: string): void {
  run.activate(placeToken(run, entry), flowId);
}

/** `by`: the person who completed its task. */
export function completeToken(run: Run, token: Token, by?: string): void {
  const { id: tokenId, elementId, scopeId } = token;
  // Written out: this happens at every node, and a spread costs as much as the rest of it.
  if (by === undefined) run.emit({ type: "tokenCompleted", tokenId, elementId, scopeId });
  else run.emit({ type: "tokenCompleted", tokenId, elementId, scopeId, by });
}

export function arriveAtJoin(run: Run, token: Token, flowId: string): void {
  const { id: tokenId, elementId, scopeId } = token;
  run.emit({ type: "tokenArrivedAtJoin", tokenId, elementId, scopeId, flowId });
}

type TaskOutcome = "cancelled" | "sentBack";

/** Ends a token and all its work, inner scopes first (engine.md §2.4: before any new token enters). */
export function terminateToken(
  run: Run,
  tokenId: string,
  taskOutcome: TaskOutcome = "cancelled",
  reason?: string,
): void {
  const token = tokenAt(run.state, tokenId);
  if (token === undefined) return;
  for (const id of run.owned("scopes", tokenId)) terminateScope(run, id, scopeAt(run.state, id).elementId);
  withdraw(run, tokenId, taskOutcome, reason);
  const { elementId, scopeId } = token;
  run.emit({ type: "tokenTerminated", tokenId, elementId, scopeId });
}

function terminateScope(run: Run, scopeId: string, elementId: string): void {
  terminateTokensIn(run, scopeId);
  withdrawScope(run, scopeId);
  run.emit({ type: "scopeLeft", scopeId, elementId, terminated: true });
}

export function terminateTokensIn(run: Run, scopeId: string): void {
  for (const tokenId of run.owned("tokens", scopeId)) terminateToken(run, tokenId);
}

/** Closes whatever waits for a token: tasks, jobs, timers, subscriptions, budgets, incidents. */
export function withdraw(run: Run, tokenId: string, taskOutcome: TaskOutcome = "cancelled", reason?: string): void {
  for (const id of run.owned("incidents", tokenId)) closeIncident(run, id);
  for (const id of run.owned("tasks", tokenId)) closeTask(run, id, taskOutcome, reason);
  for (const id of run.owned("jobs", tokenId)) cancelJob(run, id);
  withdrawCatchers(run, tokenId);
  for (const id of run.owned("budgets", tokenId)) closeBudget(run, id);
}

/** Closes what event sub-processes of a scope wait for. */
export function withdrawScope(run: Run, scopeId: string): void {
  withdrawCatchers(run, scopeId);
}

/** Closes what waits for events; a supervision's timer waits for people and stays. */
function withdrawCatchers(run: Run, owner: string): void {
  for (const id of run.owned("timers", owner)) {
    if (run.state.timers?.[id]?.kind !== "supervision") cancelTimer(run, id);
  }
  for (const id of run.owned("subscriptions", owner)) closeSubscription(run, id);
  for (const id of run.owned("signals", owner)) closeSignalWait(run, id);
  for (const id of run.owned("conditions", owner)) closeCondition(run, id);
  for (const gatheringId of run.owned("gatherings", owner)) {
    run.emit({ type: "gatheringClosed", gatheringId, outcome: "cancelled" });
  }
}

export const CLOSERS = {
  timers: cancelTimer,
  subscriptions: closeSubscription,
  signals: closeSignalWait,
  conditions: closeCondition,
} as const;
const WAITS = Object.keys(CLOSERS) as readonly (keyof typeof CLOSERS)[];

/** Closes what a token still waits for at one of several events. Out: whether it waits for anything else. */
export function withdrawCatcher(run: Run, owner: string, elementId: string): boolean {
  let isWaiting = false;
  for (const kind of WAITS) {
    for (const id of run.owned(kind, owner)) {
      if (run.state[kind]?.[id]?.elementId === elementId) CLOSERS[kind](run, id);
      else isWaiting = true;
    }
  }
  return isWaiting;
}

function closeSignalWait(run: Run, signalWaitId: string): void {
  run.emit({ type: "signalWaitCancelled", signalWaitId });
  run.effect({ type: "closeSignalWait", signalWaitId });
}

function closeCondition(run: Run, conditionId: string): void {
  run.emit({ type: "conditionClosed", conditionId, outcome: "cancelled" });
}

function cancelJob(run: Run, jobId: string): void {
  run.emit({ type: "jobClosed", jobId, outcome: "cancelled" });
  run.effect({ type: "cancelJob", jobId });
}

function closeSubscription(run: Run, subscriptionId: string): void {
  run.emit({ type: "subscriptionClosed", subscriptionId, outcome: "cancelled" });
  run.effect({ type: "closeSubscription", subscriptionId });
}

/** Whether a token is still there and has neither an incident nor a join to wait for. */
export function activeToken(state: InstanceState, tokenId: string): Token | undefined {
  const token = tokenAt(state, tokenId);
  if (token === undefined || token.incidentId !== undefined || token.arrivedBy !== undefined) return undefined;
  return token.resets === undefined ? token : undefined;
}
