/** Which fields show for what has been filled in so far: branches of `if`, and `x-visible` where a branch cannot say it. */
import type { Form, FormContext } from "../model/form.ts";
import type { JsonObject } from "../model/json.ts";
import { holds } from "./condition.ts";
import { evaluateIn } from "./evaluate-in.ts";
import { deref, isObject, objectOf, objectsOf, textOf } from "./schema.ts";

/** In: a form and what is filled in. Out: the ids of the fields that show. */
export function visibleItems(form: Form, data: JsonObject, context: FormContext): ReadonlySet<string> {
  return new Set(fieldsIn(form.schema, form.schema, data, context, (field) => field.shown).keys());
}

export interface Field {
  readonly schema: JsonObject;
  readonly shown: boolean;
}

/** All fields of one object by id, hidden ones too; `which` picks. A field that shows in one of its places shows. */
export function fieldsIn(
  schema: JsonObject,
  root: JsonObject,
  data: JsonObject,
  context: FormContext,
  which: (field: Field) => boolean = () => true,
): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const [part, active] of partsOf(schema, data)) {
    for (const [id, property] of Object.entries(objectOf(part["properties"]))) {
      const found = deref(property, root);
      const field = { schema: found, shown: active && isShown(found, data, context) };
      if (which(field) && !(fields.get(id)?.shown ?? false)) fields.set(id, field);
    }
  }
  return fields;
}

/** The object itself and its branches, each with whether it applies. An undecidable condition hides nothing. */
function partsOf(schema: JsonObject, data: JsonObject): readonly (readonly [JsonObject, boolean])[] {
  const nested = objectsOf(schema["allOf"]).flatMap((part) => partsOf(part, data));
  const condition = schema["if"];
  const verdict = condition === undefined ? undefined : holds(condition, data);
  const branch = (name: "then" | "else", applies: boolean) =>
    isObject(schema[name]) && condition !== undefined
      ? partsOf(schema[name], data).map(([part, active]) => [part, active && applies] as const)
      : [];
  return [[schema, true], ...nested, ...branch("then", verdict !== false), ...branch("else", verdict !== true)];
}

function isShown(property: JsonObject, data: JsonObject, context: FormContext): boolean {
  const source = textOf(property["x-visible"]);
  if (source === "") return true;
  const verdict = evaluateIn(source, data, context);
  return verdict.ok && verdict.value === true;
}
