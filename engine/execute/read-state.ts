/** The state as its readers want it: entries with their ids and with what the stored form leaves out. */
import type { Bundle } from "../model/bundle.ts";
import type { EventDefinition, FlowNode, ProcessDefinition, ScopeDefinition } from "../model/process.ts";
import type { CopyState, ExtensionRequest } from "../model/office.ts";
import type {
  BudgetState,
  CompensationState,
  ConditionState,
  IncidentState,
  InstanceState,
  JobState,
  Scope,
  SignalState,
  StoredToken,
  SubscriptionState,
  SupervisionState,
  TaskState,
  TimerState,
  Token,
} from "../model/state.ts";

export const ROOT_SCOPE = "s1";

export function tokenAt(state: InstanceState, id: string): Token | undefined {
  const stored = state.tokens?.[id];
  return stored === undefined ? undefined : tokenOf(id, stored);
}

/** Written out: spreading records of many shapes was a third of the time of a run. */
function tokenOf(id: string, stored: StoredToken): Token {
  const {
    elementId,
    scopeId = ROOT_SCOPE,
    since,
    incidentId,
    locals,
    cameFrom,
    arrivedBy,
    compensates,
    resets,
    held,
  } = stored;
  const token: { -readonly [K in keyof Token]: Token[K] } = { id, elementId, scopeId, since };
  if (incidentId !== undefined) token.incidentId = incidentId;
  if (locals !== undefined) token.locals = locals;
  if (cameFrom !== undefined) token.cameFrom = cameFrom;
  if (arrivedBy !== undefined) token.arrivedBy = arrivedBy;
  if (compensates !== undefined) token.compensates = compensates;
  if (held !== undefined) token.held = held;
  if (resets !== undefined) token.resets = resets;
  return token;
}

export function tokensOf(state: InstanceState): readonly Token[] {
  return Object.entries(state.tokens ?? {}).map(([id, stored]) => tokenOf(id, stored));
}

export function scopeAt(state: InstanceState, id: string): Scope {
  const stored = state.scopes[id];
  if (stored === undefined) throw new Error(`Expected scope ${id} in the state, but it is not there`);
  const processKey = stored.processKey ?? state.processKey;
  return { id, elementId: processKey, ...stored, processKey };
}

/** The token whose activity runs this scope; absent for the root. */
export function hostOf(state: InstanceState, scope: Scope): Token | undefined {
  return scope.hostToken === undefined ? undefined : tokenAt(state, scope.hostToken);
}

export function taskAt(state: InstanceState, id: string): TaskState | undefined {
  const stored = state.tasks?.[id];
  if (stored === undefined) return undefined;
  return { id, elementId: state.tokens?.[stored.tokenId]?.elementId ?? "", ...stored };
}

export function tasksOf(state: InstanceState): readonly TaskState[] {
  return Object.keys(state.tasks ?? {}).flatMap((id) => taskAt(state, id) ?? []);
}

export function jobsOf(state: InstanceState): readonly JobState[] {
  return withIds(state.jobs);
}

export function timersOf(state: InstanceState): readonly TimerState[] {
  return withIds(state.timers);
}

export function subscriptionsOf(state: InstanceState): readonly SubscriptionState[] {
  return withIds(state.subscriptions);
}

export function signalsOf(state: InstanceState): readonly SignalState[] {
  return withIds(state.signals);
}

export function compensationsOf(state: InstanceState): readonly CompensationState[] {
  return withIds(state.compensations);
}

export function conditionsOf(state: InstanceState): readonly ConditionState[] {
  return withIds(state.conditions);
}

export function budgetsOf(state: InstanceState): readonly BudgetState[] {
  return withIds(state.budgets);
}

/** The budget that runs over a token: its own, or that of the activity whose instance it is. */
export function budgetAround(state: InstanceState, token: Token): BudgetState | undefined {
  if (state.budgets === undefined) return undefined;
  const scope = state.scopes[token.scopeId];
  const host = scope?.loop === undefined ? undefined : scope.hostToken;
  return budgetsOf(state).find(({ tokenId }) => tokenId === token.id || tokenId === host);
}

export function incidentsOf(state: InstanceState): readonly IncidentState[] {
  return withIds(state.incidents);
}

export function copiesOf(state: InstanceState): readonly CopyState[] {
  return withIds(state.copies);
}

export function requestsOf(state: InstanceState): readonly ExtensionRequest[] {
  return withIds(state.requests);
}

export function supervisionsOf(state: InstanceState): readonly SupervisionState[] {
  return withIds(state.supervisions);
}

function withIds<T extends object>(
  collection: Readonly<Record<string, T>> | undefined,
): readonly (T & { readonly id: string })[] {
  if (collection === undefined) return [];
  return Object.entries(collection).map(([id, entry]) => ({ id, ...entry }));
}

/** Own entry of a record whose keys come from outside: `constructor` is no variable. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

export function processOf(bundle: Bundle, state: InstanceState, scopeId: string): ProcessDefinition {
  const key = state.scopes[scopeId]?.processKey ?? state.processKey;
  const process = own(bundle.processes, key);
  if (process === undefined) throw new Error(`Expected process ${key} in the bundle, but it is not there`);
  return process;
}

/** Whether a token is one instance of an activity that repeats. */
export function isInstance(state: InstanceState, token: Token): boolean {
  return state.scopes[token.scopeId]?.loop !== undefined;
}

/** What a scope runs; the scope of a loop runs nothing of its own. */
export function definitionOf(bundle: Bundle, state: InstanceState, scopeId: string): ScopeDefinition | undefined {
  const process = processOf(bundle, state, scopeId);
  const { elementId } = scopeAt(state, scopeId);
  if (state.scopes[scopeId]?.loop !== undefined) return undefined;
  if (elementId === process.key) return process.scope;
  const node = nodeIn(process, elementId);
  return node.kind === "subProcess" || node.kind === "adHocSubProcess" ? node.scope : undefined;
}

export function nodeOf(bundle: Bundle, state: InstanceState, token: Token): FlowNode {
  return nodeIn(processOf(bundle, state, token.scopeId), token.elementId);
}

export function nodeIn(process: ProcessDefinition, elementId: string): FlowNode {
  const node = own(process.nodes, elementId);
  if (node === undefined)
    throw new Error(`Expected element ${elementId} in process ${process.key}, but it is not there`);
  return node;
}

/** The event of a node; of a multiple event the part named. */
export function eventAt(node: FlowNode, part: number | undefined): EventDefinition | undefined {
  const event = "event" in node ? node.event : undefined;
  return event?.kind === "multiple" ? event.events[part ?? 0] : event;
}
