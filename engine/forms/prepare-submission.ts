/** What is sent is not what was typed: hidden values are dropped and computed ones computed, the same on phone and server. */
import type { Form, FormContext } from "../model/form.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { Problem, Result } from "../model/problem.ts";
import { evaluateIn, expressionProblem } from "./evaluate-in.ts";
import { deref, isObject, own, textOf } from "./schema.ts";
import { fieldsIn } from "./visible-items.ts";
import type { Field } from "./visible-items.ts";

/**
 * In: a form and its filled-in values. Out: the submission. Values of fields that do not show are dropped (decided.md 6);
 * properties that the form does not know are kept, so that the validator refuses them. Problem: `FORM_EXPRESSION`.
 */
export function prepareSubmission(form: Form, data: JsonObject, context: FormContext): Result<JsonObject> {
  const problems: Problem[] = [];
  const value = prepare(form.schema, form.schema, data, context, "", problems);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

function prepare(
  schema: JsonObject,
  root: JsonObject,
  data: JsonObject,
  context: FormContext,
  path: string,
  problems: Problem[],
): JsonObject {
  const fields = fieldsIn(schema, root, data, context);
  const kept = Object.entries(data).filter(([id]) => fields.get(id)?.shown !== false);
  const inner = kept.map(
    ([id, value]) => [id, prepareValue(fields.get(id), root, value, context, `${path}/${id}`, problems)] as const,
  );
  return compute(fields, Object.fromEntries(inner), context, path, problems);
}

function prepareValue(
  field: Field | undefined,
  root: JsonObject,
  value: Json,
  context: FormContext,
  path: string,
  problems: Problem[],
): Json {
  if (field === undefined) return value;
  if (isObject(value)) return prepare(field.schema, root, value, context, path, problems);
  if (!Array.isArray(value)) return value;
  const items = deref(field.schema["items"], root);
  return value.map((each, at) =>
    isObject(each) ? prepare(items, root, each, context, `${path}/${at}`, problems) : each,
  );
}

/** Computed fields in the order of the schema, so that one may use those before it. What was sent for them is ignored. */
function compute(
  fields: ReadonlyMap<string, Field>,
  data: JsonObject,
  context: FormContext,
  path: string,
  problems: Problem[],
): JsonObject {
  let result = data;
  for (const [id, { schema, shown }] of fields) {
    const source = textOf(schema["x-computed"]);
    if (source === "" || !shown) continue;
    const computed = evaluateIn(source, result, context);
    if (!computed.ok) problems.push(...computed.problems.map((problem) => expressionProblem(`${path}/${id}`, problem)));
    result = withValue(result, id, computed.ok ? computed.value : null);
  }
  return result;
}

/** FEEL's null is "no value": the field stays out, as a person would leave it. */
function withValue(data: JsonObject, id: string, value: Json): JsonObject {
  if (value !== null) return { ...data, [id]: value };
  if (own(data, id) === undefined) return data;
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== id));
}
