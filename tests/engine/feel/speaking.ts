/** How the FEEL tests speak: `feel("1 + 1")` is the value, a problem's code where there is one. */
import { compile, evaluate, evaluateStrict, evaluateUnary } from "../../../engine/feel/index.ts";
import type { FeelBudget, FeelContext } from "../../../engine/feel/index.ts";
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import type { Result } from "../../../engine/model/problem.ts";

const NOW = "2026-03-02T01:30:00.000Z";

export function contextOf(variables: JsonObject = {}, budget?: Partial<FeelBudget>): FeelContext {
  return {
    variables: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    now: NOW,
    timeZone: "Asia/Shanghai",
    ...(budget === undefined ? {} : { budget }),
  };
}

function valueOrCode<T>(result: Result<T>): T | string {
  return result.ok ? result.value : `!${result.problems[0]?.code}`;
}

export function feel(source: string, variables: JsonObject = {}, budget?: Partial<FeelBudget>): Json {
  const compiled = compile(source);
  return compiled.ok ? valueOrCode(evaluate(compiled.value, contextOf(variables, budget))) : valueOrCode(compiled);
}

export function strict(source: string, variables: JsonObject = {}): Json {
  const compiled = compile(source);
  return compiled.ok ? valueOrCode(evaluateStrict(compiled.value, contextOf(variables))) : valueOrCode(compiled);
}

export function cell(source: string, input: Json, variables: JsonObject = {}): boolean | string {
  const compiled = compile(source, "unaryTests");
  return compiled.ok ? valueOrCode(evaluateUnary(compiled.value, input, contextOf(variables))) : valueOrCode(compiled);
}

/** Cases as `expression → value`, one test each, named by the expression. */
export function cases(
  table: readonly (readonly [source: string, expected: Json])[],
  check: (source: string, expected: Json) => void,
): void {
  for (const [source, expected] of table) it(`${source} → ${JSON.stringify(expected)}`, () => check(source, expected));
}
