/** Local days and local clock times of a zone as the engine's UTC instants (decided.md 4). */
import type { Result } from "../model/problem.ts";
import type { Day, Instant } from "../model/time.ts";
import { isTooFar } from "./last-instant.ts";
import { dayNumber, dayText } from "./working-time.ts";
import { zoneNamed } from "./zone.ts";

const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})(?:\[.+\])?$/;

/** The day that an instant falls on in a zone. */
export function dayOf(instant: Instant, timeZone: string): Day {
  return dayText(zoneNamed(timeZone).dayOf(Date.parse(instant)));
}

/** In: a date, a local date and time, or one with offset, as FEEL writes them. Problems: `INSTANT_INVALID`. */
export function instantFrom(text: string, timeZone: string): Result<Instant> {
  const zoned = ZONED.test(text) && isDay(text.slice(0, 10)) ? Date.parse(text.replace(/\[.+\]$/, "")) : NaN;
  const milliseconds = Number.isNaN(zoned) ? localMilliseconds(text, timeZone) : zoned;
  if (Number.isNaN(milliseconds) || isTooFar(milliseconds)) return invalid(text);
  return { ok: true, value: new Date(milliseconds).toISOString() };
}

function localMilliseconds(text: string, timeZone: string): number {
  const match = LOCAL.exec(text);
  const day = match?.[1];
  if (day === undefined || !isDay(day)) return NaN;
  const [hours, minutes, seconds] = [match?.[2], match?.[3], match?.[4]].map((part) => Number(part ?? 0));
  const clock = ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000;
  return clock > 86_400_000 ? NaN : zoneNamed(timeZone).instantAt(dayNumber(day), clock);
}

/** `Date.parse` takes 30 February for 2 March. */
function isDay(day: Day): boolean {
  const number = dayNumber(day);
  return !Number.isNaN(number) && dayText(number) === day;
}

function invalid(text: string): Result<never> {
  const problem = {
    code: "INSTANT_INVALID",
    zh: `“${text}”不是日期时间，应如 2026-03-02T09:30:00+08:00`,
    en: `"${text}" is not a date and time such as 2026-03-02T09:30:00+08:00`,
  };
  return { ok: false, problems: [problem] };
}
