/** `for`, `some` and `every` (DMN §10.3.2.14–15), lazily over lists and ranges and within the step budget. */
import { childNamed, nameOf, parts, sizeOf } from "./code.ts";
import { frameOf } from "./frame.ts";
import type { Code, Scope } from "./code.ts";
import { compare } from "./comparison.ts";
import { truth } from "./compile-operators.ts";
import { integerOf } from "./number.ts";
import type { Frame } from "./frame.ts";
import type { Run } from "./run.ts";
import type { SyntaxNode } from "./syntax.ts";
import { FeelDate } from "./temporal.ts";
import { FeelRange, isList, isNumber, kindInChinese, kindOf } from "./value.ts";
import type { Value } from "./value.ts";

/** A date is made by calendar arithmetic, which costs more than a step. */
const DATE_COST = 4;

interface Iterator {
  readonly name: string;
  readonly values: (run: Run, frame: Frame | undefined) => Iterable<Value> | null;
}

/** Later iterators see the variables of the ones before them. */
function compileIterators(
  node: SyntaxNode,
  scope: Scope,
): { readonly iterators: readonly Iterator[]; readonly inner: Scope } {
  let inner = scope;
  const clauses = parts(childNamed(node, "InExpressions") ?? node);
  const iterators = clauses.map((clause): Iterator => {
    const name = nameOf(childNamed(clause, "Name"));
    const values = compileSource(childNamed(clause, "IterationContext"), inner);
    inner = inner.with(name);
    return { name, values };
  });
  return { iterators, inner };
}

function compileSource(node: SyntaxNode | undefined, scope: Scope): Iterator["values"] {
  const [first, last] = node === undefined ? [] : parts(node);
  const start = scope.code(first);
  if (last === undefined) return (run, frame) => valuesOf(run, start(run, frame));
  const end = scope.code(last);
  return (run, frame) => series(run, start(run, frame), end(run, frame), true);
}

function valuesOf(run: Run, value: Value): Iterable<Value> | null {
  if (isList(value)) return value;
  if (value instanceof FeelRange) return rangeValues(run, value);
  const kind = kindOf(value);
  return run.fault(
    "FEEL_TYPE",
    `循环的来源应为列表或区间，实际为${kindInChinese(value)}`,
    `Expected a list or a range to iterate over but got a ${kind}`,
  );
}

function rangeValues(run: Run, range: FeelRange): Iterable<Value> | null {
  const all = series(run, range.start, range.end, false);
  return all === null ? null : inner(all, range);
}

function* inner(all: Iterable<Value>, range: FeelRange): Generator<Value> {
  for (const value of all) {
    if (!range.startIncluded && compare(value, range.start) === 0) continue;
    if (!range.endIncluded && compare(value, range.end) === 0) continue;
    yield value;
  }
}

/** `1..5`, `5..1` (down, where allowed) and days between two dates. */
function series(run: Run, start: Value, end: Value, mayDescend: boolean): Iterable<Value> | null {
  if (start instanceof FeelDate && end instanceof FeelDate) return days(run, start, end, mayDescend);
  const from = isNumber(start) ? integerOf(start) : undefined;
  const to = isNumber(end) ? integerOf(end) : undefined;
  if (from !== undefined && to !== undefined) return integers(from, to, mayDescend);
  const kinds = [kindOf(start), kindOf(end)] as const;
  return run.fault(
    "FEEL_TYPE",
    `无法遍历从${kindInChinese(start)}到${kindInChinese(end)}的区间`,
    `Cannot iterate from a ${kinds[0]} to a ${kinds[1]}: expected integers or dates`,
  );
}

function* integers(from: number, to: number, mayDescend: boolean): Generator<Value> {
  const count = to - from;
  if (count < 0 && !mayDescend) return;
  for (let at = 0; at <= Math.abs(count); at += 1) yield from + at * Math.sign(count);
}

function* days(run: Run, from: FeelDate, to: FeelDate, mayDescend: boolean): Generator<Value> {
  const count = from.value.until(to.value, { largestUnit: "days" }).days;
  if (count < 0 && !mayDescend) return;
  for (let at = 0; at <= Math.abs(count); at += 1) {
    run.spend(DATE_COST);
    yield new FeelDate(from.value.add({ days: Math.sign(count) * at }));
  }
}

/** Visits every combination until `visit` says stop (true); null when a source is no list. */
function visitAll(
  run: Run,
  frame: Frame | undefined,
  iterators: readonly Iterator[],
  cost: number,
  visit: (frame: Frame | undefined) => boolean,
): boolean | null {
  const [first, ...rest] = iterators;
  if (first === undefined) return visit(frame);
  const values = first.values(run, frame);
  if (values === null) return null;
  for (const value of values) {
    run.spend(rest.length === 0 ? cost : 1);
    const isStopped = visitAll(run, frameOf(frame, first.name, value), rest, cost, visit);
    if (isStopped !== false) return isStopped;
  }
  return false;
}

/** The body sees the results so far as `partial` (DMN §10.3.2.14). */
export function compileFor(node: SyntaxNode, scope: Scope): Code {
  const { iterators, inner } = compileIterators(node, scope.with("partial"));
  const bodyNode = parts(node).at(-1);
  const body = inner.code(bodyNode);
  const cost = bodyNode === undefined ? 1 : sizeOf(bodyNode);
  return (run, frame) => {
    const results: Value[] = [];
    const outer: Frame = { parent: frame, name: "partial", value: results, isGrowing: true };
    const outcome = visitAll(run, outer, iterators, cost, (at) => {
      results.push(body(run, at));
      run.checkList(results.length);
      return false;
    });
    return outcome === null ? null : results;
  };
}

/** `some`: true if any is true, else null if any is null, else false; `every` the other way round. */
export function compileQuantified(node: SyntaxNode, scope: Scope): Code {
  const { iterators, inner } = compileIterators(node, scope);
  const conditionNode = parts(node).at(-1);
  const condition = inner.code(conditionNode);
  const cost = conditionNode === undefined ? 1 : sizeOf(conditionNode);
  const decider = node.children[0]?.name === "some";
  return (run, frame) => {
    let isUnknown = false;
    const outcome = visitAll(run, frame, iterators, cost, (at) => {
      const verdict = truth(run, condition(run, at));
      if (verdict === null) isUnknown = true;
      return verdict === decider;
    });
    if (outcome === null) return null;
    if (outcome) return decider;
    return isUnknown ? null : !decider;
  };
}
