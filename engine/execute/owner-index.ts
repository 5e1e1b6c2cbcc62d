/** Who owns which entry of the state, kept while one command runs: ten thousand tokens must not be looked through ten thousand times. */
import type { InstanceState } from "../model/state.ts";
import { ROOT_SCOPE } from "./read-state.ts";

export type CollectionName =
  | "scopes"
  | "tokens"
  | "tasks"
  | "jobs"
  | "timers"
  | "subscriptions"
  | "signals"
  | "conditions"
  | "gatherings"
  | "compensations"
  | "outputs"
  | "budgets"
  | "incidents"
  | "supervisions"
  | "copies"
  | "requests"
  | "actors";
export type Entry<C extends CollectionName> = NonNullable<InstanceState[C]>[string];

interface Owned {
  readonly tokenId?: string;
  readonly scopeId?: string;
  readonly hostToken?: string;
}

/** Of a token its scope, of a scope its host, of everything else the token that it waits with, or else the scope. */
export function ownerOf(collection: CollectionName, entry: Entry<CollectionName>): string | undefined {
  const { tokenId, scopeId, hostToken } = entry as Owned;
  if (collection === "tokens") return scopeId ?? ROOT_SCOPE;
  return collection === "scopes" ? hostToken : (tokenId ?? scopeId);
}

const NONE: readonly string[] = [];

export class OwnerIndex {
  private readonly ids = new Map<string, Set<string>>();

  move(id: string, from: string | undefined, to: string | undefined): void {
    if (from === to) return;
    if (from !== undefined) this.ids.get(from)?.delete(id);
    if (to === undefined) return;
    const owned = this.ids.get(to);
    if (owned === undefined) this.ids.set(to, new Set([id]));
    else owned.add(id);
  }

  of(owner: string): readonly string[] {
    const owned = this.ids.get(owner);
    return owned === undefined ? NONE : [...owned];
  }

  has(owner: string): boolean {
    return (this.ids.get(owner)?.size ?? 0) > 0;
  }
}
