/** Syntax tree → closures, once per source text; the table of everything the grammar can say. */
import { childNamed, parts, Scope } from "./code.ts";
import type { Code, Compile, Test } from "./code.ts";
import { compileContext, compileFilter, compileInterval, compileList } from "./compile-collections.ts";
import { compileFunction, compileInstanceOf } from "./compile-functions.ts";
import { compileFor, compileQuantified } from "./compile-loops.ts";
import { compileCall, compileName, compilePath } from "./compile-names.ts";
import { compileArithmetic, compileComparison, compileLogic, truth } from "./compile-operators.ts";
import { compileTestAsValue, compileTests } from "./compile-tests.ts";
import { literalOf } from "./literals.ts";
import type { SyntaxNode } from "./syntax.ts";

const COMPILERS: Readonly<Record<string, Compile>> = {
  Expression: compileOnly,
  ParenthesizedExpression: compileOnly,
  VariableName: compileName,
  "?": compileName,
  SpecialFunctionName: compileName,
  DateTimeConstructor: compileName,
  DateTimeLiteral: compileCall,
  PathExpression: compilePath,
  FunctionInvocation: compileCall,
  ArithmeticExpression: compileArithmetic,
  Comparison: compileComparison,
  Disjunction: compileLogic,
  Conjunction: compileLogic,
  IfExpression: compileIf,
  ForExpression: compileFor,
  QuantifiedExpression: compileQuantified,
  FilterExpression: compileFilter,
  InstanceOfExpression: compileInstanceOf,
  FunctionDefinition: compileFunction,
  List: compileList,
  Context: compileContext,
  Interval: compileInterval,
  SimplePositiveUnaryTest: compileTestAsValue,
};

function compileNode(node: SyntaxNode, scope: Scope): Code {
  const literal = literalOf(node);
  if (literal !== undefined) return () => literal;
  const compiler = COMPILERS[node.name];
  if (compiler === undefined)
    throw new Error(`Expected a known syntax node but got ${node.name}: the grammar has changed`);
  return compiler(node, scope);
}

function compileOnly(node: SyntaxNode, scope: Scope): Code {
  return scope.code(parts(node)[0]);
}

/** Anything but true takes the else branch (DMN §10.3.2.8). */
function compileIf(node: SyntaxNode, scope: Scope): Code {
  const [condition, then, otherwise] = parts(node).map((part) => scope.code(part));
  if (condition === undefined || then === undefined || otherwise === undefined)
    throw new Error("Expected three parts of if");
  return (run, frame) => (truth(run, condition(run, frame)) === true ? then(run, frame) : otherwise(run, frame));
}

export function compileExpression(root: SyntaxNode): { readonly code: Code; readonly free: ReadonlySet<string> } {
  const scope = new Scope(compileNode);
  return { code: compileNode(root, scope), free: scope.free };
}

export function compileUnary(root: SyntaxNode): { readonly test: Test; readonly free: ReadonlySet<string> } {
  const scope = new Scope(compileNode);
  const tests = root.name === "UnaryTests" ? root : childNamed(root, "UnaryTests");
  return { test: compileTests(tests, scope), free: scope.free };
}
