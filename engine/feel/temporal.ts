/** Dates, times and durations of FEEL (DMN §10.3.2.3.4–8) over Temporal; no value ever asks the process for its zone. */
import { Temporal } from "temporal-polyfill";
import { FeelObject } from "./value.ts";

export class FeelDate extends FeelObject {
  readonly kind = "date";
  readonly value: Temporal.PlainDate;
  constructor(value: Temporal.PlainDate) {
    super();
    this.value = value;
  }
}

/** `zone`: null (local), `Z`, an offset `+08:00`, or an IANA name. */
export class FeelTime extends FeelObject {
  readonly kind = "time";
  readonly value: Temporal.PlainTime;
  readonly zone: string | null;
  constructor(value: Temporal.PlainTime, zone: string | null) {
    super();
    this.value = value;
    this.zone = zone;
  }
}

export class FeelDateTime extends FeelObject {
  readonly kind = "date and time";
  readonly value: Temporal.PlainDateTime;
  readonly zone: string | null;
  constructor(value: Temporal.PlainDateTime, zone: string | null) {
    super();
    this.value = value;
    this.zone = zone;
  }
}

/** Days and time duration, exact in nanoseconds. */
export class DaysDuration extends FeelObject {
  readonly kind = "days and time duration";
  readonly nanos: bigint;
  constructor(nanos: bigint) {
    super();
    this.nanos = nanos;
  }
}

export class MonthsDuration extends FeelObject {
  readonly kind = "years and months duration";
  readonly months: number;
  constructor(months: number) {
    super();
    this.months = months;
  }
}

export const NANOS_PER_SECOND = 1_000_000_000n;
export const NANOS_PER_DAY = 86_400n * NANOS_PER_SECOND;
const EPOCH_DAY = Temporal.PlainDate.from("1970-01-01");

/** Temporal throws on what does not exist (30 February, year 300,000); FEEL says null. */
export function attempt<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

function offsetSeconds(zone: string): number | undefined {
  if (zone === "Z") return 0;
  const match = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(zone);
  if (match === null) return undefined;
  const size = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return match[1] === "-" ? -size : size;
}

/** XML Schema allows ±14:00; an IANA name must be known. */
export function isZone(zone: string): boolean {
  const seconds = offsetSeconds(zone);
  if (seconds !== undefined) return Math.abs(seconds) <= 14 * 3600;
  return attempt(() => EPOCH_DAY.toZonedDateTime(zone)) !== null;
}

/** Offset from UTC in seconds at a local date and time, or undefined for a value without a zone. */
export function offsetAt(value: Temporal.PlainDateTime, zone: string | null): number | undefined {
  if (zone === null) return undefined;
  return offsetSeconds(zone) ?? value.toZonedDateTime(zone).offsetNanoseconds / 1e9;
}

/** Nanoseconds since 1970 of the wall clock, less the offset where there is one. */
export function epochNanos(value: Temporal.PlainDateTime, zone: string | null): bigint {
  const wall = value.toZonedDateTime("UTC").epochNanoseconds;
  return wall - BigInt(offsetAt(value, zone) ?? 0) * NANOS_PER_SECOND;
}

/** Nanoseconds since midnight UTC (a time with a zone) or since local midnight. */
export function nanosOfTime(time: FeelTime): bigint {
  return epochNanos(EPOCH_DAY.toPlainDateTime(time.value), time.zone);
}

export function nanosOfDateTime(dateTime: FeelDateTime): bigint {
  return epochNanos(dateTime.value, dateTime.zone);
}

export function dateTimeOfInstant(instant: string, zone: string): FeelDateTime {
  return new FeelDateTime(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime(), zone);
}

/** Midnight of a date in the zone of what it is compared with. */
export function atMidnight(date: FeelDate, zone: string | null): FeelDateTime {
  return new FeelDateTime(date.value.toPlainDateTime(), zone);
}

export function makeDate(year: number, month: number, day: number): FeelDate | null {
  return attempt(() => new FeelDate(Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" })));
}
