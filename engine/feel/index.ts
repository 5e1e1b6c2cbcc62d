/** The one door to expressions: FEEL (DMN 1.3–1.5 §10.3), compiled once, bounded, reading nothing but its context. */
import type { Json } from "../model/json.ts";
import type { Result } from "../model/problem.ts";
import { BUILTINS } from "./builtins/index.ts";
import { Unsupported } from "./code.ts";
import type { Code, Test } from "./code.ts";
import { compileExpression, compileUnary } from "./compile.ts";
import { toJson } from "./json.ts";
import { Fault, Run } from "./run.ts";
import type { FeelBudget, FeelContext } from "./run.ts";
import { parseSource, SOURCE_LIMIT } from "./syntax.ts";
import type { SourceKind } from "./syntax.ts";
import type { Value } from "./value.ts";

export type { FeelBudget, FeelContext, SourceKind };
export { SOURCE_LIMIT } from "./syntax.ts";

/** A compiled source text. Opaque but for its text and the names it asks of its context. */
export interface Expression {
  readonly source: string;
  readonly kind: SourceKind;
  readonly names: readonly string[];
  readonly compiled: { readonly code: Code } | { readonly test: Test };
}

/** Source characters kept compiled; the oldest expressions go first. Compiled code is some hundred bytes a character. */
const CACHED_CHARACTERS = 500_000;
const caches: Readonly<Record<SourceKind, Map<string, Result<Expression>>>> = {
  expression: new Map(),
  unaryTests: new Map(),
};
let cachedCharacters = 0;

/**
 * In: FEEL text of at most 10 KB, as an expression or as the unary tests of a decision table's cell.
 * Out: the expression, or problems `FEEL_SYNTAX`, `FEEL_TOO_LONG`, `FEEL_TOO_DEEP`, `FEEL_UNSUPPORTED`, `FEEL_UNKNOWN_TYPE`.
 */
export function compile(source: string, kind: SourceKind = "expression"): Result<Expression> {
  const known = caches[kind].get(source);
  if (known !== undefined) return known;
  const result = compileFresh(source, kind);
  if (source.length <= SOURCE_LIMIT) keep(source, kind, result);
  return result;
}

function keep(source: string, kind: SourceKind, result: Result<Expression>): void {
  const cache = caches[kind];
  cache.set(source, result);
  cachedCharacters += source.length;
  for (const oldest of cache.keys()) {
    if (cachedCharacters <= CACHED_CHARACTERS || oldest === source) break;
    cache.delete(oldest);
    cachedCharacters -= oldest.length;
  }
}

function compileFresh(source: string, kind: SourceKind): Result<Expression> {
  const tree = parseSource(source, kind);
  if (!tree.ok) return tree;
  try {
    const compiled = kind === "expression" ? compileExpression(tree.value) : compileUnary(tree.value);
    return { ok: true, value: { source, kind, names: [...compiled.free], compiled } };
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    return { ok: false, problems: [{ code: error.code, zh: error.zh, en: error.en }] };
  }
}

/**
 * Evaluates with FEEL's null semantics: an unknown name or a type error is null. Dates leave as ISO text, a zoned
 * date and time as an instant. Only an exceeded budget is a problem (`FEEL_BUDGET`).
 */
export function evaluate(expression: Expression, context: FeelContext): Result<Json> {
  return evaluateIn(expression, new Run(context, false));
}

/**
 * The same, but an unknown variable or function and a type error are problems (`FEEL_UNKNOWN_NAME`,
 * `FEEL_UNKNOWN_FUNCTION`, `FEEL_TYPE`). A missing entry of a context is null; `is defined(x)` asks without fault.
 */
export function evaluateStrict(expression: Expression, context: FeelContext): Result<Json> {
  return evaluateIn(expression, new Run(context, true));
}

function evaluateIn(expression: Expression, run: Run): Result<Json> {
  const { compiled } = expression;
  return guarded(() =>
    "code" in compiled ? toJson(run, compiled.code(run, undefined)) : compiled.test(run, undefined, null),
  );
}

/** In: the unary tests of a cell and the input they are about (`?`). Out: whether it matches; unknown counts as no. */
export function evaluateUnary(expression: Expression, input: Json, context: FeelContext): Result<boolean> {
  const { compiled } = expression;
  const run = new Run(context, false);
  return guarded(
    () => ("test" in compiled ? compiled.test(run, undefined, input) : compiled.code(run, undefined)) === true,
  );
}

/** Several expressions over one context and one budget, whose values keep their FEEL kind in between. */
export class Session {
  private readonly run: Run;

  constructor(context: FeelContext) {
    this.run = new Run(context, false);
  }

  evaluate(expression: Expression): FeelValue {
    const { compiled } = expression;
    if (!("code" in compiled)) throw new Error(`Expected an expression but got unary tests: ${expression.source}`);
    return compiled.code(this.run, undefined);
  }

  evaluateStrict(expression: Expression): FeelValue {
    const { compiled } = expression;
    if (!("code" in compiled)) throw new Error(`Expected an expression but got unary tests: ${expression.source}`);
    return this.run.as(true, (run) => compiled.code(run, undefined));
  }

  /** Whether an input passes the unary tests of a cell; unknown counts as no. */
  matches(tests: Expression, input: FeelValue): boolean {
    const { compiled } = tests;
    if (!("test" in compiled)) throw new Error(`Expected unary tests but got an expression: ${tests.source}`);
    return compiled.test(this.run, undefined, input) === true;
  }

  /** Calls a built-in function; null when the arguments do not fit. */
  call(name: string, ...args: readonly FeelValue[]): FeelValue {
    return BUILTINS.get(name)?.invoke(this.run, { positional: args }) ?? null;
  }

  json(value: FeelValue): Json {
    return toJson(this.run, value);
  }
}

/** A value of a session. Opaque: only `Session.json` takes it out. */
export type FeelValue = Value;

/** Runs `body` with a session; an exceeded budget or a fault of a strict evaluation is a problem. */
export function withSession<T>(context: FeelContext, body: (session: Session) => T): Result<T> {
  return guarded(() => body(new Session(context)));
}

function guarded<T>(body: () => T): Result<T> {
  try {
    return { ok: true, value: body() };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, problems: [error.problem] };
    throw error;
  }
}
