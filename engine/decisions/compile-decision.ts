/** A decision table made ready: every cell compiled once per Decision object, every mistake named by its element. */
import { compile } from "../feel/index.ts";
import type { Expression } from "../feel/index.ts";
import type { Decision } from "../model/decision.ts";
import type { Problem, Result } from "../model/problem.ts";

interface CompiledInput {
  readonly expression: Expression;
  readonly allowed: Expression | undefined;
}

interface CompiledOutput {
  readonly allowed: Expression | undefined;
  readonly fallback: Expression | undefined;
}

export interface CompiledRule {
  readonly id: string;
  /** Only the cells that test something, with the index of their input. */
  readonly tests: readonly { readonly input: number; readonly test: Expression }[];
  /** `undefined` for an empty output cell, which is null. */
  readonly outputs: readonly (Expression | undefined)[];
}

export interface CompiledDecision {
  readonly inputs: readonly CompiledInput[];
  readonly outputs: readonly CompiledOutput[];
  readonly rules: readonly CompiledRule[];
}

const compiled = new WeakMap<Decision, Result<CompiledDecision>>();

export function compileDecision(decision: Decision): Result<CompiledDecision> {
  const known = compiled.get(decision);
  if (known !== undefined) return known;
  const result = compileFresh(decision);
  compiled.set(decision, result);
  return result;
}

function compileFresh(decision: Decision): Result<CompiledDecision> {
  const problems = checkShape(decision);
  const cell = (
    source: string,
    kind: "expression" | "unaryTests",
    elementId: string,
    path: string,
  ): Expression | undefined => {
    const result = compile(source, kind);
    if (result.ok) return result.value;
    problems.push(...result.problems.map((problem) => ({ ...problem, elementId, path })));
    return undefined;
  };
  const inputs = decision.inputs.flatMap((input, at) => {
    const expression = cell(input.expression, "expression", input.id, `/inputs/${at}/expression`);
    const allowed = isBlank(input.allowed)
      ? undefined
      : cell(input.allowed ?? "", "unaryTests", input.id, `/inputs/${at}/allowed`);
    return expression === undefined ? [] : [{ expression, allowed }];
  });
  const outputs = decision.outputs.map((output, at) => ({
    allowed: isBlank(output.allowed)
      ? undefined
      : cell(output.allowed ?? "", "unaryTests", output.id, `/outputs/${at}/allowed`),
    fallback: isBlank(output.default)
      ? undefined
      : cell(output.default ?? "", "expression", output.id, `/outputs/${at}/default`),
  }));
  const rules = decision.rules.map((rule, at) => ({
    id: rule.id,
    tests: rule.when.flatMap((source, input) => {
      const test = isAny(source) ? undefined : cell(source, "unaryTests", rule.id, `/rules/${at}/when/${input}`);
      return test === undefined ? [] : [{ input, test }];
    }),
    outputs: rule.then.map((source, output) =>
      isBlank(source) ? undefined : cell(source, "expression", rule.id, `/rules/${at}/then/${output}`),
    ),
  }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { inputs, outputs, rules } };
}

function isBlank(source: string | undefined): boolean {
  return source === undefined || source.trim() === "";
}

/** An empty input cell and `-` accept anything (DMN §8.2.8). */
function isAny(source: string): boolean {
  return isBlank(source) || source.trim() === "-";
}

function checkShape(decision: Decision): Problem[] {
  return [...checkOutputs(decision), ...checkRules(decision)];
}

function checkOutputs({ key, outputs, hitPolicy, aggregation }: Decision): Problem[] {
  const problems: Problem[] = [];
  if (outputs.length === 0) {
    problems.push(problemOf("DECISION_NO_OUTPUT", key, "决策表没有输出列", "The decision table has no output"));
  }
  if (aggregation !== undefined && hitPolicy !== "COLLECT") {
    problems.push(
      problemOf(
        "DECISION_AGGREGATION",
        key,
        "只有命中策略 COLLECT 可以使用聚合",
        "Only the hit policy COLLECT can aggregate",
      ),
    );
  }
  if (aggregation !== undefined && outputs.length > 1) {
    problems.push(
      problemOf(
        "DECISION_AGGREGATION",
        key,
        "聚合只能用于单一输出列的决策表",
        "Only a table with one output can aggregate",
      ),
    );
  }
  const names = outputs.map((output) => output.name);
  if (outputs.length > 1 && (names.some((name) => name.trim() === "") || new Set(names).size < names.length)) {
    problems.push(
      problemOf(
        "DECISION_OUTPUT_NAME",
        key,
        "多个输出列时，每列须有唯一的名称",
        "With several outputs each needs a name of its own",
      ),
    );
  }
  return problems;
}

function checkRules({ inputs, outputs, rules }: Decision): Problem[] {
  const ids = new Set<string>();
  return rules.flatMap((rule) => {
    const problems: Problem[] = [];
    if (ids.has(rule.id))
      problems.push(
        problemOf("DECISION_RULE_ID", rule.id, `规则编号“${rule.id}”重复`, `The rule id "${rule.id}" is used twice`),
      );
    ids.add(rule.id);
    if (rule.when.length !== inputs.length || rule.then.length !== outputs.length) {
      const zh = `规则“${rule.id}”应有 ${inputs.length} 个条件与 ${outputs.length} 个结论，实际为 ${rule.when.length} 与 ${rule.then.length}`;
      const en = `Expected rule "${rule.id}" to have ${inputs.length} conditions and ${outputs.length} outputs but got ${rule.when.length} and ${rule.then.length}`;
      problems.push(problemOf("DECISION_RULE_SHAPE", rule.id, zh, en));
    }
    return problems;
  });
}

export function problemOf(code: string, elementId: string, zh: string, en: string): Problem {
  return { code, elementId, zh, en };
}
