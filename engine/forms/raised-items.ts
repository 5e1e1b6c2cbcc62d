/** The cases that a submission opens besides its own: each problem of a patrol becomes an event (SYS-07). */
import type { Form, FormContext } from "../model/form.ts";
import type { JsonObject } from "../model/json.ts";
import type { Result } from "../model/problem.ts";
import { evaluateIn, expressionProblem } from "./evaluate-in.ts";
import { isObject } from "./schema.ts";

/** In: a form and an accepted submission. Out: the answers of its `raises`, in order. Problem: `FORM_EXPRESSION`. */
export function raisedItems(form: Form, submission: JsonObject, context: FormContext): Result<readonly JsonObject[]> {
  const raised: JsonObject[] = [];
  for (const [name, source] of Object.entries(form.raises ?? {})) {
    const answer = evaluateIn(source, submission, context);
    if (!answer.ok)
      return { ok: false, problems: answer.problems.map((problem) => expressionProblem(`/raises/${name}`, problem)) };
    raised.push(...(Array.isArray(answer.value) ? answer.value.filter(isObject) : []));
  }
  return { ok: true, value: raised };
}
