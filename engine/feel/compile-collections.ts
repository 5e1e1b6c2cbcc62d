/** Lists, contexts, ranges and filters (DMN §10.3.2.4–6). */
import { childNamed, nameOf, parts, sizeOf } from "./code.ts";
import { frameOf } from "./frame.ts";
import type { Code, Scope } from "./code.ts";
import { compare } from "./comparison.ts";
import { matches } from "./compile-tests.ts";
import { integerOf } from "./number.ts";
import type { Frame } from "./frame.ts";
import type { Run } from "./run.ts";
import type { SyntaxNode } from "./syntax.ts";
import { normalName } from "./text.ts";
import { FeelFunction, FeelRange, isList, isNumber, kindInChinese, kindOf, makeContext } from "./value.ts";
import type { List, Value } from "./value.ts";

export function compileList(node: SyntaxNode, scope: Scope): Code {
  const codes = parts(node).map((item) => scope.code(item));
  return (run, frame) => codes.map((code) => code(run, frame));
}

/** Entries see the ones above them (DMN §10.3.2.6); a key written twice is null. */
export function compileContext(node: SyntaxNode, scope: Scope): Code {
  let inner = scope;
  const entries = parts(node).map((entry) => {
    const [key, value] = parts(entry);
    const code = inner.code(value);
    const name = normalName(nameOf(key));
    inner = inner.with(name);
    return { key: keyOf(key), name, code };
  });
  if (new Set(entries.map((entry) => entry.key)).size < entries.length) {
    return (run) => run.fault("FEEL_TYPE", "上下文中有重复的键", "A key is written twice in a context");
  }
  return (run, frame) => {
    let at = frame;
    const values = entries.map(({ key, name, code }) => {
      const value = code(run, at);
      at = frameOf(at, name, value);
      return [key, value] as const;
    });
    return makeContext(values);
  };
}

/** A key keeps the spelling of its author; only look-ups are blind to spaces. */
function keyOf(key: SyntaxNode | undefined): string {
  const isLiteral = key !== undefined && childNamed(key, "StringLiteral") !== undefined;
  return isLiteral ? nameOf(key) : (key?.text.replace(/\s+/g, " ") ?? "");
}

export function compileInterval(node: SyntaxNode, scope: Scope): Code {
  const [first, second] = parts(node).map((part) => scope.code(part));
  if (first === undefined || second === undefined) throw new Error("Expected two endpoints of an interval");
  const startIncluded = node.children[0]?.name === "[";
  const endIncluded = node.children.at(-1)?.name === "]";
  return (run, frame) => {
    const start = first(run, frame);
    const end = second(run, frame);
    if (compare(start, end) !== null) return new FeelRange(start, end, startIncluded, endIncluded);
    const kinds = [kindOf(start), kindOf(end)] as const;
    return run.fault(
      "FEEL_TYPE",
      `区间两端类型不符：${kindInChinese(start)}与${kindInChinese(end)}`,
      `The ends of a range do not fit: ${kinds[0]} and ${kinds[1]}`,
    );
  };
}

const PREDICATES = new Set([
  "Comparison",
  "Conjunction",
  "Disjunction",
  "QuantifiedExpression",
  "InstanceOfExpression",
  "BooleanLiteral",
  "SimplePositiveUnaryTest",
]);

/** `list[2]` picks, `list[amount > 2]` filters; where the syntax does not tell, the first value does. */
export function compileFilter(node: SyntaxNode, scope: Scope): Code {
  const [source, condition] = parts(node);
  const target = scope.code(source);
  const isPredicate = PREDICATES.has(condition?.name ?? "");
  const test = scope.withMembers().code(condition);
  const cost = condition === undefined ? 1 : sizeOf(condition);
  return (run, frame) => {
    const value = target(run, frame);
    if (value === null) return null;
    const list = isList(value) ? value : [value];
    if (list.length === 0) return isPredicate || !isPosition(run, frame, test) ? [] : null;
    return filter(run, list, cost, (item) => test(run, itemFrame(frame, item)));
  };
}

/** Without an item only the value itself tells whether an empty list was to be picked from. */
function isPosition(run: Run, frame: Frame | undefined, test: Code): boolean {
  return isNumber(run.as(false, (inner) => test(inner, frame)));
}

/** 1 is the first, -1 the last, anything outside is null (DMN §10.3.2.5). */
function pick(list: List, position: number): Value {
  return (position < 0 ? list.at(position) : list[position - 1]) ?? null;
}

function itemFrame(frame: Frame | undefined, item: Value): Frame {
  return { parent: frame, name: "item", value: item, hasMembers: true };
}

function filter(run: Run, list: List, cost: number, test: (item: Value) => Value): Value {
  const kept: Value[] = [];
  for (const item of list) {
    run.spend(cost);
    const verdict = test(item);
    // Only the value tells `list[i]` from `list[isOpen]`: a number is a position.
    if (isNumber(verdict)) return pick(list, integerOf(verdict) ?? 0);
    if (isKept(run, item, verdict)) kept.push(item);
  }
  return kept;
}

function isKept(run: Run, item: Value, verdict: Value): boolean {
  if (verdict instanceof FeelRange || verdict instanceof FeelFunction) return matches(run, item, verdict) === true;
  return verdict === true;
}
