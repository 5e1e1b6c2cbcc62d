/**
 * A state under construction: each collection is copied the first time it is written in a run and then written in
 * place, so a command copies what it touches once, however many events it makes (decided.md 19).
 */
import type { InstanceState } from "../model/state.ts";
import type { Instant } from "../model/time.ts";

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
  /** Everything of the state but what is in `owned` is shared with the state before. */
  private readonly writable: Writable;
  private readonly owned: { [C in CollectionName]?: Record<string, Entry<C>> } = {};

  constructor(base: InstanceState) {
    this.writable = { ...base };
  }

  /** The state so far: read it, never keep it beyond the next write. */
  get state(): InstanceState {
    return this.writable;
  }

  set status(status: InstanceState["status"]) {
    this.writable.status = status;
  }

  set seq(seq: number) {
    this.writable.seq = seq;
  }

  set counter(counter: number) {
    this.writable.counter = counter;
  }

  set caseState(caseState: string) {
    this.writable.caseState = caseState;
  }

  set suspendedAt(at: Instant | undefined) {
    if (at === undefined) delete this.writable.suspendedAt;
    else this.writable.suspendedAt = at;
  }

  put<C extends CollectionName>(collection: C, id: string, entry: Entry<C>): void {
    this.own(collection)[id] = entry;
  }

  remove(collection: CollectionName, id: string): void {
    for (const other in this.writable[collection]) {
      if (other === id) continue;
      delete this.own(collection)[id];
      return;
    }
    // An empty collection is left out of the state; scopes are never empty.
    delete this.owned[collection];
    if (collection !== "scopes") delete this.writable[collection];
  }

  private own<C extends CollectionName>(collection: C): Record<string, Entry<C>> {
    const known: Record<string, Entry<C>> | undefined = this.owned[collection];
    if (known !== undefined) return known;
    const shared = this.writable[collection] as Readonly<Record<string, Entry<C>>> | undefined;
    const copy = { ...shared };
    this.owned[collection] = copy as (typeof this.owned)[C];
    this.writable[collection] = copy as Writable[C];
    return copy;
  }
}
