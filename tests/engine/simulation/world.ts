/**
 * A small shell around the real engine, for R2 and R7: a store with one transaction a command, an outbox, a runner of
 * jobs and timers, clients that try again with the same key. Every call of the store can crash before or after it commits.
 */
import { advance, jobsOf, tasksOf, timersOf } from "../../../engine/index.ts";
import type { Bundle, CommandBody, Effect, Event, InstanceState, JsonObject } from "../../../engine/index.ts";
import type { Dice } from "../reference/dice.ts";

/** The process dies here: memory is lost, the store stays. */
export class Crash extends Error {}

export type Fault = "none" | "crashBefore" | "crashAfter";

interface Row {
  readonly state: string;
  readonly events: readonly string[];
  readonly revision: number;
}

/** Rows, and what is kept with them in one transaction. Nothing of it is shared with whoever reads. */
export class Store {
  readonly rows = new Map<string, Row>();
  /** Effects that are still to be done, by a key that is the same on every try. */
  readonly outbox = new Map<string, { readonly caseId: string; readonly effect: string }>();
  readonly settled = new Set<string>();
  /** Keys of commands that were carried out, and the answer they had. */
  readonly answered = new Map<string, string>();
  calls = 0;
  /** Decides at each call. */
  fault: (call: number) => Fault = () => "none";

  call<T>(work: () => T): T {
    this.calls += 1;
    const fault = this.fault(this.calls);
    if (fault === "crashBefore") throw new Crash("before");
    const result = work();
    if (fault === "crashAfter") throw new Crash("after");
    return result;
  }
}

export interface Sent {
  readonly key: string;
  readonly caseId: string;
  readonly body: CommandBody;
  readonly now: string;
}

const PERSON = { kind: "person", id: "wang", groups: ["team"] } as const;

/** One node: everything in it is lost with it. */
export class Node {
  private readonly bundle: Bundle;
  private readonly store: Store;

  constructor(bundle: Bundle, store: Store) {
    this.bundle = bundle;
    this.store = store;
  }

  /** Out: the answer, `done` or the code of the refusal; the same for the same key. */
  send({ key, caseId, body, now }: Sent): string {
    const before = this.store.call(() => ({ answer: this.store.answered.get(key), row: this.store.rows.get(caseId) }));
    if (before.answer !== undefined) return before.answer;
    const state = before.row && (JSON.parse(before.row.state) as InstanceState);
    const result = advance(this.bundle, state, { ...body, now, actor: PERSON });
    if (!result.ok) return result.problem.code;
    const revision = before.row?.revision ?? 0;
    return this.store.call(() => this.commit(key, caseId, revision, result));
  }

  private commit(
    key: string,
    caseId: string,
    revision: number,
    made: { readonly state: InstanceState; readonly events: readonly Event[]; readonly effects: readonly Effect[] },
  ): string {
    const row = this.store.rows.get(caseId) ?? { state: "", events: [], revision: 0 };
    if (row.revision !== revision) return "CONFLICT";
    const events = [...row.events, ...made.events.map((event) => JSON.stringify(event))];
    this.store.rows.set(caseId, { state: JSON.stringify(made.state), events, revision: revision + 1 });
    for (const [at, effect] of made.effects.entries()) {
      if (!TO_DO.has(effect.type)) continue;
      this.store.outbox.set(`${caseId}/${revision}/${at}`, { caseId, effect: JSON.stringify(effect) });
    }
    this.store.answered.set(key, "done");
    return "done";
  }
}

const TO_DO: ReadonlySet<string> = new Set(["createJob", "publishMessage", "broadcastSignal"]);

export const stateOf = (store: Store, caseId: string): InstanceState | undefined => {
  const row = store.rows.get(caseId);
  return row && (JSON.parse(row.state) as InstanceState);
};

export const eventsOf = (store: Store, caseId: string): readonly Event[] =>
  (store.rows.get(caseId)?.events ?? []).map((text) => JSON.parse(text) as Event);

/** What could be sent to a case now; jobs are left to the runner of the outbox. */
export function possible(state: InstanceState, awaited: readonly string[], dice: Dice): readonly CommandBody[] {
  const variables: JsonObject = {};
  const id = `x${state.seq}`;
  return [
    ...tasksOf(state).map(({ id: taskId }): CommandBody => ({
      ...{ type: "completeTask", taskId, submission: { [`c${dice.below(40)}`]: dice.below(3) } },
    })),
    ...timersOf(state).map(({ id: timerId }): CommandBody => ({ type: "fireTimer", timerId })),
    ...Object.values(state.subscriptions ?? {}).map(({ messageName, correlationKey }): CommandBody => ({
      ...{ type: "deliverMessage", messageName, correlationKey, messageId: id, variables },
    })),
    ...Object.values(state.signals ?? {}).map(({ signalName }): CommandBody => ({
      ...{ type: "deliverSignal", signalName, signalId: id, variables },
    })),
    ...awaited.map((name): CommandBody => ({ type: "setVariables", variables: { [name]: 1 }, reason: "" })),
  ];
}

/** A job of the outbox as the command that ends it. */
export function finishing(effect: Effect): CommandBody | undefined {
  return effect.type === "createJob" ? { type: "completeJob", jobId: effect.jobId, variables: {} } : undefined;
}

export const openJobs = (state: InstanceState): readonly string[] => jobsOf(state).map(({ id }) => id);
