/** Unary tests: the cells of decision tables and the right side of `in` (DMN §7.3.12, table 55). */
import { childNamed, contains, parts } from "./code.ts";
import { frameOf } from "./frame.ts";
import type { Code, Scope, Test } from "./code.ts";
import { compare, equals, isInRange } from "./comparison.ts";
import { literalOf } from "./literals.ts";
import type { Run } from "./run.ts";
import type { SyntaxNode } from "./syntax.ts";
import { FeelFunction, FeelRange, isList } from "./value.ts";
import type { Value } from "./value.ts";

/** Compiles a UnaryTests, PositiveUnaryTests or PositiveUnaryTest node. */
export function compileTests(node: SyntaxNode | undefined, scope: Scope): Test {
  if (node === undefined) throw new Error("Expected unary tests but the tree has none");
  if (node.name === "PositiveUnaryTest") return compileTest(node, scope);
  if (node.name === "PositiveUnaryTests") return anyOf(parts(node).map((test) => compileTest(test, scope)));
  if (childNamed(node, "Wildcard") !== undefined) return () => true;
  const tests = compileTests(childNamed(node, "PositiveUnaryTests"), scope);
  if (childNamed(node, "not") === undefined) return tests;
  return (run, frame, input) => {
    const result = tests(run, frame, input);
    return result === null ? null : !result;
  };
}

function anyOf(tests: readonly Test[]): Test {
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) return only;
  return (run, frame, input) => {
    let isUnknown = false;
    for (const test of tests) {
      const result = test(run, frame, input);
      if (result === true) return true;
      if (result === null) isUnknown = true;
    }
    return isUnknown ? null : false;
  };
}

function compileTest(node: SyntaxNode, scope: Scope): Test {
  const [tested] = parts(node);
  if (tested === undefined) throw new Error("Expected a unary test but the node is empty");
  const literal = literalOf(tested);
  if (literal !== undefined) return literalTest(literal);
  if (tested.name === "SimplePositiveUnaryTest") return compileSimple(tested, scope);
  const usesInput = contains(tested, "?");
  const code = scope.with("?").code(tested);
  if (usesInput) return (run, frame, input) => asBoolean(code(run, frameOf(frame, "?", input)));
  return (run, frame, input) => matches(run, input, code(run, frameOf(frame, "?", input)));
}

/** Most cells are one literal; comparing it needs neither a frame nor the general equality. */
function literalTest(literal: Value): Test {
  if (literal === null || typeof literal === "string" || typeof literal === "boolean")
    return (_run, _frame, input) => input === literal;
  return (run, _frame, input) => (input === literal ? true : equals(run, input, literal) === true);
}

function asBoolean(value: Value): boolean | null {
  return typeof value === "boolean" ? value : null;
}

/** `input in value`: a range contains it, a list contains it, a condition holds, or it is equal. */
export function matches(run: Run, input: Value, value: Value): boolean | null {
  if (value instanceof FeelRange)
    return input instanceof FeelRange ? equals(run, input, value) === true : isInRange(input, value);
  if (value instanceof FeelFunction) return asBoolean(value.invoke(run, { positional: [input] }) ?? null);
  if (isList(value)) return isMember(run, input, value);
  // A cell such as `amount > limit` names no `?`: its truth is the verdict, unless truth itself is the input.
  if (typeof value === "boolean" && typeof input !== "boolean") return value;
  return equals(run, input, value) === true;
}

function isMember(run: Run, input: Value, list: readonly Value[]): boolean {
  run.spend(list.length);
  if (isList(input) && equals(run, input, list) === true) return true;
  return list.some((item) => (item instanceof FeelRange ? isInRange(input, item) : equals(run, input, item)) === true);
}

const ORDERS: Readonly<Record<string, (order: number) => boolean>> = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

function compileSimple(node: SyntaxNode, scope: Scope): Test {
  const operator = childNamed(node, "CompareOp")?.text;
  const [operand] = parts(node);
  const end = operandCode(operand, scope);
  const verdict = ORDERS[operator ?? ""];
  if (verdict !== undefined) {
    return (run, frame, input) => {
      const order = compare(input, end(run, frame, input));
      return order === null ? null : verdict(order);
    };
  }
  if (operator === undefined) return (run, frame, input) => matches(run, input, end(run, frame, input));
  const isEqual = operator === "=";
  return (run, frame, input) => {
    const result = equals(run, input, end(run, frame, input));
    return result === null ? null : result === isEqual;
  };
}

function operandCode(
  operand: SyntaxNode | undefined,
  scope: Scope,
): (run: Run, frame: Parameters<Code>[1], input: Value) => Value {
  const literal = operand === undefined ? undefined : literalOf(operand);
  if (literal !== undefined) return () => literal;
  const code = scope.with("?").code(operand);
  return (run, frame, input) => code(run, frameOf(frame, "?", input));
}

/** A unary test standing where a value is expected: `> 5` is a range, `!= 5` a test (DMN 1.4 §10.3.2.7). */
export function compileTestAsValue(node: SyntaxNode, scope: Scope): Code {
  const operator = childNamed(node, "CompareOp")?.text;
  const end = scope.code(parts(node)[0]);
  switch (operator) {
    case undefined:
      return end;
    case "=":
      return (run, frame) => pointRange(end(run, frame));
    case "!=":
      return (run, frame) => unequal(end(run, frame));
    default:
      return (run, frame) => openRange(operator, end(run, frame));
  }
}

function pointRange(value: Value): Value {
  return new FeelRange(value, value, true, true);
}

function unequal(value: Value): Value {
  return new FeelFunction((run, args) => {
    const input = "named" in args ? undefined : args.positional[0];
    const result = equals(run, input ?? null, value);
    return result === null ? null : !result;
  });
}

function openRange(operator: string, end: Value): Value {
  if (end === null) return null;
  const isIncluded = operator.endsWith("=");
  return operator.startsWith(">")
    ? new FeelRange(end, null, isIncluded, false)
    : new FeelRange(null, end, false, isIncluded);
}
