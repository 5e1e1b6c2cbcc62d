/** Conversion functions (DMN §10.3.4.1), `not` and `is` (§10.3.4.2, §10.3.4.6). */
import { equals } from "../comparison.ts";
import { integerOf, parseNumber } from "../number.ts";
import type { Run } from "../run.ts";
import { builtin, overloads } from "../signature.ts";
import { parseDate, parseDateTime, parseDuration, parseTime } from "../temporal-text.ts";
import {
  attempt,
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  isZone,
  makeDate,
  MonthsDuration,
  NANOS_PER_SECOND,
} from "../temporal.ts";
import { textOf } from "../text.ts";
import { decimal } from "../number.ts";
import { Temporal } from "temporal-polyfill";
import type { FeelFunction, Value } from "../value.ts";
import type { FeelNumber } from "../number.ts";
import { kindOf } from "../value.ts";

const GROUPINGS = new Set([" ", ",", "."]);
const DECIMAL_MARKS = new Set([",", "."]);

/** `number("1.000,5", ".", ",")`: separators as DMN table 66 allows them. */
function toNumber(_run: Run, from: string, grouping: string | undefined, mark: string | undefined): Value {
  if (grouping !== undefined && (!GROUPINGS.has(grouping) || grouping === mark)) return null;
  if (mark !== undefined && !DECIMAL_MARKS.has(mark)) return null;
  const ungrouped = grouping === undefined ? from : from.replaceAll(grouping, "");
  if (mark === undefined || mark === ".") return parseNumber(ungrouped);
  return ungrouped.includes(".") ? null : parseNumber(ungrouped.replaceAll(mark, "."));
}

function dateOfParts(_run: Run, year: FeelNumber, month: FeelNumber, day: FeelNumber): Value {
  const [y, m, d] = [integerOf(year), integerOf(month), integerOf(day)];
  return y === undefined || m === undefined || d === undefined ? null : makeDate(y, m, d);
}

function timeOfParts(
  _run: Run,
  hour: FeelNumber,
  minute: FeelNumber,
  second: FeelNumber,
  offset: DaysDuration | undefined,
): Value {
  const [h, m] = [integerOf(hour), integerOf(minute)];
  const nanos = decimal(second).times(1e9).trunc().toNumber();
  const zone = offset === undefined ? null : offsetZone(offset);
  if (h === undefined || m === undefined || zone === undefined || nanos < 0 || nanos >= 60e9) return null;
  const fields = { hour: h, minute: m, second: Math.trunc(nanos / 1e9), ...fraction(nanos % 1e9) };
  return attempt(() => new FeelTime(Temporal.PlainTime.from(fields, { overflow: "reject" }), zone));
}

function fraction(nanos: number): {
  readonly millisecond: number;
  readonly microsecond: number;
  readonly nanosecond: number;
} {
  return {
    millisecond: Math.trunc(nanos / 1e6),
    microsecond: Math.trunc((nanos % 1e6) / 1e3),
    nanosecond: nanos % 1e3,
  };
}

function offsetZone(offset: DaysDuration): string | undefined {
  const seconds = Number(offset.nanos / NANOS_PER_SECOND);
  const size = Math.abs(seconds);
  const two = (part: number): string => String(Math.trunc(part)).padStart(2, "0");
  const tail = size % 60 === 0 ? "" : `:${two(size % 60)}`;
  const zone = `${seconds < 0 ? "-" : "+"}${two(size / 3600)}:${two((size % 3600) / 60)}${tail}`;
  if (seconds === 0) return "Z";
  return isZone(zone) ? zone : undefined;
}

function combine(_run: Run, date: FeelDate | FeelDateTime, time: FeelTime): Value {
  const day = date instanceof FeelDate ? date.value : date.value.toPlainDate();
  return new FeelDateTime(day.toPlainDateTime(time.value), time.zone);
}

/** Whole months between two days, counted like birthdays. */
function monthsBetween(_run: Run, from: FeelDate | FeelDateTime, to: FeelDate | FeelDateTime): Value {
  const [start, end] = [plain(from), plain(to)];
  return new MonthsDuration(start.until(end, { largestUnit: "months" }).months + 0);
}

function plain(value: FeelDate | FeelDateTime): Temporal.PlainDate {
  return value instanceof FeelDate ? value.value : value.value.toPlainDate();
}

/** Same domain, same value, and for times the same zone (DMN §10.3.4.6). */
function is(run: Run, a: Value, b: Value): Value {
  if (kindOf(a) !== kindOf(b)) return false;
  if (a instanceof FeelTime && b instanceof FeelTime) return a.zone === b.zone && a.value.equals(b.value);
  if (a instanceof FeelDateTime && b instanceof FeelDateTime) return a.zone === b.zone && a.value.equals(b.value);
  return equals(run, a, b) === true;
}

export const CONVERSION_FUNCTIONS: Readonly<Record<string, FeelFunction>> = {
  number: builtin(["from:string", "grouping separator:string?", "decimal separator:string?"], toNumber),
  string: builtin(["from:any"], (run, from) => textOf(run, from)),
  date: overloads(
    builtin(["from:string"], (_run, from) => parseDate(from)),
    builtin(["from:day"], (_run, from) => new FeelDate(plain(from))),
    builtin(["year:number", "month:number", "day:number"], dateOfParts),
  ),
  time: overloads(
    builtin(["from:string"], (_run, from) => parseTime(from)),
    builtin(["from:time"], (_run, from) => from),
    builtin(["from:day"], (_run, from) => timeOf(from)),
    builtin(["hour:number", "minute:number", "second:number", "offset:days?"], timeOfParts),
  ),
  "date and time": overloads(
    builtin(["from:string"], (_run, from) => parseDateTime(from)),
    builtin(["from:dateTime"], (_run, from) => from),
    builtin(["date:day", "time:time"], combine),
  ),
  duration: overloads(
    builtin(["from:string"], (_run, from) => parseDuration(from)),
    builtin(["from:duration"], (_run, from) => from),
  ),
  "years and months duration": builtin(["from:day", "to:day"], monthsBetween),
  not: builtin(["negand:any"], (_run, negand) => (typeof negand === "boolean" ? !negand : null)),
  is: builtin(["value1:any", "value2:any"], is),
};

/** A date is midnight UTC (DMN table 66). */
function timeOf(from: FeelDate | FeelDateTime): FeelTime {
  if (from instanceof FeelDate) return new FeelTime(Temporal.PlainTime.from({ hour: 0 }), "Z");
  return new FeelTime(from.value.toPlainTime(), from.zone);
}
