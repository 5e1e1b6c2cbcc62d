/** One applier per event: what it changes in the state, and nothing else. No rule of the process lives here. */
import type { EventOf, EventType } from "../model/event.ts";
import type { InstanceState, Scope, StoredScope, StoredTask, StoredToken, TaskState, Token } from "../model/state.ts";
import type { Draft } from "./draft.ts";
import { checkInstanceMove, checkTokenMove, tokenStateOf } from "./lifecycle.ts";
import { outputKey } from "./loop-variables.ts";
import { applyMigration } from "./migration-applier.ts";
import { OFFICE_APPLIERS } from "./office-appliers.ts";
import { ROOT_SCOPE } from "./read-state.ts";
import { keepStep, settleJoined } from "./steps.ts";

export type Appliers = { readonly [T in EventType]: (draft: Draft, event: EventOf<T>) => void };

const nothing = (): void => undefined;

export const APPLIERS: Appliers = {
  processStarted: (draft, { scope }) => putScope(draft, scope),
  scopeEntered: (draft, { scope }) => putScope(draft, scope),
  scopeLeft: (draft, { scopeId }) => {
    const { total = 0, collects } = draft.state.scopes[scopeId]?.loop ?? {};
    if (collects !== undefined) for (let at = 0; at < total; at += 1) draft.remove("outputs", outputKey(scopeId, at));
    draft.remove("scopes", scopeId);
    forgetCompensations(draft, scopeId);
  },
  compensationKept: (draft, { compensation }) => putWithId(draft, "compensations", compensation),
  compensationThrown: (draft, { tokenId, compensationIds }) => {
    for (const id of compensationIds) {
      const kept = draft.state.compensations?.[id];
      if (kept === undefined) throw new Error(`Expected compensation ${id}, but it is not there`);
      draft.put("compensations", id, { ...kept, claimedBy: tokenId });
    }
  },
  compensationTaken: (draft, { compensationId }) => draft.remove("compensations", compensationId),
  loopAdvanced: (draft, { scopeId, next, completed, output }) => {
    const scope = draft.state.scopes[scopeId];
    if (scope?.loop === undefined) throw new Error(`Expected the loop of scope ${scopeId}, but it is not there`);
    draft.put("scopes", scopeId, { ...scope, loop: { ...scope.loop, next, completed } });
    if (output !== undefined) draft.put("outputs", outputKey(scopeId, output.at), output.value);
  },
  tokenEntered: (draft, { token }) => {
    checkTokenMove(token.id, tokenStateOf(draft.state.tokens?.[token.id]), "active");
    draft.put("tokens", token.id, storedToken(token));
    draft.count(token.id);
  },
  flowTaken: nothing,
  tokenArrivedAtJoin: (draft, { tokenId, flowId }) => {
    const token = movedToken(draft, tokenId, "joining");
    draft.put("tokens", tokenId, { ...token, arrivedBy: flowId });
  },
  joinFired: (draft, { tokenIds, scopeId }) => {
    settleJoined(draft, scopeId, tokenIds);
    for (const id of tokenIds) endToken(draft, id);
  },
  tokenCompleted: (draft, event) => {
    if (event.by !== undefined) keepStep(draft, event, event.by);
    endToken(draft, event.tokenId);
  },
  actorsRemembered: (draft, { processKey, elementId, actors }) => {
    draft.put("actors", `${processKey}/${elementId}`, actors);
  },
  tokenTerminated: (draft, { tokenId }) => endToken(draft, tokenId),
  variablesSet: (draft, { scopeId, variables }) => {
    const scope = draft.state.scopes[scopeId];
    if (scope === undefined) throw new Error(`Expected scope ${scopeId} to take variables, but it is not there`);
    draft.put("scopes", scopeId, { ...scope, variables: { ...scope.variables, ...variables } });
  },
  localsSet: (draft, { tokenId, variables }) => {
    const token = draft.state.tokens?.[tokenId];
    if (token === undefined) throw new Error(`Expected token ${tokenId} to take locals, but it is not there`);
    draft.put("tokens", tokenId, { ...token, locals: { ...token.locals, ...variables } });
  },
  taskCreated: (draft, { task }) => putTask(draft, task),
  taskChanged: (draft, { task }) => putTask(draft, task),
  taskClosed: (draft, { taskId }) => draft.remove("tasks", taskId),
  jobCreated: (draft, { job }) => putWithId(draft, "jobs", job),
  jobChanged: (draft, { job }) => putWithId(draft, "jobs", job),
  jobClosed: (draft, { jobId }) => draft.remove("jobs", jobId),
  timerScheduled: (draft, { timer }) => putWithId(draft, "timers", timer),
  timerClosed: (draft, { timerId }) => draft.remove("timers", timerId),
  subscriptionOpened: (draft, { subscription }) => putWithId(draft, "subscriptions", subscription),
  subscriptionClosed: (draft, { subscriptionId }) => draft.remove("subscriptions", subscriptionId),
  messageTaken: (draft, { subscriptionId, messageId }) => {
    const subscription = draft.state.subscriptions?.[subscriptionId];
    if (subscription === undefined) throw new Error(`Expected subscription ${subscriptionId}, but it is not there`);
    draft.put("subscriptions", subscriptionId, { ...subscription, lastMessageId: messageId });
  },
  messagePublished: nothing,
  signalAwaited: (draft, { signal }) => putWithId(draft, "signals", signal),
  signalTaken: (draft, { signalWaitId, signalId, isLast }) => {
    const signal = draft.state.signals?.[signalWaitId];
    if (signal === undefined) throw new Error(`Expected signal wait ${signalWaitId}, but it is not there`);
    if (isLast) draft.remove("signals", signalWaitId);
    else draft.put("signals", signalWaitId, { ...signal, lastSignalId: signalId });
  },
  signalWaitCancelled: (draft, { signalWaitId }) => draft.remove("signals", signalWaitId),
  signalThrown: nothing,
  conditionAwaited: (draft, { condition }) => putWithId(draft, "conditions", condition),
  conditionChanged: (draft, { conditionId, isMet }) => {
    const waiting = draft.state.conditions?.[conditionId];
    if (waiting === undefined) throw new Error(`Expected condition ${conditionId}, but it is not there`);
    const { isMet: _, ...condition } = waiting;
    draft.put("conditions", conditionId, isMet ? { ...condition, isMet } : condition);
  },
  conditionClosed: (draft, { conditionId }) => draft.remove("conditions", conditionId),
  adHocEnding: (draft, { scopeId }) => {
    const scope = draft.state.scopes[scopeId];
    if (scope === undefined) throw new Error(`Expected scope ${scopeId} of an ad-hoc sub-process, but it is not there`);
    draft.put("scopes", scopeId, { ...scope, isEnding: true });
  },
  eventGathered: (draft, { gathering }) => putWithId(draft, "gatherings", gathering),
  gatheringClosed: (draft, { gatheringId }) => draft.remove("gatherings", gatheringId),
  decisionEvaluated: nothing,
  budgetStarted: (draft, { budget }) => putWithId(draft, "budgets", budget),
  budgetChanged: (draft, { budget }) => putWithId(draft, "budgets", budget),
  budgetClosed: (draft, { budgetId }) => draft.remove("budgets", budgetId),
  rungReached: nothing,
  escalationRaised: nothing,
  errorThrown: nothing,
  caseStateSet: (draft, { caseState }) => {
    draft.caseState = caseState;
  },
  incidentRaised: (draft, { incident }) => {
    const token = movedToken(draft, incident.tokenId, "incident");
    draft.put("tokens", incident.tokenId, { ...token, incidentId: incident.id });
    putWithId(draft, "incidents", incident);
  },
  incidentResolved: (draft, { incidentId }) => {
    const incident = draft.state.incidents?.[incidentId];
    if (incident === undefined) throw new Error(`Expected incident ${incidentId} to resolve, but it is not there`);
    const { incidentId: _, ...token } = movedToken(draft, incident.tokenId, "active");
    draft.put("tokens", incident.tokenId, token);
    draft.remove("incidents", incidentId);
  },
  sentBack: nothing,
  supervisionOpened: (draft, { supervision }) => putWithId(draft, "supervisions", supervision),
  supervisionOverdue: nothing,
  supervisionClosed: (draft, { supervisionId }) => draft.remove("supervisions", supervisionId),
  instanceSuspended: (draft, { at }) => {
    draft.suspendedAt = at;
  },
  instanceResumed: (draft) => {
    draft.suspendedAt = undefined;
  },
  processCompleted: (draft) => endInstance(draft, "completed"),
  processCancelled: (draft) => endInstance(draft, "cancelled"),
  processForceClosed: (draft) => endInstance(draft, "completed"),
  instanceMigrated: applyMigration,
  ...OFFICE_APPLIERS,
};

