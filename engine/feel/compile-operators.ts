/** Arithmetic, comparison and logic with FEEL's three truth values (DMN tables 49–57). */
import { calculate, negateValue } from "./arithmetic.ts";
import type { Operator } from "./arithmetic.ts";
import { childNamed, parts } from "./code.ts";
import type { Code, Scope } from "./code.ts";
import { compare, equals } from "./comparison.ts";
import { compileTests } from "./compile-tests.ts";
import type { Run } from "./run.ts";
import type { SyntaxNode } from "./syntax.ts";
import { kindInChinese, kindOf } from "./value.ts";
import type { Value } from "./value.ts";

export function compileArithmetic(node: SyntaxNode, scope: Scope): Code {
  const [first, second] = parts(node);
  const sign = childNamed(node, "ArithOp")?.text ?? "";
  const left = scope.code(first);
  if (second === undefined) return (run, frame) => signed(run, sign, left(run, frame));
  const operator = (sign === "^" ? "**" : sign) as Operator;
  const right = scope.code(second);
  return (run, frame) => {
    const a = left(run, frame);
    const b = right(run, frame);
    return calculate(run, operator, a, b) ?? noResult(run, operator, a, b);
  };
}

function signed(run: Run, sign: string, value: Value): Value {
  const negated = negateValue(value);
  if (negated === undefined) return mismatch(run, sign, value, value);
  return sign === "-" ? negated : value;
}

function noResult(run: Run, operator: string, a: Value, b: Value): Value {
  return operator === "/" && kindOf(a) === kindOf(b) && kindOf(a) === "number"
    ? run.fault("FEEL_TYPE", "除数不能为零", "Division by zero")
    : mismatch(run, operator, a, b);
}

function mismatch(run: Run, operator: string, a: Value, b: Value): null {
  const [left, right] = [kindOf(a), kindOf(b)];
  return run.fault(
    "FEEL_TYPE",
    `运算“${operator}”不适用于${kindInChinese(a)}与${kindInChinese(b)}`,
    `Cannot apply "${operator}" to ${left} and ${right}`,
  );
}

export function compileComparison(node: SyntaxNode, scope: Scope): Code {
  const operator = childNamed(node, "CompareOp")?.text;
  if (operator !== undefined) return compileCompareOp(node, operator, scope);
  return childNamed(node, "between") === undefined ? compileIn(node, scope) : compileBetween(node, scope);
}

/** What an order (negative, 0, positive) means for each operator. */
const VERDICTS: Readonly<Record<string, (order: number) => boolean>> = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

function compileCompareOp(node: SyntaxNode, operator: string, scope: Scope): Code {
  const [first, second] = parts(node);
  const left = scope.code(first);
  const right = scope.code(second);
  const verdict = VERDICTS[operator];
  if (verdict !== undefined) return (run, frame) => order(run, operator, verdict, left(run, frame), right(run, frame));
  const isEqual = operator === "=";
  return (run, frame) => {
    const a = left(run, frame);
    const b = right(run, frame);
    const result = equals(run, a, b);
    return result === null ? mismatch(run, operator, a, b) : result === isEqual;
  };
}

function order(run: Run, operator: string, verdict: (order: number) => boolean, a: Value, b: Value): boolean | null {
  const result = compare(a, b);
  return result === null ? mismatch(run, operator, a, b) : verdict(result);
}

function compileBetween(node: SyntaxNode, scope: Scope): Code {
  const [value, low, high] = parts(node).map((part) => scope.code(part));
  if (value === undefined || low === undefined || high === undefined)
    throw new Error("Expected three operands of between");
  return (run, frame) => {
    const at = value(run, frame);
    const above = order(run, "between", (result) => result >= 0, at, low(run, frame));
    const below = order(run, "between", (result) => result <= 0, at, high(run, frame));
    return and(above, below);
  };
}

function compileIn(node: SyntaxNode, scope: Scope): Code {
  const [value] = parts(node);
  const tests = childNamed(node, "PositiveUnaryTests") ?? childNamed(node, "PositiveUnaryTest");
  const code = scope.code(value);
  const test = compileTests(tests, scope);
  return (run, frame) => test(run, frame, code(run, frame));
}

function and(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

/** `and` and `or` do not look at the right side when the left one decides (DMN table 50). */
export function compileLogic(node: SyntaxNode, scope: Scope): Code {
  const [first, second] = parts(node);
  const decider = node.name === "Disjunction";
  const left = scope.code(first);
  const right = scope.code(second);
  return (run, frame) => {
    const a = truth(run, left(run, frame));
    if (a === decider) return decider;
    const b = truth(run, right(run, frame));
    if (b === decider) return decider;
    return a === null || b === null ? null : !decider;
  };
}

/** null counts as unknown; any other kind is a type error and then unknown. */
export function truth(run: Run, value: Value): boolean | null {
  if (typeof value === "boolean" || value === null) return value;
  const kind = kindOf(value);
  return run.fault(
    "FEEL_TYPE",
    `此处应为布尔值，实际为${kindInChinese(value)}`,
    `Expected a boolean but got a ${kind}`,
  );
}
