/**
 * A model played: cases are started and worked on by element id, the clock moves when it is told to and fires what is
 * due on the way, messages and signals go from case to case, machines answer at once when they are told how.
 */
import { addDuration } from "../calendar/index.ts";
import { advance, jobsOf, tasksOf, timersOf, tokensOf } from "../execute/index.ts";
import type { Actor } from "../model/actor.ts";
import type { Bundle } from "../model/bundle.ts";
import type { CommandBody } from "../model/command.ts";
import type { Effect, EffectOf } from "../model/effect.ts";
import type { Event } from "../model/event.ts";
import type { JsonObject } from "../model/json.ts";
import type { Problem } from "../model/problem.ts";
import type { InstanceState } from "../model/state.ts";
import type { Instant } from "../model/time.ts";
import { MemoryStore } from "./memory-store.ts";
import type { CaseStore } from "./memory-store.ts";
import { TestClock } from "./test-clock.ts";
import { traceOf } from "./trace.ts";

/** What a machine answers to a job; `undefined`: it does not answer by itself. */
export type Worker = (job: EffectOf<"createJob">) => JsonObject | undefined;

export interface SimulationSettings {
  /** When the clock begins. */
  readonly at: Instant;
  readonly actor?: Actor;
  readonly store?: CaseStore;
  readonly worker?: Worker;
  /** Told of each step of each case. */
  readonly onStep?: (step: Step) => void;
}

export interface Step {
  readonly caseId: string;
  readonly at: Instant;
  readonly events: readonly Event[];
  readonly effects: readonly Effect[];
}

/** What waits, oldest first, by kind and element. */
export interface OpenWork {
  readonly kind: "task" | "job" | "timer" | "message" | "signal";
  readonly id: string;
  readonly elementId: string;
  readonly dueAt?: Instant;
}

const TIMER: Actor = { kind: "system", id: "timer" };
const MACHINE: Actor = { kind: "system", id: "job" };
const PERSON: Actor = { kind: "person", id: "person", groups: [] };

/** More steps than any story has: a timer that repeats for ever would never let `forward` end. */
const MOST_STEPS = 100_000;

export class Simulation {
  readonly store: CaseStore;
  private readonly bundle: Bundle;
  private readonly settings: SimulationSettings;
  private readonly clock: TestClock;
  /** What one case has sent to others: taken when its own step is over. */
  private readonly letters: (() => void)[] = [];
  private isPosting = false;
  private sent = 0;

  constructor(bundle: Bundle, settings: SimulationSettings) {
    this.bundle = bundle;
    this.settings = settings;
    this.clock = new TestClock(settings.at);
    this.store = settings.store ?? new MemoryStore();
  }

  get now(): Instant {
    return this.clock.now;
  }

  get cases(): readonly string[] {
    return this.store.ids;
  }

  /** Starts a case under this id, at the none start event of the root or as `more` says. Out: why it was refused. */
  start(caseId: string, variables: JsonObject = {}, more: StartAt = {}): Problem | undefined {
    return this.send(caseId, { type: "start", variables, ...more });
  }

  /** Completes the oldest open task of an element. */
  complete(caseId: string, elementId: string, submission: JsonObject = {}): Problem | undefined {
    const taskId = this.oldest(caseId, "task", elementId);
    return taskId === undefined
      ? nothingOpen(elementId)
      : this.send(caseId, { type: "completeTask", taskId, submission });
  }

  /** The oldest job of an element is done. */
  completeJob(caseId: string, elementId: string, variables: JsonObject = {}): Problem | undefined {
    const jobId = this.oldest(caseId, "job", elementId);
    return jobId === undefined ? nothingOpen(elementId) : this.send(caseId, { type: "completeJob", jobId, variables });
  }

  /** A message from outside, to the case that waits for it. Out: a problem when nobody does. */
  deliver(messageName: string, correlationKey: string, variables: JsonObject = {}): Problem | undefined {
    const body = { type: "deliverMessage", messageName, correlationKey, messageId: this.newId(), variables } as const;
    for (const caseId of this.cases) {
      const problem = this.send(caseId, body);
      if (problem?.code !== "MESSAGE_NOT_EXPECTED" && problem?.code !== "INSTANCE_NOT_RUNNING") return problem;
    }
    return notWaited(messageName);
  }

  /** A signal from outside, to every case that waits for it. */
  signal(signalName: string, variables: JsonObject = {}): void {
    const body = { type: "deliverSignal", signalName, signalId: this.newId(), variables } as const;
    for (const caseId of this.cases) this.send(caseId, body);
  }

  /** Any command. Out: why it was refused. */
  send(caseId: string, body: CommandBody, actor: Actor = this.settings.actor ?? PERSON): Problem | undefined {
    const before = this.store.load(caseId);
    const result = advance(this.bundle, before?.state, { ...body, now: this.now, actor });
    if (!result.ok) return result.problem;
    if (!this.store.save(caseId, result.state, result.events, before?.revision ?? 0)) return changedMeanwhile(caseId);
    const { events, effects } = result;
    this.settings.onStep?.({ caseId, at: this.now, events, effects });
    for (const effect of effects) this.carryOut(caseId, effect);
    this.post();
    return undefined;
  }

  /** Lets time pass (an ISO duration): what is due on the way fires in the order of its due times. */
  forward(duration: string): Problem | undefined {
    const { timeZone = "UTC" } = this.bundle.calendars[this.bundle.calendar] ?? {};
    const end = addDuration(this.now, duration, timeZone);
    if (!end.ok) return end.problems[0];
    return this.moveTo(end.value);
  }

