/**
 * Many cases of a model under assumptions: how long people and machines take, which way cases go, how many people there
 * are. The engine plays each case in earnest; only time, work and chance are made up.
 */
import { advance, tokensOf } from "../execute/index.ts";
import type { Bundle } from "../model/bundle.ts";
import type { CommandBody } from "../model/command.ts";
import type { Effect, EffectOf } from "../model/effect.ts";
import type { JsonObject } from "../model/json.ts";
import type { InstanceState } from "../model/state.ts";
import type { Instant } from "../model/time.ts";
import { withBranches } from "./branches.ts";
import { drawFrom } from "./distribution.ts";
import type { Chance } from "./distribution.ts";
import { forecastOf } from "./forecast.ts";
import type { Assumptions, Done, Forecast } from "./forecast.ts";
import { Happenings } from "./happenings.ts";

const MINUTE = 60_000;
/** A model whose cases never end is cut here, so that a run always ends. */
const MOST_HAPPENINGS_A_CASE = 10_000;
const NOBODY: readonly string[] = [];

/** In: the assumptions. Out: the forecast; the same assumptions and chance give the same one. */
export function monteCarlo(assumptions: Assumptions): Forecast {
  const run = new MonteCarloRun(assumptions);
  run.play();
  return run.forecast();
}

interface Case {
  readonly number: number;
  readonly began: number;
  state: InstanceState | undefined;
  stuck: { readonly code: string; readonly elementId: string } | undefined;
}

interface Queued {
  readonly case: Case;
  readonly taskId: string;
  readonly elementId: string;
  readonly groups: readonly string[];
  readonly since: number;
}

class MonteCarloRun {
  private readonly assumptions: Assumptions;
  private readonly bundleFor: (chance: Chance) => Bundle;
  private readonly happenings = new Happenings();
  private readonly cases: Case[] = [];
  private readonly free: Map<string, number>;
  /** Tasks that nobody has begun, oldest first. */
  private readonly queue: Queued[] = [];
  private readonly done: Done[] = [];
  private readonly lengths: number[] = [];
  private minute = 0;
  private ended = 0;

  constructor(assumptions: Assumptions) {
    this.assumptions = assumptions;
    this.bundleFor = withBranches(assumptions.bundle, assumptions.branches);
    this.free = new Map(Object.entries(assumptions.people ?? {}));
  }

  play(): void {
    let arrival = 0;
    for (let number = 1; number <= this.assumptions.cases; number += 1) {
      this.happenings.plan(arrival, () => this.arrive(number));
      arrival += drawFrom(this.assumptions.arrivals, this.assumptions.chance);
    }
    const most = this.assumptions.cases * MOST_HAPPENINGS_A_CASE;
    for (let count = 0; count < most; count += 1) {
      const next = this.happenings.next();
      if (next === undefined) return;
      this.minute = next.minute;
      next.happen();
      this.beginWork();
    }
  }

  forecast(): Forecast {
    const { done, lengths, ended: span } = this;
    const stuck = this.cases
      .filter(({ state }) => state?.status !== "completed")
      .map(({ number: caseNumber, stuck: cause, state }) => ({ caseNumber, ...(cause ?? waitingAt(state)) }));
    return forecastOf({ done, lengths, stuck, span }, this.assumptions.people);
  }

  private arrive(number: number): void {
    const arrived: Case = { number, began: this.minute, state: undefined, stuck: undefined };
    this.cases.push(arrived);
    this.send(arrived, { type: "start", variables: this.assumptions.variables ?? {} });
  }

  private get now(): Instant {
    return new Date(Date.parse(this.assumptions.at) + Math.round(this.minute * MINUTE)).toISOString();
  }

  /** What no longer fits (a task withdrawn meanwhile) is refused by the engine and forgotten here. */
  private send(to: Case, body: CommandBody): boolean {
    const actor = { kind: "system", id: "engine" } as const;
    const bundle = this.bundleFor(this.assumptions.chance);
    const result = advance(bundle, to.state, { ...body, now: this.now, actor });
    if (!result.ok) {
      if (body.type === "start") to.stuck = { code: result.problem.code, elementId: "" };
      return false;
    }
    to.state = result.state;
    for (const effect of result.effects) this.carryOut(to, effect);
    if (result.state.status !== "completed") return true;
    this.lengths.push(this.minute - to.began);
    this.ended = this.minute;
    return true;
  }

