/** Properties of dates, times, durations and ranges (DMN table 65). */
import {
  offsetAt,
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  MonthsDuration,
  NANOS_PER_DAY,
  NANOS_PER_SECOND,
} from "./temporal.ts";
import { settle, Decimal } from "./number.ts";
import { Temporal } from "temporal-polyfill";
import { FeelRange } from "./value.ts";
import type { Value } from "./value.ts";

/** `undefined` when a value of this kind has no such property. */
export function propertyOf(value: Value, name: string): Value | undefined {
  if (value instanceof FeelDate) return dateProperty(value.value, name);
  if (value instanceof FeelDateTime) return dateTimeProperty(value, name);
  if (value instanceof FeelTime)
    return timeProperty(
      value.value,
      value.zone,
      Temporal.PlainDate.from("1970-01-01").toPlainDateTime(value.value),
      name,
    );
  if (value instanceof DaysDuration) return daysProperty(value.nanos, name);
  if (value instanceof MonthsDuration) return monthsProperty(value.months, name);
  return value instanceof FeelRange ? rangeProperty(value, name) : undefined;
}

function dateProperty(date: Temporal.PlainDate, name: string): Value | undefined {
  switch (name) {
    case "year":
      return date.year;
    case "month":
      return date.month;
    case "day":
      return date.day;
    case "weekday":
      return date.dayOfWeek;
    default:
      return undefined;
  }
}

function dateTimeProperty(value: FeelDateTime, name: string): Value | undefined {
  return (
    dateProperty(value.value.toPlainDate(), name) ??
    timeProperty(value.value.toPlainTime(), value.zone, value.value, name)
  );
}

function timeProperty(
  time: Temporal.PlainTime,
  zone: string | null,
  at: Temporal.PlainDateTime,
  name: string,
): Value | undefined {
  switch (name) {
    case "hour":
      return time.hour;
    case "minute":
      return time.minute;
    case "second":
      return time.second;
    case "time offset":
      return offsetDuration(at, zone);
    case "timezone":
      return zone === null || /^[+-]/.test(zone) ? null : zone;
    default:
      return undefined;
  }
}

function offsetDuration(at: Temporal.PlainDateTime, zone: string | null): Value {
  const seconds = offsetAt(at, zone);
  return seconds === undefined ? null : new DaysDuration(BigInt(seconds) * NANOS_PER_SECOND);
}

function daysProperty(nanos: bigint, name: string): Value | undefined {
  const rest = nanos % NANOS_PER_DAY;
  const seconds = rest / NANOS_PER_SECOND;
  switch (name) {
    case "days":
      return Number(nanos / NANOS_PER_DAY);
    case "hours":
      return Number(seconds / 3600n);
    case "minutes":
      return Number((seconds % 3600n) / 60n);
    case "seconds":
      return settle(new Decimal(String(rest % (60n * NANOS_PER_SECOND))).div(1e9));
    default:
      return undefined;
  }
}

function monthsProperty(months: number, name: string): Value | undefined {
  if (name === "years") return Math.trunc(months / 12) + 0;
  return name === "months" ? (months % 12) + 0 : undefined;
}

function rangeProperty(range: FeelRange, name: string): Value | undefined {
  switch (name) {
    case "start":
      return range.start;
    case "end":
      return range.end;
    case "start included":
      return range.startIncluded;
    case "end included":
      return range.endIncluded;
    default:
      return undefined;
  }
}