/** What a scope has kept is undone through the record of the whole scope, or, without one, never. */
function forgetCompensations(draft: Draft, scopeId: string): void {
  const { compensations } = draft.state;
  if (compensations === undefined) return;
  const all = Object.entries(compensations);
  if (all.some(([, { inner }]) => inner === scopeId)) return;
  for (const [id, { scopeId: within, inner }] of all) {
    if (within !== scopeId) continue;
    draft.remove("compensations", id);
    if (inner !== undefined) forgetCompensations(draft, inner);
  }
}

type WithId =
  | "jobs"
  | "timers"
  | "subscriptions"
  | "signals"
  | "conditions"
  | "gatherings"
  | "compensations"
  | "budgets"
  | "incidents"
  | "supervisions";
type StoredEntry<C extends WithId> = NonNullable<InstanceState[C]>[string];

function putWithId<C extends WithId>(
  draft: Draft,
  collection: C,
  entry: StoredEntry<C> & { readonly id: string },
): void {
  draft.put(collection, entry.id, withoutId(entry) as StoredEntry<C>);
  draft.count(entry.id);
}

/** A loop, because taking the rest of an object is ten times as slow and this runs for every task, job and timer. */
function withoutId(entry: object, also?: string): unknown {
  const stored: Record<string, unknown> = {};
  for (const name in entry) if (name !== "id" && name !== also) stored[name] = Reflect.get(entry, name);
  return stored;
}