  private carryOut(of: Case, effect: Effect): void {
    switch (effect.type) {
      case "createTask": {
        const { taskId, elementId, candidateGroups: groups } = effect.task;
        return void this.queue.push({ case: of, taskId, elementId, groups, since: this.minute });
      }
      case "createJob":
        return this.plan(effect.elementId, () => {
          const variables = this.answerOf(effect.elementId);
          return this.send(of, { type: "completeJob", jobId: effect.jobId, variables });
        });
      case "scheduleTimer":
        return this.planTimer(of, effect);
      case "openSubscription":
        return this.planMessage(of, effect);
      case "awaitSignal":
        return this.planSignal(of, effect);
      case "openIncident":
        of.stuck = { code: effect.code, elementId: effect.elementId };
        return;
      default:
        return;
    }
  }

  /** Rounded up to the millisecond, because a timer is never fired early. */
  private planTimer(of: Case, { timerId, dueAt }: EffectOf<"scheduleTimer">): void {
    const due = (Date.parse(dueAt) - Date.parse(this.assumptions.at)) / MINUTE;
    this.happenings.plan(Math.max(due, this.minute), () => void this.send(of, { type: "fireTimer", timerId }));
  }

  private planMessage(of: Case, effect: EffectOf<"openSubscription">): void {
    const elementId = of.state?.subscriptions?.[effect.subscriptionId]?.elementId ?? "";
    if (this.assumptions.durations[elementId] === undefined) return;
    const { messageName, correlationKey, subscriptionId: messageId } = effect;
    const variables = this.answerOf(elementId);
    const body = { type: "deliverMessage", messageName, correlationKey, messageId, variables } as const;
    this.plan(elementId, () => this.send(of, body));
  }

  private planSignal(of: Case, { signalName, signalWaitId: signalId }: EffectOf<"awaitSignal">): void {
    const elementId = of.state?.signals?.[signalId]?.elementId ?? "";
    if (this.assumptions.durations[elementId] === undefined) return;
    const body = { type: "deliverSignal", signalName, signalId, variables: this.answerOf(elementId) } as const;
    this.plan(elementId, () => this.send(of, body));
  }

  private plan(elementId: string, happen: () => boolean): void {
    const worked = this.durationOf(elementId);
    this.happenings.plan(this.minute + worked, () => {
      if (happen()) this.done.push({ elementId, group: undefined, waited: 0, worked });
    });
  }

  /** Whoever is free begins the oldest task that is his; a task without people to count is begun at once. */
  private beginWork(): void {
    for (let at = 0; at < this.queue.length;) {
      const work = this.queue[at];
      if (work === undefined) return;
      const isOpen = work.case.state?.tasks?.[work.taskId] !== undefined;
      const group = isOpen ? this.freeGroup(work) : undefined;
      if (isOpen && group === undefined) at += 1;
      else this.queue.splice(at, 1);
      if (group !== undefined) this.begin(work, group);
    }
  }

  /** Empty: of nobody who is counted. */
  private freeGroup({ groups }: Queued): string | undefined {
    const counted = groups.filter((group) => this.free.has(group));
    return counted.length === 0 ? "" : counted.find((group) => (this.free.get(group) ?? 0) > 0);
  }

  private begin({ case: of, taskId, elementId, since }: Queued, group: string): void {
    const worked = this.durationOf(elementId);
    const waited = this.minute - since;
    this.change(group, -1);
    this.happenings.plan(this.minute + worked, () => {
      this.change(group, 1);
      const isDone = this.send(of, { type: "completeTask", taskId, submission: this.answerOf(elementId) });
      if (isDone) this.done.push({ elementId, group: group === "" ? undefined : group, waited, worked });
    });
  }

  private change(group: string, by: number): void {
    const before = this.free.get(group);
    if (before !== undefined) this.free.set(group, before + by);
  }

  private durationOf(elementId: string): number {
    const duration = this.assumptions.durations[elementId];
    return duration === undefined ? 0 : Math.max(0, drawFrom(duration, this.assumptions.chance));
  }

  private answerOf(elementId: string): JsonObject {
    return this.assumptions.answers?.[elementId] ?? {};
  }
}

function waitingAt(state: InstanceState | undefined): { readonly code: string; readonly elementId: string } {
  const [elementId = ""] = state === undefined ? NOBODY : tokensOf(state).map((token) => token.elementId);
  return { code: "SIMULATION_NOTHING_HAPPENS", elementId };
}
