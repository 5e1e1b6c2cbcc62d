/** Numeric functions (DMN §10.3.4.5) and `yuan`, the product's own (decided.md 5). */
import { negateValue } from "../arithmetic.ts";
import { compareNumbers, decimal, Decimal, divide, integerOf, settle } from "../number.ts";
import type { Rounding } from "../number.ts";
import type { Run } from "../run.ts";
import { builtin, overloads } from "../signature.ts";
import { DaysDuration, MonthsDuration } from "../temporal.ts";
import type { FeelFunction, Value } from "../value.ts";
import type { FeelNumber } from "../number.ts";

/** Roots, logarithms and exponentials in 34 digits cost far more than a step. */
const TRANSCENDENTAL_COST = 1_000;
const DECIMAL_COST = 8;
/** Scales of decimal128 (DMN §10.3.4.5). */
const SCALE_MIN = -6111;
const SCALE_MAX = 6176;

function rounding(mode: Rounding): (run: Run, n: FeelNumber, scale: FeelNumber | undefined) => Value {
  return (run, n, scale) => {
    run.spend(DECIMAL_COST);
    const places = scale === undefined ? 0 : integerOf(scale);
    if (places === undefined || places < SCALE_MIN || places > SCALE_MAX) return null;
    if (places >= 0) return settle(decimal(n).toDecimalPlaces(places, mode));
    const unit = new Decimal(10).pow(-places);
    return settle(decimal(n).div(unit).toDecimalPlaces(0, mode).times(unit));
  };
}

/** Sign of the divisor, as in Python: modulo(-12, 5) = 3 (DMN table 77). */
function modulo(run: Run, dividend: FeelNumber, divisor: FeelNumber): Value {
  run.spend(DECIMAL_COST);
  const by = decimal(divisor);
  if (by.isZero()) return null;
  const whole = decimal(dividend).div(by).floor();
  return settle(decimal(dividend).minus(by.times(whole)));
}

function transcendental(body: (value: Decimal) => Decimal, isDefined: (value: Decimal) => boolean): FeelFunction {
  return builtin(["number:number"], (run, number) => {
    run.spend(TRANSCENDENTAL_COST);
    const value = decimal(number);
    return isDefined(value) ? settle(body(value)) : null;
  });
}

function parity(remainder: 0 | 1): FeelFunction {
  return builtin(["number:number"], (_run, number) => {
    const value = decimal(number);
    return value.isInteger() ? value.abs().mod(2).eq(remainder) : null;
  });
}

function absolute(_run: Run, n: Value): Value {
  if (n instanceof DaysDuration) return n.nanos < 0n ? (negateValue(n) ?? null) : n;
  if (n instanceof MonthsDuration) return new MonthsDuration(Math.abs(n.months));
  return null;
}

/** 分 → 元: `yuan(1999)` is 19.99; amounts are integers of 分, so more than two digits cannot arise. */
function yuan(_run: Run, fen: FeelNumber): Value {
  return integerOf(fen) === undefined ? null : divide(fen, 100);
}

const { ROUND_HALF_EVEN, ROUND_FLOOR, ROUND_CEIL, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN } = Decimal;

export const NUMBER_FUNCTIONS: Readonly<Record<string, FeelFunction>> = {
  decimal: builtin(["n:number", "scale:number"], rounding(ROUND_HALF_EVEN)),
  floor: builtin(["n:number", "scale:number?"], rounding(ROUND_FLOOR)),
  ceiling: builtin(["n:number", "scale:number?"], rounding(ROUND_CEIL)),
  "round up": builtin(["n:number", "scale:number"], rounding(ROUND_UP)),
  "round down": builtin(["n:number", "scale:number"], rounding(ROUND_DOWN)),
  "round half up": builtin(["n:number", "scale:number"], rounding(ROUND_HALF_UP)),
  "round half down": builtin(["n:number", "scale:number"], rounding(ROUND_HALF_DOWN)),
  abs: overloads(
    builtin(["n:number"], (_run, n) => (compareNumbers(n, 0) < 0 ? (negateValue(n) ?? null) : n)),
    builtin(["n:duration"], absolute),
  ),
  modulo: builtin(["dividend:number", "divisor:number"], modulo),
  sqrt: transcendental(
    (value) => value.sqrt(),
    (value) => !value.isNegative() || value.isZero(),
  ),
  log: transcendental(
    (value) => value.ln(),
    (value) => value.greaterThan(0),
  ),
  exp: transcendental(
    (value) => value.exp(),
    (value) => value.lessThan(20_000),
  ),
  odd: parity(1),
  even: parity(0),
  yuan: builtin(["fen:number"], yuan),
};
