/** The only writer of state: one event in, the next state out. Replaying all events of an instance gives its state. */
import type { Event, EventOf, EventType } from "../model/event.ts";
import type { InstanceState } from "../model/state.ts";
import { APPLIERS } from "./appliers.ts";
import { Draft } from "./draft.ts";
import { checkInstanceMove } from "./lifecycle.ts";

/** In: the state so far (`undefined` before `processStarted`) and what happened. The input is never changed. */
export function evolve(state: InstanceState | undefined, event: Event): InstanceState {
  const draft = new Draft(state ?? stateBefore(event));
  applyEvent(draft, event);
  return draft.finished();
}

/** In: all events of an instance. Out: its state. Copies what they touch once, however many they are. */
export function replay(events: readonly Event[]): InstanceState | undefined {
  const [first] = events;
  if (first === undefined) return undefined;
  const draft = new Draft(stateBefore(first));
  for (const event of events) applyEvent(draft, event);
  return draft.finished();
}

/** The state that `processStarted` begins from. */
export function stateBefore(event: Event): InstanceState {
  if (event.type !== "processStarted") throw new Error(`Expected processStarted first, but got ${event.type}`);
  checkInstanceMove("none", "running");
  const { processKey, at } = event;
  return { format: 1, status: "running", processKey, startedAt: at, counter: 0, seq: 0, scopes: {} };
}

export function applyEvent(draft: Draft, event: Event): void {
  const apply = APPLIERS[event.type] as (draft: Draft, event: EventOf<EventType>) => void;
  apply(draft, event);
  draft.seq = event.seq;
}
