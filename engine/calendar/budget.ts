/**
 * Limits on the four clocks (standards of digital city management) as budgets that suspension cannot lose.
 *
 * Days are counted the way the Civil Code of the PRC counts terms: the day it starts is not counted (art. 201), and
 * the last day ends at 24:00, or when the office closes where there are office hours (art. 203).
 * - `urgentHour`: elapsed hours, day and night.
 * - `workHour`: office hours only.
 * - `workDay`: N working days after the day of the start, at the close of the office. Counted from a day off, the
 *   first working day is day 1.
 * - `naturalDay`: N days after the day of the start, at 24:00, which is 00:00 of the next day.
 * A day clock of 0 is due the same day (S1-25: found at 23:50, due at 24:00); for `workDay` at the next close of the
 * office. A fraction runs on from there: 1.5 working days end half an office day after the close of day 1; less than
 * one day runs from the start itself but never ends before that of 0, so more never means earlier.
 */
import type { Calendar, Clock, Instant, Limit } from "../model/time.ts";
import { HORIZON_DAYS, workingTime } from "./working-time.ts";
import type { WorkingTime } from "./working-time.ts";
import { DAY } from "./zone.ts";

const HOUR = 3_600_000;

/** Closed stretches in which a budget ran, ascending. */
export type Spans = readonly (readonly [Instant, Instant])[];

/**
 * When a limit that starts at `from` is due. A value above a hundred years counts as a hundred years; a negative or
 * not finite one is a bug of the caller.
 */
export function addBudget(calendar: Calendar, from: Instant, limit: Limit): Instant {
  return toInstant(due(workingTime(calendar), Date.parse(from), limit));
}

function due(time: WorkingTime, from: number, limit: Limit): number {
  return DUE[limit.clock](time, from, checkedValue(limit));
}

const DUE: Readonly<Record<Clock, (time: WorkingTime, from: number, value: number) => number>> = {
  urgentHour: (_time, from, value) => from + Math.round(value * HOUR),
  workHour: (time, from, value) => time.after(from, Math.round(value * HOUR)),
  workDay: dueAtClose,
  naturalDay: dueAtMidnight,
};

function checkedValue(limit: Limit): number {
  if (!Number.isFinite(limit.value) || limit.value < 0) {
    throw new RangeError(`Expected a limit of 0 or more but got ${limit.value} ${limit.clock}`);
  }
  const most = limit.clock === "workDay" || limit.clock === "naturalDay" ? HORIZON_DAYS : HORIZON_DAYS * 24;
  return Math.min(limit.value, most);
}

function dueAtClose(time: WorkingTime, from: number, value: number): number {
  const days = Math.floor(value);
  const rest = Math.round((value - days) * time.dayLength);
  const today = time.zone.dayOf(from);
  if (days > 0) return time.after(time.closeOf(time.workingDayAfter(today, days)), rest);
  const isOpen = time.isWorking(today) && from <= time.closeOf(today);
  return Math.max(time.closeOf(isOpen ? today : time.workingDayAfter(today, 1)), time.after(from, rest));
}

function dueAtMidnight(time: WorkingTime, from: number, value: number): number {
  const days = Math.floor(value);
  const rest = Math.round((value - days) * DAY);
  const midnight = time.zone.instantAt(time.zone.dayOf(from) + days + 1, 0);
  return days > 0 ? midnight + rest : Math.max(midnight, from + rest);
}

function runsInOfficeHours(clock: Clock): boolean {
  return clock === "workHour" || clock === "workDay";
}

/** Milliseconds of a clock that pass between two instants. */
function passed(time: WorkingTime, clock: Clock, from: number, to: number): number {
  return runsInOfficeHours(clock) ? time.between(from, to) : Math.max(0, to - from);
}

function forward(time: WorkingTime, clock: Clock, from: number, milliseconds: number): number {
  return runsInOfficeHours(clock) ? time.after(from, milliseconds) : from + milliseconds;
}

/** What closed spans used up, in the clock's unit: hours, office hours, office days, days. */
export function usedBudget(calendar: Calendar, spans: Spans, clock: Clock): number {
  const time = workingTime(calendar);
  const used = spans.reduce((sum, [start, end]) => sum + passed(time, clock, Date.parse(start), Date.parse(end)), 0);
  const unit = { urgentHour: HOUR, workHour: HOUR, workDay: time.dayLength, naturalDay: DAY }[clock];
  return unit === 0 ? 0 : used / unit;
}

/**
 * The due date of a budget that ran in `spans` and runs again from `from`. The whole budget is the clock's time
 * between its very first start and the due date it had then; what the spans used is taken off and the rest runs from
 * `from`. A budget used up inside a span was due there. Suspending and resuming at once changes nothing.
 */
export function remainingDue(calendar: Calendar, spans: Spans, limit: Limit, from: Instant): Instant {
  return shareDue(calendar, spans, limit, from, 100);
}

/** When `percent` of the budget is used: the rungs of a ladder, which may lie beyond 100. */
export function shareDue(calendar: Calendar, spans: Spans, limit: Limit, from: Instant, percent: number): Instant {
  const time = workingTime(calendar);
  const start = Date.parse(spans[0]?.[0] ?? from);
  const dueAt = due(time, start, limit);
  // The earliest due date is exact; recomputing it from its own length would find the same or an earlier instant.
  if (spans.length === 0 && percent === 100) return toInstant(dueAt);
  let left = Math.round((passed(time, limit.clock, start, dueAt) * percent) / 100);
  for (const [open, close] of spans) {
    const used = passed(time, limit.clock, Date.parse(open), Date.parse(close));
    if (left <= used) return toInstant(forward(time, limit.clock, Date.parse(open), left));
    left -= used;
  }
  return toInstant(forward(time, limit.clock, Date.parse(from), left));
}

function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}
