/** FEEL in forms: fields by their ids, the whole as `submission`, and what the shell adds (matter, place, param). */
import { compile, evaluate } from "../feel/index.ts";
import type { FormContext } from "../model/form.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { Problem, Result } from "../model/problem.ts";
import { own } from "./schema.ts";

export function evaluateIn(source: string, data: JsonObject, context: FormContext): Result<Json> {
  const expression = compile(source);
  if (!expression.ok) return expression;
  return evaluate(expression.value, {
    variables: variablesOf(data, context),
    now: context.now,
    timeZone: context.timeZone,
  });
}

function variablesOf(data: JsonObject, context: FormContext): (name: string) => Json | undefined {
  const added = context.variables ?? {};
  return (name) => (name === "submission" ? data : (own(data, name) ?? own(added, name)));
}

/** An expression of a published form that does not evaluate is said, with the place where it stands. */
export function expressionProblem(path: string, { zh, en }: Problem): Problem {
  return {
    code: "FORM_EXPRESSION",
    zh: `表单的计算规则有误：${zh}`,
    en: `An expression of the form does not evaluate: ${en}`,
    path,
  };
}
