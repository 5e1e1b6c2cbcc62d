/** List functions (DMN §10.3.4.4). */
import { compare, equals } from "../comparison.ts";
import { integerOf } from "../number.ts";
import type { Run } from "../run.ts";
import { builtin, overloads } from "../signature.ts";
import { FeelFunction, isList } from "../value.ts";
import type { List, Value } from "../value.ts";
import type { FeelNumber } from "../number.ts";

function isSame(run: Run, a: Value, b: Value): boolean {
  return equals(run, a, b) === true;
}

/** 0-based index of a 1-based or negative position; undefined when there is no such element. */
function indexOf(list: List, position: FeelNumber): number | undefined {
  const at = integerOf(position);
  if (at === undefined || at === 0) return undefined;
  const index = at > 0 ? at - 1 : list.length + at;
  return index >= 0 && index < list.length ? index : undefined;
}

function sublist(_run: Run, list: List, start: FeelNumber, length: FeelNumber | undefined): Value {
  const index = indexOf(list, start);
  const count = length === undefined ? list.length : integerOf(length);
  if (index === undefined || count === undefined || count < 0) return null;
  return length !== undefined && index + count > list.length ? null : list.slice(index, index + count);
}

function insertBefore(run: Run, list: List, position: FeelNumber, item: Value): Value {
  // One past the end appends (as `append` does).
  const index = integerOf(position) === list.length + 1 ? list.length : indexOf(list, position);
  if (index === undefined) return null;
  run.checkList(list.length + 1);
  return list.toSpliced(index, 0, item);
}

/** Primitives are found by hash, the rest by FEEL's equality. */
function distinct(run: Run, list: List): List {
  const seen = new Set<Value>();
  const kept: Value[] = [];
  for (const item of list) {
    run.spend(1);
    const isPrimitive = item === null || typeof item !== "object";
    if (isPrimitive ? seen.has(item) : has(run, kept, item)) continue;
    if (isPrimitive) seen.add(item);
    kept.push(item);
  }
  return kept;
}

function has(run: Run, list: readonly Value[], wanted: Value): boolean {
  run.spend(list.length);
  return list.some((item) => isSame(run, item, wanted));
}

function flatten(run: Run, list: List): List {
  const flat: Value[] = [];
  const visit = (items: List): void => {
    run.spend(items.length);
    for (const item of items) {
      if (isList(item)) run.nested(1, () => visit(item));
      else flat.push(item);
    }
    run.checkList(flat.length);
  };
  visit(list);
  return flat;
}

function concatenate(run: Run, lists: readonly List[]): List {
  const length = lists.reduce((sum, list) => sum + list.length, 0);
  run.checkList(length);
  return lists.flat();
}

function replaceAt(_run: Run, list: List, position: FeelNumber, item: Value): Value {
  const index = indexOf(list, position);
  return index === undefined ? null : list.with(index, item);
}

function replaceWhere(run: Run, list: List, match: FeelFunction, item: Value): Value {
  const replaced: Value[] = [];
  for (const old of list) {
    const verdict = match.invoke(run, { positional: [old, item] });
    if (typeof verdict !== "boolean") return null;
    replaced.push(verdict ? item : old);
  }
  return replaced;
}

/** Merge sort: stable, and the same number of comparisons on every machine, which the step budget counts. */
function sort(run: Run, list: List, precedes: FeelFunction): Value {
  if (list.length < 2) return list;
  const middle = list.length >> 1;
  const left = sort(run, list.slice(0, middle), precedes) as List;
  const right = sort(run, list.slice(middle), precedes) as List;
  const merged: Value[] = [];
  for (let l = 0, r = 0; l < left.length || r < right.length;) {
    run.spend(1);
    const takesRight =
      l >= left.length || (r < right.length && isBefore(run, precedes, right[r] ?? null, left[l] ?? null));
    merged.push((takesRight ? right[r++] : left[l++]) ?? null);
  }
  return merged;
}

function isBefore(run: Run, precedes: FeelFunction, a: Value, b: Value): boolean {
  return precedes.invoke(run, { positional: [a, b] }) === true;
}

/** Ascending by FEEL's order; null when two elements have none. */
function sortNaturally(run: Run, list: List): Value {
  const isComparable = list.every((item) => compare(item, list[0] ?? null) !== null);
  if (!isComparable) return null;
  return sort(
    run,
    list,
    new FeelFunction((_run, args) =>
      "named" in args ? null : (compare(args.positional[0] ?? null, args.positional[1] ?? null) ?? 0) < 0,
    ),
  );
}

export const LIST_FUNCTIONS: Readonly<Record<string, FeelFunction>> = {
  "list contains": builtin(["list:list", "element:any"], has),
  count: builtin(["list:list"], (_run, list) => list.length),
  sublist: builtin(["list:list", "start position:number", "length:number?"], sublist),
  append: builtin(["list:list", "...item:any"], (run, list, items) => concatenate(run, [list, items])),
  concatenate: builtin(["...list:list"], (run, lists) => concatenate(run, lists)),
  "insert before": builtin(["list:list", "position:number", "newItem:any"], insertBefore),
  remove: builtin(["list:list", "position:number"], (_run, list, position) => {
    const index = indexOf(list, position);
    return index === undefined ? null : list.toSpliced(index, 1);
  }),
  "list replace": overloads(
    builtin(["list:list", "position:number", "newItem:any"], replaceAt),
    builtin(["list:list", "match:function", "newItem:any"], replaceWhere),
  ),
  reverse: builtin(["list:list"], (_run, list) => list.toReversed()),
  "index of": builtin(["list:list", "match:any"], (run, list, match) =>
    list.flatMap((item, index) => (isSame(run, item, match) ? [index + 1] : [])),
  ),
  union: builtin(["...list:list"], (run, lists) => distinct(run, concatenate(run, lists))),
  "distinct values": builtin(["list:list"], distinct),
  flatten: builtin(["list:list"], flatten),
  sort: overloads(builtin(["list:list", "precedes:function"], sort), builtin(["list:list"], sortNaturally)),
};
