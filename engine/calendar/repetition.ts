/** ISO 8601 durations and repetitions of timers (BPMN §10.5.5, timer event definitions). */
import { Temporal } from "temporal-polyfill";
import type { Result } from "../model/problem.ts";
import type { Instant } from "../model/time.ts";
import { isTooFar } from "./last-instant.ts";

const DURATION =
  /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,9}))?S)?)?$/;
const CYCLE = /^R(-1|\d{1,9})?\/(?:([^/]+)\/)?(P[^/]+)$/;

/**
 * In: an instant, an ISO 8601 duration without sign, and the zone whose calendar counts its days and months. Months
 * end with the month: 31 January and one month is the last day of February. Problems: `DURATION_INVALID`.
 */
export function addDuration(from: Instant, iso: string, timeZone: string): Result<Instant> {
  if (!DURATION.test(iso)) return invalidDuration(iso);
  try {
    const later = Temporal.Instant.from(from).toZonedDateTimeISO(timeZone).add(Temporal.Duration.from(iso));
    return isTooFar(later.epochMilliseconds)
      ? invalidDuration(iso)
      : { ok: true, value: new Date(later.epochMilliseconds).toISOString() };
  } catch (error) {
    // Beyond the years Temporal and Date can hold.
    if (error instanceof RangeError) return invalidDuration(iso);
    throw error;
  }
}

export interface Cycle {
  /** `undefined`: without end. */
  readonly repeats: number | undefined;
  /** When the first repetition counts from, if the text says so. */
  readonly start?: Instant;
  readonly duration: string;
}

/** In: `R3/PT1H`, `R/P1D`, `R3/2026-03-02T00:00:00Z/PT1H`. Problems: `CYCLE_INVALID`, `DURATION_INVALID`. */
export function parseCycle(text: string): Result<Cycle> {
  const match = CYCLE.exec(text.trim());
  const duration = match?.[3] ?? "";
  if (match === null) return invalidCycle(text);
  if (!DURATION.test(duration)) return invalidDuration(duration);
  // A repetition that takes no time would never end.
  if (!/[1-9]/.test(duration)) return invalidCycle(text);
  const start = match[2] === undefined ? undefined : instantOf(match[2]);
  if (start === null) return invalidCycle(text);
  const repeats = match[1] === undefined || match[1] === "-1" ? undefined : Number(match[1]);
  return { ok: true, value: start === undefined ? { repeats, duration } : { repeats, start, duration } };
}

function instantOf(text: string): Instant | null {
  try {
    return new Date(Temporal.Instant.from(text).epochMilliseconds).toISOString();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function invalidDuration(iso: string): Result<never> {
  const problem = {
    code: "DURATION_INVALID",
    zh: `时长“${iso}”无效：应为 ISO 8601 格式，如 PT4H、P3D、P1M`,
    en: `"${iso}" is not a duration: expected ISO 8601 such as PT4H, P3D or P1M`,
  };
  return { ok: false, problems: [problem] };
}

function invalidCycle(text: string): Result<never> {
  const problem = {
    code: "CYCLE_INVALID",
    zh: `循环“${text}”无效：应为 R次数/时长，如 R3/PT1H、R/P1D`,
    en: `"${text}" is not a repetition: expected R<count>/<duration> such as R3/PT1H or R/P1D`,
  };
  return { ok: false, problems: [problem] };
}
