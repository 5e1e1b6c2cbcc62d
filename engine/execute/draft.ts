/**
 * A state under construction: each collection is copied the first time it is written in a run and then written in
 * place, so a command copies what it touches once, however many events it makes (decided.md 19).
 */
import type { InstanceState } from "../model/state.ts";
import type { Instant } from "../model/time.ts";
import { OwnerIndex, ownerOf } from "./owner-index.ts";
import type { CollectionName, Entry } from "./owner-index.ts";

type Writable = { -readonly [K in keyof InstanceState]: InstanceState[K] };
type Collections = Partial<Record<CollectionName, object>>;

/** Up to here looking through all is cheaper than an index. */
const FEW = 24;
const FEW_TIMES = 4;
const NONE: readonly string[] = [];
const EMPTY = Object.freeze({});

function isEmpty(record: object = EMPTY): boolean {
  for (const _ in record) return false;
  return true;
}

export class Draft {
  /** Everything of the state but what is in `owned` is shared with the state before. */
  private readonly writable: Writable;
  private readonly owned: { [C in CollectionName]?: Record<string, Entry<C>> | undefined } = {};
  private readonly emptied: CollectionName[] = [];
  private readonly sizes: { [C in CollectionName]?: number } = {};
  private readonly asked: { [C in CollectionName]?: number } = {};
  private readonly indexes: { [C in CollectionName]?: OwnerIndex } = {};

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

  /** Ids are `<letter><n>` from one counter; what is put again keeps its id and its number. */
  count(id: string): void {
    const number = Number(id.slice(1));
    if (number > this.writable.counter) this.writable.counter = number;
  }

  /** Another bundle may call the process by another key. */
  set processKey(processKey: string) {
    this.writable.processKey = processKey;
  }

  set caseState(caseState: string) {
    this.writable.caseState = caseState;
  }

  set suspendedAt(at: Instant | undefined) {
    if (at === undefined) delete this.writable.suspendedAt;
    else this.writable.suspendedAt = at;
  }

  put<C extends CollectionName>(collection: C, id: string, entry: Entry<C>): void {
    const record = this.own(collection);
    const before = record[id];
    if (before === undefined) this.sizes[collection] = (this.sizes[collection] ?? 0) + 1;
    record[id] = entry;
    this.indexes[collection]?.move(id, before && ownerOf(collection, before), ownerOf(collection, entry));
  }

  remove(collection: CollectionName, id: string): void {
    const before = this.writable[collection]?.[id];
    if (before === undefined) return;
    const record = this.own(collection);
    this.indexes[collection]?.move(id, ownerOf(collection, before), undefined);
    const left = (this.sizes[collection] ?? 1) - 1;
    this.sizes[collection] = left;
    if (left > 0 || collection === "scopes") {
      delete record[id];
      return;
    }
    // A fresh record is faster to fill again than one that was emptied.
    this.owned[collection] = undefined;
    (this.writable as Collections)[collection] = EMPTY;
    this.emptied.push(collection);
  }

  /** The state when all is written: without what is empty, but for scopes, which never are. */
  finished(): InstanceState {
    // Only now, because most of what is emptied is filled again by the next step.
    for (const collection of this.emptied) {
      if (isEmpty(this.writable[collection])) delete this.writable[collection as Exclude<CollectionName, "scopes">];
    }
    return this.writable;
  }

  has(collection: CollectionName, owner: string): boolean {
    return this.indexes[collection]?.has(owner) ?? this.of(collection, owner).length > 0;
  }

  /** Ids of what belongs to an owner: a token's work, a scope's tokens, a host's scope. */
  of(collection: CollectionName, owner: string): readonly string[] {
    const record: Readonly<Record<string, Entry<CollectionName>>> | undefined = this.writable[collection];
    if (record === undefined) return NONE;
    const index = this.indexes[collection];
    if (index !== undefined) return index.of(owner);
    const asked = (this.asked[collection] ?? 0) + 1;
    this.asked[collection] = asked;
    const ids: string[] = [];
    let size = 0;
    for (const id in record) {
      size += 1;
      if (ownerOf(collection, record[id] as Entry<CollectionName>) === owner) ids.push(id);
    }
    if (size > FEW && asked > FEW_TIMES) this.indexed(collection, record);
    return ids;
  }

  private indexed(collection: CollectionName, record: Readonly<Record<string, Entry<CollectionName>>>): void {
    const index = new OwnerIndex();
    for (const [id, entry] of Object.entries(record)) index.move(id, undefined, ownerOf(collection, entry));
    this.indexes[collection] = index;
  }

  private own<C extends CollectionName>(collection: C): Record<string, Entry<C>> {
    const known: Record<string, Entry<C>> | undefined = this.owned[collection];
    if (known !== undefined) return known;
    const shared = this.writable[collection] as Readonly<Record<string, Entry<C>>> | undefined;
    const copy = { ...shared };
    this.owned[collection] = copy as (typeof this.owned)[C];
    this.writable[collection] = copy as Writable[C];
    this.sizes[collection] = Object.keys(copy).length;
    return copy;
  }
}
