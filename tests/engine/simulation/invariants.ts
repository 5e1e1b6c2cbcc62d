/** I1–I10 of reliability.md, asked after every step of the simulated shell. */
import assert from "node:assert/strict";
import { incidentsOf, replay, tokensOf, waitReasons } from "../../../engine/index.ts";
import type { Bundle, Event, InstanceState } from "../../../engine/index.ts";
import { sorted } from "../reference/run-both.ts";
import { eventsOf, openJobs, stateOf } from "./world.ts";
import type { Store } from "./world.ts";

export interface Facts {
  readonly bundle: Bundle;
  readonly store: Store;
  /** Keys that somebody was told are done. */
  readonly acknowledged: ReadonlySet<string>;
  /** How often each effect was done in the world outside. */
  readonly outside: ReadonlyMap<string, number>;
}

/** Rows are made anew with each step: what was right stays right. */
const checked = new WeakSet<object>();

export function checkInvariants({ bundle, store, acknowledged, outside }: Facts): void {
  for (const key of acknowledged) assert.ok(store.answered.has(key), `I1: ${key} was acknowledged and is not stored`);
  let revisions = 0;
  for (const [caseId, row] of store.rows) {
    const state = stateOf(store, caseId);
    assert.ok(state);
    revisions += row.revision;
    if (!checked.has(row)) checkCase(bundle, state, eventsOf(store, caseId));
    checked.add(row);
    for (const job of openJobs(state)) assert.ok(hasRow(store, caseId, job), `I5: nobody does job ${job}`);
  }
  assert.equal(revisions, store.answered.size, "I1: each command that was answered is stored once");
  for (const key of store.settled) assert.ok(!store.outbox.has(key), `I8: ${key} is settled and still to do`);
  for (const key of outside.keys())
    assert.ok(store.outbox.has(key) || store.settled.has(key), `I8: effect ${key} has a row`);
  for (const { caseId } of store.outbox.values()) assert.ok(store.rows.has(caseId), "I10: an effect of a known case");
}

function hasRow(store: Store, caseId: string, jobId: string): boolean {
  return [...store.outbox.values()].some((row) => row.caseId === caseId && row.effect.includes(`"jobId":"${jobId}"`));
}

function checkCase(bundle: Bundle, state: InstanceState, events: readonly Event[]): void {
  assert.equal(JSON.stringify(sorted(replay(events))), JSON.stringify(sorted(state)), "I4: history gives the state");
  assert.deepEqual(
    events.map(({ seq }) => seq),
    events.map((_, at) => at + 1),
    "I9: one event a change, none missing",
  );
  checkTokens(bundle, state, events);
  checkTimers(events);
  if (state.status !== "running") return;
  assert.ok(waitReasons(bundle, state).length > 0 || incidentsOf(state).length > 0, "I5: it waits for nothing visible");
}

function checkTokens(bundle: Bundle, state: InstanceState, events: readonly Event[]): void {
  for (const { elementId, scopeId } of tokensOf(state)) {
    const scope = state.scopes[scopeId];
    assert.ok(scope !== undefined, `I6: ${elementId} is open under an ended scope`);
    const process = bundle.processes[scope.processKey ?? state.processKey];
    assert.ok(process?.nodes[elementId] !== undefined, `I2: a token at ${elementId}, which is not there`);
  }
  const live = new Set<string>();
  for (const event of events) {
    if (event.type === "tokenEntered") live.add(event.token.id);
    const ended =
      event.type === "tokenCompleted" || event.type === "tokenTerminated"
        ? [event.tokenId]
        : event.type === "joinFired"
          ? event.tokenIds
          : [];
    for (const id of ended) assert.ok(live.delete(id), `I3: token ${id} ended twice, or never began`);
  }
}

function checkTimers(events: readonly Event[]): void {
  const due = new Map<string, string>();
  for (const event of events) {
    if (event.type === "timerScheduled") due.set(event.timer.id, event.timer.dueAt);
    if (event.type !== "timerClosed") continue;
    const dueAt = due.get(event.timerId);
    assert.ok(due.delete(event.timerId), `I7: timer ${event.timerId} closed twice`);
    if (event.outcome === "fired") assert.ok(dueAt !== undefined && dueAt <= event.at, "I7: a timer fired early");
  }
}
