/** Writes the new names into the whole of a state; what keeps its name is not touched. */
import type { EventOf } from "../model/event.ts";
import type { MigrationNames } from "../model/migration-event.ts";
import type { Step } from "../model/office.ts";
import type { InstanceState, StoredScope, StoredToken } from "../model/state.ts";
import type { Draft } from "./draft.ts";
import { ROOT_SCOPE } from "./read-state.ts";

export function applyMigration(draft: Draft, { processes }: EventOf<"instanceMigrated">): void {
  const names = new Names(draft.state, processes);
  if (!names.isAny) return;
  renameKept(draft, names);
  renameWork(draft, names);
  renameTokens(draft, names);
  renameActors(draft, names);
  renameScopes(draft, names);
}

/** Asked of the state as it was before. */
class Names {
  private readonly before: InstanceState;
  private readonly processes: Readonly<Record<string, MigrationNames>>;
  readonly isAny: boolean;

  constructor(before: InstanceState, processes: Readonly<Record<string, MigrationNames>>) {
    const { tokens = {}, scopes, compensations = {} } = before;
    // A draft writes in place what it has copied once.
    this.before = { ...before, tokens: { ...tokens }, scopes: { ...scopes }, compensations: { ...compensations } };
    this.processes = processes;
    this.isAny = Object.keys(processes).length > 0;
  }

  process(key: string): string {
    return this.processes[key]?.to ?? key;
  }

  keyOf(scopeId: string): string {
    const scope = this.before.scopes[scopeId];
    if (scope !== undefined) return scope.processKey ?? this.before.processKey;
    // What is kept of a scope that has been left hangs on the record of the whole scope.
    const whole = Object.values(this.before.compensations ?? {}).find(({ inner }) => inner === scopeId);
    return whole === undefined ? this.before.processKey : this.keyOf(whole.scopeId);
  }

  keyAt(tokenId: string): string {
    return this.keyOf(this.before.tokens?.[tokenId]?.scopeId ?? ROOT_SCOPE);
  }

  /** `undefined`: no longer there. */
  element(key: string, id: string): string | undefined {
    const named = this.processes[key]?.elements[id];
    return named === null ? undefined : (named ?? id);
  }

  flow(key: string, id: string): string {
    return this.processes[key]?.flows[id] ?? id;
  }

  /** The part of a path that a token has from the scopes around it is theirs. */
  path(token: StoredToken): readonly string[] {
    const { cameFrom = [], scopeId = ROOT_SCOPE } = token;
    const host = this.before.tokens?.[this.before.scopes[scopeId]?.hostToken ?? ""];
    const outer = host?.cameFrom?.length ?? 0;
    const key = this.keyOf(scopeId);
    const own = cameFrom.slice(outer).flatMap((entry) => this.entry(key, entry));
    return host === undefined ? own : [...this.path(host), ...own];
  }

  private entry(key: string, entry: string): readonly string[] {
    const at = entry.indexOf("@");
    const id = this.element(key, entry.slice(0, at));
    return id === undefined ? [] : [`${id}${entry.slice(at)}`];
  }
}

function renameTokens(draft: Draft, names: Names): void {
  for (const [id, token] of Object.entries(draft.state.tokens ?? {})) {
    const key = names.keyAt(id);
    const { cameFrom, arrivedBy, resets, ...others } = token;
    const path = cameFrom === undefined ? undefined : names.path(token);
    draft.put("tokens", id, {
      ...others,
      elementId: names.element(key, token.elementId) ?? token.elementId,
      ...(path === undefined || path.length === 0 ? {} : { cameFrom: path }),
      ...(arrivedBy === undefined ? {} : { arrivedBy: names.flow(key, arrivedBy) }),
      ...(resets === undefined ? {} : { resets: resets.map((flowId) => names.flow(key, flowId)) }),
    });
  }
}

/** Timers, subscriptions and the like: their elements are those of the scope they stand in. */
function renameWork(draft: Draft, names: Names): void {
  for (const collection of ["timers", "subscriptions", "signals", "conditions", "gatherings"] as const) {
    for (const [id, entry] of Object.entries(draft.state[collection] ?? {})) {
      const key = names.keyOf(entry.scopeId);
      const isProcess = "kind" in entry && entry.kind === "supervision";
      const elementId = isProcess ? names.process(entry.elementId) : names.element(key, entry.elementId);
      if (elementId !== undefined && elementId !== entry.elementId) draft.put(collection, id, { ...entry, elementId });
    }
  }
  for (const collection of ["budgets", "incidents", "requests"] as const) {
    for (const [id, entry] of Object.entries(draft.state[collection] ?? {})) {
      const key = names.keyAt(entry.tokenId);
      const elementId = names.element(key, entry.elementId) ?? entry.elementId;
      const flow = "flowId" in entry && entry.flowId !== undefined ? { flowId: names.flow(key, entry.flowId) } : {};
      draft.put(collection, id, { ...entry, elementId, ...flow });
    }
  }
}

/** What has been done and could be undone; what nothing undoes any more is forgotten. */
function renameKept(draft: Draft, names: Names): void {
  for (const [id, kept] of Object.entries(draft.state.compensations ?? {})) {
    const key = names.keyOf(kept.scopeId);
    const elementId = names.element(key, kept.elementId);
    const handlerId = kept.handlerId === undefined ? undefined : names.element(key, kept.handlerId);
    const isGone = elementId === undefined || (kept.handlerId !== undefined && handlerId === undefined);
    if (isGone) draft.remove("compensations", id);
    else draft.put("compensations", id, { ...kept, elementId, ...(handlerId === undefined ? {} : { handlerId }) });
  }
}

function renameActors(draft: Draft, names: Names): void {
  const { actors = {} } = draft.state;
  const renamed = Object.entries(actors).flatMap(([name, people]) => {
    const at = name.indexOf("/");
    const key = name.slice(0, at);
    const id = names.element(key, name.slice(at + 1));
    return id === undefined ? [] : ([[`${names.process(key)}/${id}`, people]] as const);
  });
  for (const name of Object.keys(actors)) draft.remove("actors", name);
  const merged = new Map<string, readonly string[]>();
  for (const [name, people] of renamed) merged.set(name, [...new Set([...(merged.get(name) ?? []), ...people])]);
  for (const [name, people] of merged) draft.put("actors", name, people);
}

function renameScopes(draft: Draft, names: Names): void {
  const { processKey: before } = draft.state;
  const root = names.process(before);
  for (const [id, scope] of Object.entries(draft.state.scopes)) {
    const old = scope.processKey ?? before;
    const key = names.process(old);
    const { processKey: _, elementId, steps, ...others } = scope;
    const kept = renamedSteps(names, old, steps);
    const renamed: StoredScope = {
      ...(elementId === undefined ? {} : { elementId: names.element(old, elementId) ?? elementId }),
      ...(key === root ? {} : { processKey: key }),
      ...others,
      ...(kept === undefined ? {} : { steps: kept }),
    };
    draft.put("scopes", id, renamed);
  }
  if (root !== before) draft.processKey = root;
}

function renamedSteps(names: Names, key: string, steps: StoredScope["steps"]): StoredScope["steps"] {
  if (steps === undefined) return undefined;
  const renamed = Object.entries(steps).flatMap(([id, step]): readonly (readonly [string, Step])[] => {
    const name = names.element(key, id);
    return name === undefined ? [] : [[name, step]];
  });
  return renamed.length === 0 ? undefined : Object.fromEntries(renamed);
}
