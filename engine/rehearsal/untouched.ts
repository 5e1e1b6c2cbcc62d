/**
 * A case that nobody touches, played through the real engine with a clock of its own: jobs succeed at once, timers fire
 * when they are due. What happens then is what a limit or a rung really does, before it is published.
 */
import type { Actor } from "../model/actor.ts";
import type { Bundle } from "../model/bundle.ts";
import type { Effect } from "../model/effect.ts";
import type { Event } from "../model/event.ts";
import type { JsonObject } from "../model/json.ts";
import type { RungAction } from "../model/ladder.ts";
import type { Result } from "../model/problem.ts";
import type { Instant, Limit } from "../model/time.ts";
import { Simulation } from "../simulation/index.ts";
import type { Step } from "../simulation/index.ts";

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

const ENGINE: Actor = { kind: "system", id: "engine" };

/** The play as it goes; private to this file, so that `untouched` is pure. */
interface Play {
  level: string | undefined;
  readonly moments: Moment[];
}

const CASE = "case";

/** In: a bundle, the facts of a case and when it begins. Problems: the engine refuses the start, as it would in earnest. */
export function untouched(bundle: Bundle, variables: JsonObject, at: Instant): Result<Rehearsal> {
  const play: Play = { level: undefined, moments: [] };
  const worker = () => ({});
  const simulation = new Simulation(bundle, { at, actor: ENGINE, worker, onStep: (step) => note(play, step) });
  const refused = simulation.start(CASE, variables);
  if (refused !== undefined) return { ok: false, problems: [refused] };
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const next = simulation.nextDue();
    if (next === undefined) return { ok: true, value: { moments: play.moments, cut: false } };
    const problem = simulation.fire(next);
    if (problem !== undefined) return { ok: false, problems: [problem] };
  }
  return { ok: true, value: { moments: play.moments, cut: true } };
}

function note(play: Play, { at, events, effects }: Step): void {
  for (const event of events) noteEvent(play, at, event);
  for (const effect of effects) noteEffect(play, at, effect);
}

function noteEvent(play: Play, at: Instant, event: Event): void {
  if (event.type === "variablesSet") noteLevel(play, at, event.variables);
  if (event.type === "budgetStarted") {
    const { elementId, limit, dueAt } = event.budget;
    play.moments.push({ at, type: "clock", elementId, limit, dueAt });
  }
}

function noteLevel(play: Play, at: Instant, { level }: JsonObject): void {
  if (typeof level !== "string" || level === play.level) return;
  play.level = level;
  play.moments.push({ at, type: "level", level });
}

function noteEffect(play: Play, at: Instant, effect: Effect): void {
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
      const message = effect.headers["message"];
      if (message !== undefined) play.moments.push({ at, type: "told", message });
      return;
    }
    case "openIncident":
      return void play.moments.push({ at, type: "incident", code: effect.code, elementId: effect.elementId });
    case "endInstance":
      return void play.moments.push({ at, type: "ended" });
    default:
      return;
  }
}
