/** `+ - * / **` over numbers, text, dates and durations (DMN tables 55–57). */
import { add, decimal, Decimal, divide, multiply, negate, power, settle, subtract } from "./number.ts";
import type { FeelNumber } from "./number.ts";
import type { Run } from "./run.ts";
import {
  atMidnight,
  attempt,
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  MonthsDuration,
  NANOS_PER_DAY,
  nanosOfDateTime,
  nanosOfTime,
} from "./temporal.ts";
import { Temporal } from "temporal-polyfill";
import { isNumber } from "./value.ts";
import type { Value } from "./value.ts";

export type Operator = "+" | "-" | "*" | "/" | "**";

/** Decimal arithmetic costs more than a step; it is charged as such. */
const DECIMAL_COST = 8;
const DIVISION_COST = 30;
const POWER_COST = 1_000;

/** The result, or `undefined` when the kinds do not fit; `null` is FEEL's answer (overflow, division by zero). */
export function calculate(run: Run, operator: Operator, a: Value, b: Value): Value | undefined {
  if (isNumber(a) && isNumber(b)) return numbers(run, operator, a, b);
  return OTHERS[operator](run, a, b);
}

const OTHERS: Readonly<Record<Operator, (run: Run, a: Value, b: Value) => Value | undefined>> = {
  "+": plus,
  "-": (_run, a, b) => minus(a, b),
  "*": (_run, a, b) => times(a, b),
  "/": (_run, a, b) => over(a, b),
  "**": () => undefined,
};

function numbers(run: Run, operator: Operator, a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b)) run.spend(DECIMAL_COST);
  if (operator === "+") return add(a, b);
  if (operator === "-") return subtract(a, b);
  if (operator === "*") return multiply(a, b);
  run.spend(operator === "/" ? DIVISION_COST : POWER_COST);
  return operator === "/" ? divide(a, b) : power(a, b);
}

function plus(run: Run, a: Value, b: Value): Value | undefined {
  if (typeof a === "string" && typeof b === "string") {
    run.checkText(a.length + b.length);
    return a + b;
  }
  if (a instanceof DaysDuration && b instanceof DaysDuration) return new DaysDuration(a.nanos + b.nanos);
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) return months(a.months + b.months);
  return isDuration(b) ? shift(a, b, 1) : isDuration(a) ? shift(b, a, 1) : undefined;
}

function minus(a: Value, b: Value): Value | undefined {
  if (a instanceof DaysDuration && b instanceof DaysDuration) return new DaysDuration(a.nanos - b.nanos);
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) return months(a.months - b.months);
  if (isDuration(b)) return shift(a, b, -1);
  if (a instanceof FeelTime && b instanceof FeelTime) return distance(a, b, () => nanosOfTime(a) - nanosOfTime(b));
  return between(a, b);
}

/** Two dates or dates and times; a bare date counts as its midnight in the other's zone. */
function between(a: Value, b: Value): Value | undefined {
  if (a instanceof FeelDate && b instanceof FeelDate) return between(atMidnight(a, null), atMidnight(b, null));
  if (a instanceof FeelDate && b instanceof FeelDateTime) return between(atMidnight(a, b.zone), b);
  if (a instanceof FeelDateTime && b instanceof FeelDate) return between(a, atMidnight(b, a.zone));
  if (!(a instanceof FeelDateTime) || !(b instanceof FeelDateTime)) return undefined;
  return distance(a, b, () => nanosOfDateTime(a) - nanosOfDateTime(b));
}

/** Unknown (null) where one value has a zone and the other has none. */
function distance(a: FeelTime | FeelDateTime, b: FeelTime | FeelDateTime, nanos: () => bigint): DaysDuration | null {
  return (a.zone === null) === (b.zone === null) ? new DaysDuration(nanos()) : null;
}

function isDuration(value: Value): value is DaysDuration | MonthsDuration {
  return value instanceof DaysDuration || value instanceof MonthsDuration;
}