  moveTo(instant: Instant): Problem | undefined {
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const next = this.nextDue();
      if (next === undefined || next.dueAt > instant) {
        this.clock.moveTo(instant);
        return undefined;
      }
      const problem = this.fire(next);
      if (problem !== undefined) return problem;
    }
    return tooManySteps();
  }

  /** On to when a timer is due, and fires it. Out: why it was refused. */
  fire({ caseId, timerId, dueAt }: NextDue): Problem | undefined {
    this.clock.moveTo(dueAt);
    return this.send(caseId, { type: "fireTimer", timerId }, TIMER);
  }

  /** The timer that fires next, of all cases that go on; earlier ones first, then older ones. */
  nextDue(): NextDue | undefined {
    const due = this.cases.flatMap((caseId) => {
      const state = this.state(caseId);
      if (state.status !== "running" || state.suspendedAt !== undefined) return [];
      return timersOf(state).map(({ id, dueAt }) => ({ caseId, timerId: id, dueAt }));
    });
    return due.toSorted((a, b) => compare(a.dueAt, b.dueAt) || numberOf(a.timerId) - numberOf(b.timerId))[0];
  }

  state(caseId: string): InstanceState {
    const found = this.store.load(caseId);
    if (found === undefined) throw new Error(`Expected case ${caseId} in the simulation, but it is not there`);
    return found.state;
  }

  events(caseId: string): readonly Event[] {
    return this.store.eventsOf(caseId);
  }

  /** The case's story, one line an event. */
  trace(caseId: string): readonly string[] {
    return traceOf(this.events(caseId));
  }

  open(caseId: string): readonly OpenWork[] {
    const state = this.state(caseId);
    const elementOf = new Map(tokensOf(state).map((token) => [token.id, token.elementId]));
    const work: OpenWork[] = [
      ...tasksOf(state).map(({ id, elementId }) => ({ kind: "task", id, elementId }) as const),
      ...jobsOf(state).map(
        ({ id, tokenId }) => ({ kind: "job", id, elementId: elementOf.get(tokenId) ?? "" }) as const,
      ),
      ...timersOf(state).map(({ id, elementId, dueAt }) => ({ kind: "timer", id, elementId, dueAt }) as const),
      ...waitsOf("message", state.subscriptions),
      ...waitsOf("signal", state.signals),
    ];
    return work.toSorted((a, b) => numberOf(a.id) - numberOf(b.id));
  }

  private oldest(caseId: string, kind: OpenWork["kind"], elementId: string): string | undefined {
    return this.open(caseId).find((work) => work.kind === kind && work.elementId === elementId)?.id;
  }

  private carryOut(caseId: string, effect: Effect): void {
    if (effect.type === "createJob") this.letters.push(() => this.answer(caseId, effect));
    if (effect.type === "publishMessage")
      this.letters.push(() => void this.deliver(effect.messageName, effect.correlationKey, effect.variables));
    if (effect.type === "broadcastSignal") this.letters.push(() => this.broadcast(caseId, effect));
  }

  private answer(caseId: string, job: EffectOf<"createJob">): void {
    const variables = this.settings.worker?.(job);
    if (variables !== undefined) this.send(caseId, { type: "completeJob", jobId: job.jobId, variables }, MACHINE);
  }

  /** The case that threw it has it already. */
  private broadcast(from: string, { signalName, signalId, variables }: EffectOf<"broadcastSignal">): void {
    const body = { type: "deliverSignal", signalName, signalId: `${from}/${signalId}`, variables } as const;
    for (const caseId of this.cases) if (caseId !== from) this.send(caseId, body, MACHINE);
  }

  /** Letters that letters bring about are posted in turn, not within each other. */
  private post(): void {
    if (this.isPosting) return;
    this.isPosting = true;
    for (let letter = this.letters.shift(); letter !== undefined; letter = this.letters.shift()) letter();
    this.isPosting = false;
  }

  private newId(): string {
    this.sent += 1;
    return `simulated${this.sent}`;
  }
}

interface StartAt {
  readonly processKey?: string;
  readonly messageName?: string;
}

interface NextDue {
  readonly caseId: string;
  readonly timerId: string;
  readonly dueAt: Instant;
}

type Waits = Readonly<Record<string, { readonly elementId: string }>> | undefined;

const waitsOf = (kind: "message" | "signal", waits: Waits): readonly OpenWork[] =>
  Object.entries(waits ?? {}).map(([id, { elementId }]) => ({ kind, id, elementId }));

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
/** Ids are a letter and a number that only grows. */
const numberOf = (id: string): number => Number(id.slice(1));

const nothingOpen = (elementId: string): Problem => ({
  code: "SIMULATION_NOTHING_OPEN",
  zh: `“${elementId}”没有待办的工作`,
  en: `Nothing is open at "${elementId}"`,
  elementId,
});

const notWaited = (name: string): Problem => ({
  code: "MESSAGE_NOT_EXPECTED",
  zh: `没有案件等待消息“${name}”`,
  en: `No case waits for message "${name}" with this key`,
});

const changedMeanwhile = (caseId: string): Problem => ({
  code: "SIMULATION_CHANGED_MEANWHILE",
  zh: `案件“${caseId}”已被他人更新`,
  en: `Somebody else has changed case "${caseId}"`,
});

const tooManySteps = (): Problem => ({
  code: "SIMULATION_TOO_MANY_STEPS",
  zh: `这段时间内超过 ${MOST_STEPS} 步，请缩短时间`,
  en: `More than ${MOST_STEPS} steps in this time; choose a shorter one`,
});
