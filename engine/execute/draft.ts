/**
 * A state under construction: each collection is copied the first time it is written in a run and then written in
 * place, so a command copies what it touches once, however many events it makes (decided.md 19).
 */
import type { InstanceState } from "../model/state.ts";

type CollectionName =
  | "scopes"
  | "tokens"
  | "tasks"
  | "jobs"
  | "timers"
  | "subscriptions"
  | "budgets"
  | "incidents"
  | "supervisions"
  | "actors";
type Entry<C extends CollectionName> = NonNullable<InstanceState[C]>[string];
type Writable = { -readonly [K in keyof InstanceState]: InstanceState[K] };

export class Draft {
  private readonly writable: Writable;
  private readonly owned = new Map<CollectionName, Record<string, unknown>>();

  constructor(base: InstanceState) {
    this.writable = { ...base };
  }

  /** The state so far: read it, never keep it beyond the next write. */
  get state(): InstanceState {
    return this.writable;
  }

  set(fields: Partial<Pick<InstanceState, "status" | "suspendedAt" | "counter" | "seq" | "caseState">>): void {
    Object.assign(this.writable, fields);
  }

  clearSuspended(): void {
    delete this.writable.suspendedAt;
  }

  put<C extends CollectionName>(collection: C, id: string, entry: Entry<C>): void {
    this.own(collection)[id] = entry;
  }

  remove(collection: CollectionName, id: string): void {
    const entries = this.own(collection);
    delete entries[id];
    for (const _ in entries) return;
    // An empty collection is left out of the state; scopes are never empty.
    this.owned.delete(collection);
    if (collection !== "scopes") delete this.writable[collection];
  }

  private own(collection: CollectionName): Record<string, unknown> {
    const known = this.owned.get(collection);
    if (known !== undefined) return known;
    const copy: Record<string, unknown> = { ...this.writable[collection] };
    this.owned.set(collection, copy);
    Object.assign(this.writable, { [collection]: copy });
    return copy;
  }
}