function months(count: number): MonthsDuration | null {
  return Number.isSafeInteger(count) ? new MonthsDuration(count + 0) : null;
}

function shift(value: Value, by: DaysDuration | MonthsDuration, sign: 1 | -1): Value | undefined {
  if (value instanceof FeelTime && by instanceof DaysDuration) {
    return new FeelTime(value.value.add(nanosDuration((BigInt(sign) * by.nanos) % NANOS_PER_DAY)), value.zone);
  }
  if (value instanceof FeelDate) {
    const moved = attempt(() => moveWall(value.value.toPlainDateTime(), by, sign));
    return moved === null ? null : new FeelDate(moved.toPlainDate());
  }
  return value instanceof FeelDateTime ? shiftDateTime(value, by, sign) : undefined;
}

/** In an IANA zone elapsed time counts, so an hour over a clock change is still an hour; months move the wall clock. */
function shiftDateTime(value: FeelDateTime, by: DaysDuration | MonthsDuration, sign: 1 | -1): Value {
  const { zone } = value;
  if (by instanceof MonthsDuration || zone === null || /^(Z|[+-])/.test(zone)) {
    return attempt(() => new FeelDateTime(moveWall(value.value, by, sign), zone));
  }
  return attempt(() => {
    const moved = value.value
      .toZonedDateTime(zone)
      .toInstant()
      .add(nanosDuration(BigInt(sign) * by.nanos));
    return new FeelDateTime(moved.toZonedDateTimeISO(zone).toPlainDateTime(), zone);
  });
}

/** Months clamp to the end of the month: 31 January + P1M is the last day of February. */
function moveWall(
  value: Temporal.PlainDateTime,
  by: DaysDuration | MonthsDuration,
  sign: 1 | -1,
): Temporal.PlainDateTime {
  return value.add(
    by instanceof MonthsDuration ? { months: sign * by.months } : nanosDuration(BigInt(sign) * by.nanos),
  );
}

function nanosDuration(nanos: bigint): Temporal.Duration {
  return Temporal.Duration.from({
    seconds: Number(nanos / 1_000_000_000n),
    nanoseconds: Number(nanos % 1_000_000_000n),
  });
}

function times(a: Value, b: Value): Value | undefined {
  if (isDuration(a) && isNumber(b)) return scale(a, decimal(b));
  return isNumber(a) && isDuration(b) ? scale(b, decimal(a)) : undefined;
}

function over(a: Value, b: Value): Value | undefined {
  if (isDuration(a) && isNumber(b))
    return decimal(b).isZero() ? null : scale(a, new Decimal(1).div(decimal(b)), decimal(b));
  if (a instanceof DaysDuration && b instanceof DaysDuration) return ratio(a.nanos, b.nanos);
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) return ratio(BigInt(a.months), BigInt(b.months));
  return undefined;
}

/** Durations are scaled towards zero; division divides (1/3 of P3M is P1M, not 0.333… × 3). */
function scale(duration: DaysDuration | MonthsDuration, factor: Decimal, divisor?: Decimal): Value {
  const size = new Decimal(duration instanceof MonthsDuration ? duration.months : String(duration.nanos));
  const scaled = (divisor === undefined ? size.times(factor) : size.div(divisor)).trunc();
  if (!scaled.isFinite()) return null;
  return duration instanceof MonthsDuration ? months(scaled.toNumber()) : new DaysDuration(BigInt(scaled.toFixed()));
}

function ratio(a: bigint, b: bigint): FeelNumber | null {
  return b === 0n ? null : settle(new Decimal(String(a)).div(new Decimal(String(b))));
}

export function negateValue(value: Value): Value | undefined {
  if (isNumber(value)) return negate(value);
  if (value instanceof DaysDuration) return new DaysDuration(-value.nanos);
  return value instanceof MonthsDuration ? months(-value.months) : undefined;
}
