/** Numbers (DMN §10.3.2.3.1, decimal128): a JS number where it is exact, else decimal.js with 34 digits (decided.md 5). */
import { Decimal as BaseDecimal } from "decimal.js";

export const Decimal = BaseDecimal.clone({
  precision: 34,
  rounding: BaseDecimal.ROUND_HALF_EVEN,
  minE: -6176,
  maxE: 6144,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Decimal = BaseDecimal;
/** A number of an expression. */
export type FeelNumber = number | Decimal;
export type Rounding = BaseDecimal.Rounding;

/** A JS number stands for its shortest decimal text, so that 0.1 means one tenth. */
export function decimal(value: FeelNumber): Decimal {
  return typeof value === "number" ? new Decimal(value) : value;
}

/** The leanest form of a result; `null` when it left the range of decimal128. */
export function settle(value: Decimal): FeelNumber | null {
  if (!value.isFinite()) return null;
  const lean = value.toNumber();
  if (lean === 0) return 0;
  return new Decimal(lean).eq(value) ? lean : value;
}

export function parseNumber(text: string): FeelNumber | null {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,4})?$/i.test(text) ? settle(new Decimal(text)) : null;
}

function areIntegers(a: FeelNumber, b: FeelNumber): boolean {
  return Number.isSafeInteger(a) && Number.isSafeInteger(b);
}

export function add(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  const sum = areIntegers(a, b) ? (a as number) + (b as number) : NaN;
  return Number.isSafeInteger(sum) ? sum : settle(decimal(a).plus(decimal(b)));
}

export function subtract(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  const difference = areIntegers(a, b) ? (a as number) - (b as number) : NaN;
  return Number.isSafeInteger(difference) ? difference : settle(decimal(a).minus(decimal(b)));
}

export function multiply(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  const product = areIntegers(a, b) ? (a as number) * (b as number) : NaN;
  // `+ 0` turns -0 into 0.
  return Number.isSafeInteger(product) ? product + 0 : settle(decimal(a).times(decimal(b)));
}

/** Division by zero is null (DMN table 55). */
export function divide(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  if (decimal(b).isZero()) return null;
  if (areIntegers(a, b) && (a as number) % (b as number) === 0) return (a as number) / (b as number) + 0;
  return settle(decimal(a).div(decimal(b)));
}

export function power(a: FeelNumber, b: FeelNumber): FeelNumber | null {
  return settle(Decimal.pow(decimal(a), decimal(b)));
}

export function negate(a: FeelNumber): FeelNumber | null {
  return subtract(0, a);
}

export function compareNumbers(a: FeelNumber, b: FeelNumber): number {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  return decimal(a).cmp(decimal(b));
}

/** Plain notation without exponent, as `string()` shows it. */
export function numberText(value: FeelNumber): string {
  return Number.isSafeInteger(value) ? String(value) : decimal(value).toFixed();
}

/** The value as a JS integer for positions and scales, or `undefined`. */
export function integerOf(value: FeelNumber): number | undefined {
  const number = typeof value === "number" ? value : value.toNumber();
  return Number.isSafeInteger(number) ? number : undefined;
}
