/** Functions over the elements of a list, written `sum([1, 2])` or `sum(1, 2)` (DMN §10.3.4.4). */
import { calculate } from "../arithmetic.ts";
import { compare } from "../comparison.ts";
import { add, compareNumbers, decimal, Decimal, divide, multiply, settle } from "../number.ts";
import type { Run } from "../run.ts";
import { builtin, overloads } from "../signature.ts";
import { isNumber } from "../value.ts";
import type { FeelFunction, List, Value } from "../value.ts";
import type { FeelNumber } from "../number.ts";

/** What decimal arithmetic costs beyond a step. */
const DECIMAL_COST = 8;

function aggregate(body: (run: Run, list: List) => Value): FeelFunction {
  return overloads(
    builtin(["list:list"], body),
    builtin(["...list:any"], (run, list) => body(run, list)),
  );
}

function ofNumbers(body: (run: Run, numbers: readonly FeelNumber[]) => Value): FeelFunction {
  return aggregate((run, list) => {
    run.spend(list.length * DECIMAL_COST);
    return list.every(isNumber) && list.length > 0 ? body(run, list) : null;
  });
}

function sum(run: Run, list: List): Value {
  const [first, ...rest] = list;
  if (first === undefined) return null;
  run.spend(list.length);
  const isSummable = isNumber(first) || calculate(run, "+", first, first) !== undefined;
  if (typeof first === "string" || !isSummable) return null;
  return rest.reduce((total: Value, item) => calculate(run, "+", total, item) ?? null, first);
}

function total(numbers: readonly FeelNumber[]): FeelNumber | null {
  return numbers.reduce((left: FeelNumber | null, right) => (left === null ? null : add(left, right)), 0);
}

function mean(numbers: readonly FeelNumber[]): FeelNumber | null {
  const all = total(numbers);
  return all === null ? null : divide(all, numbers.length);
}

/** min and max of anything with an order; null when two elements have none. */
function extreme(sign: 1 | -1): FeelFunction {
  return aggregate((_run, list) => {
    let best: Value | undefined;
    for (const item of list) {
      const order = best === undefined ? compare(item, item) : compare(item, best);
      if (order === null) return null;
      if (best === undefined || order * sign > 0) best = item;
    }
    return best ?? null;
  });
}

function median(numbers: readonly FeelNumber[]): Value {
  const sorted = numbers.toSorted(compareNumbers);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? null;
  const low = sorted[middle - 1];
  if (sorted.length % 2 === 1 || low === undefined || high === null) return high;
  return divide(add(low, high) ?? 0, 2);
}

/** The most frequent numbers, ascending. */
function mode(numbers: readonly FeelNumber[]): Value {
  const counts = new Map<string, { readonly value: FeelNumber; count: number }>();
  for (const value of numbers) {
    const key = decimal(value).toString();
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { value, count: 1 });
    else known.count += 1;
  }
  const most = Math.max(...[...counts.values()].map((entry) => entry.count));
  const values = [...counts.values()].filter((entry) => entry.count === most).map((entry) => entry.value);
  return values.toSorted(compareNumbers);
}

/** Of a sample: divided by n - 1. */
function stddev(numbers: readonly FeelNumber[]): Value {
  const average = mean(numbers);
  if (average === null || numbers.length < 2) return null;
  const squares = numbers.map((value) => decimal(value).minus(decimal(average)).pow(2));
  const variance = squares.reduce((left, right) => left.plus(right), new Decimal(0)).div(numbers.length - 1);
  return settle(variance.sqrt());
}

/** `all` is false as soon as one is, `any` true as soon as one is; something else than a boolean leaves it unknown. */
function quantifier(decider: boolean): FeelFunction {
  return aggregate((_run, list) => {
    if (list.includes(decider)) return decider;
    return list.every((item) => typeof item === "boolean") ? !decider : null;
  });
}

export const AGGREGATE_FUNCTIONS: Readonly<Record<string, FeelFunction>> = {
  min: extreme(-1),
  max: extreme(1),
  sum: aggregate(sum),
  mean: ofNumbers((_run, numbers) => mean(numbers)),
  product: ofNumbers((_run, numbers) =>
    numbers.reduce((left: FeelNumber | null, right) => (left === null ? null : multiply(left, right)), 1),
  ),
  median: ofNumbers((_run, numbers) => median(numbers)),
  stddev: ofNumbers((_run, numbers) => stddev(numbers)),
  mode: aggregate((run, list) => {
    run.spend(list.length * DECIMAL_COST);
    if (list.length === 0) return [];
    return list.every(isNumber) ? mode(list) : null;
  }),
  all: quantifier(false),
  any: quantifier(true),
};
