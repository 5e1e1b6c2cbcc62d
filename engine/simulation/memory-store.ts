/** Where the instances of a simulation are kept: the one thing that tests replace to make it fail. */
import type { Event } from "../model/event.ts";
import type { InstanceState } from "../model/state.ts";

export interface StoredCase {
  readonly state: InstanceState;
  /** Counts the steps saved: whoever saves names the one he began from. */
  readonly revision: number;
}

/** State and events of a step are saved together or not at all. */
export interface CaseStore {
  readonly ids: readonly string[];
  load(id: string): StoredCase | undefined;
  eventsOf(id: string): readonly Event[];
  /** Out: whether it was saved; not when somebody else saved after `revisionBefore`. */
  save(id: string, state: InstanceState, events: readonly Event[], revisionBefore: number): boolean;
}

/** Keeps JSON texts, as a database does: nothing is shared with whoever saved it. */
export class MemoryStore implements CaseStore {
  private readonly cases = new Map<string, { state: string; events: string[]; revision: number }>();

  get ids(): readonly string[] {
    return [...this.cases.keys()];
  }

  load(id: string): StoredCase | undefined {
    const found = this.cases.get(id);
    return found && { state: JSON.parse(found.state) as InstanceState, revision: found.revision };
  }

  eventsOf(id: string): readonly Event[] {
    return (this.cases.get(id)?.events ?? []).flatMap((text) => JSON.parse(text) as Event[]);
  }

  save(id: string, state: InstanceState, events: readonly Event[], revisionBefore: number): boolean {
    const before = this.cases.get(id) ?? { events: [] as string[], revision: 0 };
    if (before.revision !== revisionBefore) return false;
    before.events.push(JSON.stringify(events));
    this.cases.set(id, { state: JSON.stringify(state), events: before.events, revision: revisionBefore + 1 });
    return true;
  }
}