function putScope(draft: Draft, scope: Scope): void {
  const { id, elementId, processKey } = scope;
  const stored: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(scope)) {
    const isKnown =
      name === "elementId" ? elementId === processKey : name === "processKey" && processKey === draft.state.processKey;
    if (name !== "id" && !isKnown) stored[name] = value;
  }
  draft.put("scopes", id, stored as unknown as StoredScope);
  draft.count(id);
}

/** Written out, because this runs for every element a token enters. */
function storedToken({ elementId, scopeId, since, locals, cameFrom, compensates, resets }: Token): StoredToken {
  const stored: { -readonly [K in keyof StoredToken]: StoredToken[K] } = { elementId, since };
  if (scopeId !== ROOT_SCOPE) stored.scopeId = scopeId;
  if (locals !== undefined) stored.locals = locals;
  if (cameFrom !== undefined) stored.cameFrom = cameFrom;
  if (compensates !== undefined) stored.compensates = compensates;
  if (resets !== undefined) stored.resets = resets;
  return stored;
}

function movedToken(draft: Draft, id: string, to: "joining" | "incident" | "active"): StoredToken {
  const token = draft.state.tokens?.[id];
  checkTokenMove(id, tokenStateOf(token), to);
  if (token === undefined) throw new Error(`Expected token ${id} in the state, but it is not there`);
  return token;
}

function endToken(draft: Draft, id: string): void {
  checkTokenMove(id, tokenStateOf(draft.state.tokens?.[id]), "gone");
  draft.remove("tokens", id);
}

function putTask(draft: Draft, task: TaskState): void {
  draft.put("tasks", task.id, withoutId(task, "elementId") as StoredTask);
  draft.count(task.id);
}

/** The root scope stays: its variables are the result of the instance. */
function endInstance(draft: Draft, status: "completed" | "cancelled"): void {
  checkInstanceMove(draft.state.status, status);
  draft.status = status;
}
