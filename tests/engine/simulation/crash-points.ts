/** R2: a life is led once without trouble, then once for each call of its store with a crash there, before and after. */
import assert from "node:assert/strict";
import type { CommandBody, Effect, InstanceState } from "../../../engine/index.ts";
import { Dice } from "../reference/dice.ts";
import { prepare } from "../reference/run-both.ts";
import type { Prepared } from "../reference/run-both.ts";
import { Crash, Node, Store, finishing, possible, stateOf } from "./world.ts";
import type { Fault } from "./world.ts";

const COMMANDS = 40;
const CASE = "case";

/** Out: how many points were tried. */
export async function everyCrashPoint(seeds: readonly number[], most: number): Promise<number> {
  let tried = 0;
  for (const seed of seeds) {
    const prepared = await prepare(seed);
    const whole = lead(prepared, seed, () => "none");
    for (let point = 1; point <= whole.calls; point += 1) {
      for (const fault of ["crashBefore", "crashAfter"] as const) {
        if (tried >= most) return tried;
        const store = lead(prepared, seed, (call) => (call === point ? fault : "none"));
        assert.deepEqual([...store.rows], [...whole.rows], `seed ${seed}: ${fault} at call ${point}`);
        tried += 1;
      }
    }
  }
  return tried;
}

/** The commands follow from the state alone, so whoever begins again after a crash sends what was meant. */
function lead(prepared: Prepared, seed: number, fault: (call: number) => Fault): Store {
  const store = new Store();
  store.fault = fault;
  for (let number = 0; number < COMMANDS; number += 1) {
    const state = stateOf(store, CASE);
    if (state !== undefined && state.status !== "running") return store;
    const body = state === undefined ? started(prepared) : chosen(prepared, store, state, new Dice(seed + number));
    if (body === undefined) return store;
    // Timers are due at once: the clock of each command is a day further.
    const now = new Date(Date.UTC(2026, 2, 2 + number)).toISOString();
    const sent = { key: `command${number}`, caseId: CASE, body, now };
    try {
      new Node(prepared.bundle, store).send(sent);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      new Node(prepared.bundle, store).send(sent);
    }
  }
  return store;
}

const started = ({ variables }: Prepared): CommandBody => ({ type: "start", variables });

function chosen(prepared: Prepared, store: Store, state: InstanceState, dice: Dice): CommandBody | undefined {
  const jobs = [...store.outbox.values()].flatMap(({ effect }) => {
    const body = finishing(JSON.parse(effect) as Effect);
    return body?.type === "completeJob" && state.jobs?.[body.jobId] !== undefined ? [body] : [];
  });
  const all = [...jobs, ...possible(state, prepared.awaited, dice)];
  return all[dice.below(Math.max(1, all.length))];
}
