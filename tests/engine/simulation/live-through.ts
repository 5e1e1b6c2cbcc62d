/** R7: a seed is a process, its cases, and everything that goes wrong while people, machines and clocks go on. */
import type { Effect } from "../../../engine/index.ts";
import { Dice } from "../reference/dice.ts";
import { prepare } from "../reference/run-both.ts";
import type { Prepared } from "../reference/run-both.ts";
import { checkInvariants } from "./invariants.ts";
import { Crash, Node, Store, finishing, possible, stateOf } from "./world.ts";
import type { Sent } from "./world.ts";

/** How often each kind of trouble really happened. */
export interface Troubles {
  crashBefore: number;
  crashAfter: number;
  duplicate: number;
  delayed: number;
  clockJump: number;
  effectTwice: number;
}

export const noTroubles = (): Troubles => ({
  ...{ crashBefore: 0, crashAfter: 0, duplicate: 0, delayed: 0, clockJump: 0, effectTwice: 0 },
});

const FAULTS = 0.08;
const DIES_BETWEEN = 0.4;
const MOST_TRIES = 50;

/** Out: a digest of all that was stored, the same for the same seed. Throws when an invariant does not hold. */
export async function liveThrough(seed: number, steps: number, troubles: Troubles): Promise<string> {
  const life = new TroubledLife(await prepare(seed), new Dice(seed + 1_000_000), troubles);
  for (let step = 0; step < steps; step += 1) life.step();
  return life.digest();
}

class TroubledLife {
  private readonly prepared: Prepared;
  private readonly dice: Dice;
  private readonly troubles: Troubles;
  private readonly store = new Store();
  private readonly acknowledged = new Set<string>();
  private readonly outside = new Map<string, number>();
  private readonly delayed: Sent[] = [];
  private node: Node;
  private minute = 0;
  private sent = 0;

  constructor(prepared: Prepared, dice: Dice, troubles: Troubles) {
    this.prepared = prepared;
    this.dice = dice;
    this.troubles = troubles;
    this.node = new Node(prepared.bundle, this.store);
    this.store.fault = () => {
      if (!dice.chance(FAULTS)) return "none";
      const fault = dice.chance(0.5) ? "crashBefore" : "crashAfter";
      troubles[fault] += 1;
      return fault;
    };
  }

  step(): void {
    const { dice } = this;
    if (dice.chance(0.1)) this.jump();
    if (this.delayed.length > 0 && dice.chance(0.3)) this.trySend(this.delayed.splice(0, 1)[0]);
    else if (this.store.outbox.size > 0 && dice.chance(0.5)) this.runOne();
    else this.trySend(this.nextCommand());
    const { store, acknowledged, outside } = this;
    checkInvariants({ bundle: this.prepared.bundle, store, acknowledged, outside });
  }

  digest(): string {
    return JSON.stringify([...this.store.rows, ...this.outside]);
  }

  /** Forward by hours; clocks that go back fire nothing, because the engine compares with the due date. */
  private jump(): void {
    this.minute = Math.max(0, this.minute + (this.dice.chance(0.8) ? 600 : -120));
    this.troubles.clockJump += 1;
  }

  private get now(): string {
    return new Date(Date.UTC(2026, 2, 2, 2) + this.minute * 60_000).toISOString();
  }

  private nextCommand(): Sent {
    const { dice } = this;
    const caseId = `case${1 + dice.below(3)}`;
    const state = stateOf(this.store, caseId);
    this.sent += 1;
    const head = { key: `command${this.sent}`, caseId, now: this.now };
    if (state === undefined) return { ...head, body: { type: "start", variables: this.prepared.variables } };
    const bodies = state.status === "running" ? possible(state, this.prepared.awaited, dice) : [];
    const body = bodies[dice.below(Math.max(1, bodies.length))];
    return { ...head, body: body ?? { type: "setVariables", variables: { n: 1 }, reason: "" } };
  }

  /** A client tries until it has an answer; sometimes it asks again although it had one, or too late. */
  private trySend(sent: Sent | undefined): void {
    if (sent === undefined) return;
    if (this.dice.chance(0.05)) {
      this.troubles.delayed += 1;
      return void this.delayed.push(sent);
    }
    const answer = this.untilAnswered(sent);
    if (answer === "done") this.acknowledged.add(sent.key);
    if (!this.dice.chance(0.1)) return;
    this.troubles.duplicate += 1;
    const again = this.untilAnswered(sent);
    if (answer === "done" && again !== "done") throw new Error(`Expected the same answer again, but got ${again}`);
  }

  private untilAnswered(sent: Sent): string {
    for (let turn = 0; turn < MOST_TRIES; turn += 1) {
      try {
        return this.node.send(sent);
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        this.node = new Node(this.prepared.bundle, this.store);
      }
    }
    throw new Error("Expected an answer within fifty tries");
  }

  /** At least once: the effect is done, then its row is settled with the command that it brings about. */
  private runOne(): void {
    const [key] = this.store.outbox.keys();
    const row = key === undefined ? undefined : this.store.outbox.get(key);
    if (key === undefined || row === undefined) return;
    const times = (this.outside.get(key) ?? 0) + 1;
    this.outside.set(key, times);
    if (times > 1) this.troubles.effectTwice += 1;
    // The node may die between the effect and its record.
    if (this.dice.chance(DIES_BETWEEN)) return;
    const body = finishing(JSON.parse(row.effect) as Effect);
    if (body !== undefined) this.untilAnswered({ key, caseId: row.caseId, now: this.now, body });
    this.store.outbox.delete(key);
    this.store.settled.add(key);
  }
}
