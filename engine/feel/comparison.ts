/** Equality and order (DMN §10.3.2.13 and table 53): three-valued, and only between values of one kind. */
import { compareNumbers } from "./number.ts";
import type { Run } from "./run.ts";
import {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  MonthsDuration,
  nanosOfDateTime,
  nanosOfTime,
} from "./temporal.ts";
import { Temporal } from "temporal-polyfill";
import { entryOf, FeelRange, isList, isNumber, kindOf } from "./value.ts";
import type { Context, List, Value } from "./value.ts";

/** `a = b`: true, false, or null when the kinds differ. */
export function equals(run: Run, a: Value, b: Value): boolean | null {
  if (a === b && typeof a !== "object") return true;
  if (a === null || b === null) return a === b;
  if (isList(a) && isList(b)) return equalLists(run, a, b);
  if (a instanceof FeelRange && b instanceof FeelRange) return equalRanges(run, a, b);
  const kind = kindOf(a);
  if (kind !== kindOf(b)) return null;
  if (kind === "context") return equalContexts(run, a as Context, b as Context);
  if (kind === "string") run.spend((a as string).length >> 8);
  if (kind === "boolean" || kind === "string") return false;
  if (kind === "function") return a === b ? true : null;
  const order = compare(a, b);
  return order === null ? null : order === 0;
}

function equalLists(run: Run, a: List, b: List): boolean | null {
  if (a.length !== b.length) return false;
  run.spend(a.length);
  return run.nested(1, () => everyTrue(a.map((item, index) => equals(run, item, b[index] ?? null))));
}

function equalContexts(run: Run, a: Context, b: Context): boolean | null {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  run.spend(keys.length);
  return run.nested(1, () =>
    everyTrue(
      keys.map((key) => {
        const other = entryOf(b, key);
        return other === undefined ? false : equals(run, entryOf(a, key) ?? null, other);
      }),
    ),
  );
}

function equalRanges(run: Run, a: FeelRange, b: FeelRange): boolean | null {
  if (a.startIncluded !== b.startIncluded || a.endIncluded !== b.endIncluded) return false;
  return everyTrue([equals(run, a.start, b.start), equals(run, a.end, b.end)]);
}

function everyTrue(results: readonly (boolean | null)[]): boolean | null {
  if (results.includes(false)) return false;
  return results.includes(null) ? null : true;
}

/** Order of two values of one kind that has an order: negative, 0, positive; else null. */
export function compare(a: Value, b: Value): number | null {
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  if (a instanceof FeelDate && b instanceof FeelDate) return Temporal.PlainDate.compare(a.value, b.value);
  if (a instanceof DaysDuration && b instanceof DaysDuration) return sign(a.nanos - b.nanos);
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) return a.months - b.months;
  if (a instanceof FeelTime && b instanceof FeelTime)
    return sameZoning(a, b) ? sign(nanosOfTime(a) - nanosOfTime(b)) : null;
  if (a instanceof FeelDateTime && b instanceof FeelDateTime) {
    return sameZoning(a, b) ? sign(nanosOfDateTime(a) - nanosOfDateTime(b)) : null;
  }
  return null;
}

/** A local time and one with a zone have no order: which came first depends on where one stands. */
function sameZoning(a: FeelTime | FeelDateTime, b: FeelTime | FeelDateTime): boolean {
  return (a.zone === null) === (b.zone === null);
}

function sign(difference: bigint): number {
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `value in range`; null when they cannot be compared. */
export function isInRange(value: Value, range: FeelRange): boolean | null {
  if (value === null) return null;
  const low = range.start === null ? 1 : compare(value, range.start);
  const high = range.end === null ? -1 : compare(value, range.end);
  if (low === null || high === null) return null;
  return (range.startIncluded ? low >= 0 : low > 0) && (range.endIncluded ? high <= 0 : high < 0);
}
