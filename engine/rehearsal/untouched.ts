/**
 * A case that nobody touches, played through the real engine with a clock of its own: jobs succeed at once, timers fire
 * when they are due. What happens then is what a limit or a rung really does, before it is published.
 */
import { advance } from "../execute/index.ts";
import type { Bundle } from "../model/bundle.ts";
import type { CommandBody } from "../model/command.ts";
import type { Effect } from "../model/effect.ts";
import type { Event } from "../model/event.ts";
import type { JsonObject } from "../model/json.ts";
import type { RungAction } from "../model/ladder.ts";
import type { Problem, Result } from "../model/problem.ts";
import type { InstanceState } from "../model/state.ts";
import type { Instant, Limit } from "../model/time.ts";

/** What people would notice, in the order in which it happens. */
export type Moment = { readonly at: Instant } & (
  | {
      readonly type: "task";
      readonly taskId: string;
      readonly elementId: string;
      readonly name: string;
      readonly groups: readonly string[];
      readonly stage?: string;
    }
  | { readonly type: "taskGone"; readonly taskId: string }
  | { readonly type: "clock"; readonly elementId: string; readonly limit: Limit; readonly dueAt: Instant }
  | {
      readonly type: "rung";
      readonly elementId: string;
      readonly rungId: string;
      readonly action: RungAction;
      readonly percent: number;
      readonly notify: readonly string[];
    }
  | { readonly type: "level"; readonly level: string }
  | { readonly type: "told"; readonly message: string }
  | { readonly type: "incident"; readonly code: string; readonly elementId: string }
  | { readonly type: "ended" }
);

export interface Rehearsal {
  readonly moments: readonly Moment[];
  /** True when steps ran out before everything had stood still. */
  readonly cut: boolean;
}

/** More timers than any chain has: a flow that repeats for ever is cut here. */
const MOST_STEPS = 200;

/** The play as it goes; private to this file, so that `untouched` is pure. */
interface Play {
  readonly bundle: Bundle;
  state: InstanceState | undefined;
  now: Instant;
  level: string | undefined;
  readonly timers: Map<string, Instant>;
  readonly jobs: string[];
  readonly moments: Moment[];
}

/** In: a bundle, the facts of a case and when it begins. Problems: the engine refuses the start, as it would in earnest. */
export function untouched(bundle: Bundle, variables: JsonObject, at: Instant): Result<Rehearsal> {
  const play: Play = { bundle, state: undefined, now: at, level: undefined, timers: new Map(), jobs: [], moments: [] };
  const refused = take(play, { type: "start", variables });
  if (refused !== undefined) return { ok: false, problems: [refused] };
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const next = nextCommand(play);
    if (next === undefined) return { ok: true, value: { moments: play.moments, cut: false } };
    const problem = take(play, next);
    if (problem !== undefined) return { ok: false, problems: [problem] };
  }
  return { ok: true, value: { moments: play.moments, cut: true } };
}

/** A machine's work first, since it takes no time; then the timer that is due next. */
function nextCommand(play: Play): CommandBody | undefined {
  if (play.state?.status !== "running") return undefined;
  const job = play.jobs.shift();
  if (job !== undefined) return { type: "completeJob", jobId: job, variables: {} };
  const [timer] = [...play.timers].toSorted(([a, first], [b, second]) =>
    first === second ? idNumber(a) - idNumber(b) : first < second ? -1 : 1,
  );
  if (timer === undefined) return undefined;
  const [timerId, dueAt] = timer;
  if (dueAt > play.now) play.now = dueAt;
  play.timers.delete(timerId);
  return { type: "fireTimer", timerId };
}

function idNumber(id: string): number {
  return Number(id.replace(/^\D+/, ""));
}

function take(play: Play, command: CommandBody): Problem | undefined {
  const result = advance(play.bundle, play.state, {
    ...command,
    now: play.now,
    actor: { kind: "system", id: "timer" },
  });
  if (!result.ok) return result.problem;
  play.state = result.state;
  for (const event of result.events) noteEvent(play, event);
  for (const effect of result.effects) noteEffect(play, effect);
  return undefined;
}

function noteEvent(play: Play, event: Event): void {
  if (event.type === "variablesSet") noteLevel(play, event.variables);
  if (event.type === "budgetStarted") {
    const { elementId, limit, dueAt } = event.budget;
    play.moments.push({ at: play.now, type: "clock", elementId, limit, dueAt });
  }
}

function noteLevel(play: Play, { level }: JsonObject): void {
  if (typeof level !== "string" || level === play.level) return;
  play.level = level;
  play.moments.push({ at: play.now, type: "level", level });
}

function noteEffect(play: Play, effect: Effect): void {
  const at = play.now;
  switch (effect.type) {
    case "createTask": {
      const { taskId, elementId, name, candidateGroups: groups, stage } = effect.task;
      play.moments.push({
        at,
        type: "task",
        taskId,
        elementId,
        name,
        groups,
        ...(stage === undefined ? {} : { stage }),
      });
      return;
    }
    case "closeTask":
      return void play.moments.push({ at, type: "taskGone", taskId: effect.taskId });
    case "rung": {
      const { elementId, rungId, action, percent, notify } = effect;
      return void play.moments.push({ at, type: "rung", elementId, rungId, action, percent, notify });
    }
    case "createJob": {
      play.jobs.push(effect.jobId);
      const message = effect.headers["message"];
      if (message !== undefined) play.moments.push({ at, type: "told", message });
      return;
    }
    case "scheduleTimer":
      return void play.timers.set(effect.timerId, effect.dueAt);
    case "cancelTimer":
      return void play.timers.delete(effect.timerId);
    case "openIncident":
      return void play.moments.push({ at, type: "incident", code: effect.code, elementId: effect.elementId });
    case "endInstance":
      return void play.moments.push({ at, type: "ended" });
    default:
      return;
  }
}
