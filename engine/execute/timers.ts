/** Timers are due dates in the state; the shell keeps them as rows and sends `fireTimer` (engine.md §2.9). */
import { addBudget, addDuration, parseCycle } from "../calendar/index.ts";
import type { EventDefinition } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { TimerState } from "../model/state.ts";
import type { Instant } from "../model/time.ts";
import { evaluateAt } from "./context.ts";
import type { Place } from "./context.ts";
import { INCIDENTS } from "./problems.ts";
import type { Run } from "./run.ts";
import { instantAt, isLimit, refused, textAt } from "./values.ts";

type TimerDefinition = Extract<EventDefinition, { readonly kind: "timer" }>;
export type DueTime = Pick<TimerState, "dueAt" | "every" | "remainingRepeats">;

const SECOND = 1000;

/** When a timer event is due, from the moment its element is entered. */
export function dueTimeOf(run: Run, timer: TimerDefinition, place: Place): Result<DueTime> {
  if (timer.cycle !== undefined) return cycleDue(run, timer.cycle, place);
  const dueAt =
    timer.date === undefined
      ? durationDue(run, timer.duration ?? "null", place)
      : instantAt(run, timer.date, place, "定时日期 timer date");
  return dueAt.ok ? { ok: true, value: { dueAt: dueAt.value } } : dueAt;
}

/** An ISO duration, or a limit `{ value, clock }` on one of the four clocks. */
function durationDue(run: Run, source: string, place: Place): Result<Instant> {
  const result = evaluateAt(run, source, place);
  if (!result.ok) return result;
  if (isLimit(result.value)) return { ok: true, value: addBudget(run.calendar, run.now, result.value) };
  if (typeof result.value !== "string") return refused(INCIDENTS.notText("定时时长 timer duration"));
  return addDuration(run.now, result.value, run.timeZone);
}

function cycleDue(run: Run, source: string, place: Place): Result<DueTime> {
  const text = textAt(run, source, place, "定时循环 timer cycle");
  const cycle = text.ok ? parseCycle(text.value) : text;
  if (!cycle.ok) return cycle;
  const { repeats, start, duration } = cycle.value;
  const next = addDuration(start ?? run.now, duration, run.timeZone);
  if (!next.ok) return next;
  if (Date.parse(next.value) - Date.parse(start ?? run.now) < SECOND) return refused(INCIDENTS.cycleTooShort());
  const remaining = repeats === undefined ? {} : { remainingRepeats: Math.max(0, repeats - 1) };
  return { ok: true, value: { dueAt: start ?? next.value, every: duration, ...remaining } };
}

/** Records a timer and, unless the instance is suspended, has the shell arm it. */
export function scheduleTimer(run: Run, timer: TimerState): void {
  run.emit({ type: "timerScheduled", timer });
  if (!run.isSuspended) armTimer(run, timer);
}

export function armTimer(run: Run, { id, elementId, dueAt, kind }: TimerState): void {
  run.effect({ type: "scheduleTimer", timerId: id, elementId, dueAt, kind });
}

export function cancelTimer(run: Run, timerId: string): void {
  run.emit({ type: "timerClosed", timerId, outcome: "cancelled" });
  run.effect({ type: "cancelTimer", timerId });
}

/**
 * The time after this one of a repeating timer, `undefined` after the last. What was missed while the shell was down
 * counts as fired: it fires once, not once for each.
 */
export function nextDue(run: Run, { dueAt, every, remainingRepeats }: DueTime): DueTime | undefined {
  if (every === undefined || remainingRepeats === 0) return undefined;
  const next = addDuration(dueAt, every, run.timeZone);
  if (!next.ok) return undefined;
  const step = Date.parse(next.value) - Date.parse(dueAt);
  const missed = Math.max(0, Math.floor((Date.parse(run.now) - Date.parse(dueAt)) / step));
  const left = remainingRepeats === undefined ? undefined : remainingRepeats - 1 - missed;
  if (left !== undefined && left < 0) return undefined;
  const following = missed === 0 ? next.value : new Date(Date.parse(dueAt) + (missed + 1) * step).toISOString();
  return { dueAt: following, every, ...(left === undefined ? {} : { remainingRepeats: left }) };
}
