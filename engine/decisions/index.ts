/** The one door to decision tables (DMN §8): hit policies U, F and C with + < > #, and which rules decided. */
import { withSession } from "../feel/index.ts";
import type { FeelContext, FeelValue, Session } from "../feel/index.ts";
import type { Decision } from "../model/decision.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { Problem, Result } from "../model/problem.ts";
import { compileDecision, problemOf } from "./compile-decision.ts";
import type { CompiledDecision, CompiledRule } from "./compile-decision.ts";
import { outcomeOf } from "./outcome.ts";

/** What a table answered and why: the rules that matched and what its input expressions were worth. */
export interface DecisionResult {
  readonly output: Json;
  readonly ruleIds: readonly string[];
  /** Values by input expression. */
  readonly inputs: JsonObject;
}

/** Everything wrong with a table, each by element id and path; empty when it can be deployed. */
export function checkDecision(decision: Decision): readonly Problem[] {
  const result = compileDecision(decision);
  return result.ok ? [] : result.problems;
}

/**
 * In: a table and what its expressions may read, besides the answers of the decisions it requires. Out: one output's value, several outputs' context, a list for
 * COLLECT, null (or the defaults) without a match. Problems: a cell that does not compile, `DECISION_NOT_UNIQUE`,
 * `DECISION_INPUT_NOT_ALLOWED`, `DECISION_OUTPUT_NOT_ALLOWED`, and those of `evaluateStrict` for an output cell.
 */
export function decide(decision: Decision, context: FeelContext): Result<DecisionResult> {
  const compiled = compileDecision(decision);
  if (!compiled.ok) return compiled;
  const required = withRequired(decision, context);
  if (!required.ok) return required;
  const answer = withSession(required.value, (session) => answerOf(decision, compiled.value, session));
  return answer.ok
    ? answer.value
    : { ok: false, problems: answer.problems.map((problem) => ({ elementId: decision.key, ...problem })) };
}

/** Required decisions answer first; their names hide variables of the same name. */
function withRequired({ requires }: Decision, context: FeelContext): Result<FeelContext> {
  if (requires === undefined || requires.length === 0) return { ok: true, value: context };
  const answers = new Map<string, Json>();
  for (const { name, decision } of requires) {
    const answer = decide(decision, context);
    if (!answer.ok) return answer;
    answers.set(name, answer.value.output);
  }
  return {
    ok: true,
    value: {
      ...context,
      variables: (name) => (answers.has(name) ? (answers.get(name) ?? null) : context.variables(name)),
    },
  };
}

function answerOf(decision: Decision, table: CompiledDecision, session: Session): Result<DecisionResult> {
  const values = table.inputs.map((input) => session.evaluate(input.expression));
  const inputs = inputsOf(decision, values, session);
  const refused = checkInputs(decision, table, values, session);
  if (refused.length > 0) return { ok: false, problems: refused };
  const matched = matchedRules(decision, table, values, session);
  if (decision.hitPolicy === "UNIQUE" && matched.length > 1) return notUnique(decision, matched);
  const output = outcomeOf(decision, table, matched, session);
  return output.ok
    ? { ok: true, value: { output: output.value, ruleIds: matched.map((rule) => rule.id), inputs } }
    : output;
}

function inputsOf(decision: Decision, values: readonly FeelValue[], session: Session): JsonObject {
  return Object.fromEntries(decision.inputs.map((input, at) => [input.expression, session.json(values[at] ?? null)]));
}

/** A missing value (null) is not a wrong one: rules may test for it. */
function checkInputs(
  decision: Decision,
  table: CompiledDecision,
  values: readonly FeelValue[],
  session: Session,
): readonly Problem[] {
  return table.inputs.flatMap(({ allowed }, at) => {
    const value = values[at] ?? null;
    if (allowed === undefined || value === null || session.matches(allowed, value)) return [];
    const input = decision.inputs[at];
    const text = JSON.stringify(session.json(value));
    const name = input?.label === undefined || input.label === "" ? (input?.expression ?? "") : input.label;
    return [
      problemOf(
        "DECISION_INPUT_NOT_ALLOWED",
        input?.id ?? decision.key,
        `输入“${name}”的值 ${text} 不在允许范围内`,
        `The value ${text} of the input "${name}" is not allowed`,
      ),
    ];
  });
}

function matchedRules(
  decision: Decision,
  table: CompiledDecision,
  values: readonly FeelValue[],
  session: Session,
): readonly CompiledRule[] {
  const matched: CompiledRule[] = [];
  for (const rule of table.rules) {
    if (!isMatch(rule, values, session)) continue;
    matched.push(rule);
    if (decision.hitPolicy === "FIRST") break;
  }
  return matched;
}

function isMatch(rule: CompiledRule, values: readonly FeelValue[], session: Session): boolean {
  for (const { input, test } of rule.tests) {
    if (!session.matches(test, values[input] ?? null)) return false;
  }
  return true;
}

function notUnique(decision: Decision, matched: readonly CompiledRule[]): Result<never> {
  const ids = matched.map((rule) => rule.id);
  const problem = problemOf(
    "DECISION_NOT_UNIQUE",
    decision.key,
    `决策表“${decision.title["zh-CN"]}”要求唯一命中，但规则 ${ids.join("、")} 同时命中`,
    `The table "${decision.key}" may match one rule only, but ${ids.join(", ")} match`,
  );
  return { ok: false, problems: [problem] };
}
