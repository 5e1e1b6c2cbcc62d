/** Conditions come and go: a field moves between the form and a branch of it, with all that is said about it elsewhere left alone. */
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import { fieldOf, fieldsOf, schemaPath, type FormContent } from "./fields.ts";
import { getIn, isObject, objectOf, own, setIn, textsOf, without, type Path } from "./json-path.ts";
import { isSameCondition, rulesAbout, rulesOf, type Condition, type Rule } from "./rules.ts";

const schemaOf = (content: Json): JsonObject => objectOf(own(content, "schema"));

const branchPath = ({ path, branch }: Rule): Path => [...path, branch];

/** `then` for what is, `else` for what is not. */
function written({ field, is, values }: Condition): JsonObject {
  const test: JsonObject = values.length === 1 ? { const: values[0] ?? null } : { enum: [...values] };
  return { if: { properties: { [field]: test }, required: [field] }, [is ? "then" : "else"]: {} };
}

interface Home {
  readonly content: FormContent;
  readonly branch: Path;
}

/** The branch of this condition: one that is there, else a new one at the end. */
function homeOf(content: FormContent, condition: Condition): Home {
  const there = rulesOf(content).find(
    (rule) => rule.condition !== undefined && isSameCondition(rule.condition, condition),
  );
  if (there !== undefined) return { content, branch: branchPath(there) };
  const before = schemaOf(content)["allOf"];
  const parts = Array.isArray(before) ? (before as readonly Json[]) : [];
  const next = setIn(content, ["schema", "allOf"], [...parts, written(condition)]);
  return {
    content: objectOf(next),
    branch: ["schema", "allOf", parts.length, condition.is ? "then" : "else"],
  };
}

function withRequired(content: Json, place: Path, id: string, value: boolean): Json {
  const path = [...place, "required"];
  const rest = textsOf(getIn(content, path)).filter((each) => each !== id);
  const after = value ? [...rest, id] : rest;
  return setIn(content, path, after.length === 0 ? undefined : after);
}

/** A field of a branch is beside `properties`: only `unevaluatedProperties` sees it there. */
function closedAround(content: Json): Json {
  const schema = schemaOf(content);
  if (schema["additionalProperties"] !== false) return content;
  return setIn(content, ["schema"], { ...without(schema, "additionalProperties"), unevaluatedProperties: false });
}

/** The order that the form has now is written down: a field that moves in the file stays where people see it. */
function withOrder(content: FormContent): FormContent {
  if (getIn(content, ["uiSchema", "ui:order"]) !== undefined) return content;
  return objectOf(
    setIn(
      content,
      ["uiSchema", "ui:order"],
      fieldsOf(content).map(({ id }) => id),
    ),
  );
}

const isIdle = (holder: JsonObject): boolean =>
  holder["if"] !== undefined &&
  ["then", "else"].every((branch) => {
    const part = holder[branch];
    if (part === undefined) return true;
    if (!isObject(part)) return false;
    const { properties, required, ...rest } = part;
    return Object.keys(objectOf(properties)).length + textsOf(required).length + Object.keys(rest).length === 0;
  });

/** Conditions that nothing hangs on any more go; all others stay as they are written. */
export function withoutIdleRules(content: FormContent): FormContent {
  const schema = schemaOf(content);
  const parts = schema["allOf"];
  const kept = Array.isArray(parts)
    ? (parts as readonly Json[]).filter((part) => !isObject(part) || !isIdle(part))
    : [];
  const bare = isIdle(schema) ? without(without(without(schema, "if"), "then"), "else") : schema;
  const isSame = bare === schema && (!Array.isArray(parts) || kept.length === parts.length);
  if (isSame) return content;
  const next = Array.isArray(parts) ? (kept.length === 0 ? without(bare, "allOf") : { ...bare, allOf: kept }) : bare;
  return objectOf(setIn(content, ["schema"], next));
}

function moved(content: FormContent, id: string, to: Path): FormContent {
  const field = fieldOf(content, id);
  if (field === undefined) return content;
  const [from, target] = [field.place.slice(0, -1), [...to, "properties", id]];
  let next: Json = setIn(content, schemaPath(field), undefined);
  next = withRequired(next, from, id, false);
  next = setIn(next, target, field.schema);
  next = withRequired(next, to, id, field.isRequired);
  return objectOf(closedAround(next));
}

/** In: when the field is shown; undefined: always. */
function setShown(content: FormContent, id: string, condition: Condition | undefined): FormContent {
  const ordered = withOrder(content);
  if (condition === undefined) return withoutIdleRules(moved(ordered, id, ["schema"]));
  const home = homeOf(ordered, condition);
  return withoutIdleRules(moved(home.content, id, home.branch));
}

/** In: when the field must be filled; undefined: by no rule. Whether it always must is not touched, but a rule replaces it. */
function setRequiredWhen(content: FormContent, id: string, condition: Condition | undefined): FormContent {
  const known = rulesAbout(content, id, "requires").filter((rule) => rule.condition !== undefined);
  const bare = known.reduce<Json>((next, rule) => withRequired(next, branchPath(rule), id, false), content);
  const place = fieldOf(content, id)?.place.slice(0, -1) ?? ["schema"];
  if (condition === undefined) return withoutIdleRules(objectOf(bare));
  const home = homeOf(objectOf(withRequired(bare, place, id, false)), condition);
  return withoutIdleRules(objectOf(withRequired(home.content, home.branch, id, true)));
}

export interface RuleWish {
  readonly id: string;
  readonly what: "shows" | "requires";
  /** Undefined takes the condition away. */
  readonly condition: Condition | undefined;
}

/** A wish that asks a field about itself, or about no value, changes nothing. */
export function setRule(content: FormContent, { id, what, condition }: RuleWish): FormContent {
  if (condition !== undefined && (condition.field === id || condition.values.length === 0)) return content;
  if (fieldOf(content, id) === undefined) return content;
  return what === "shows" ? setShown(content, id, condition) : setRequiredWhen(content, id, condition);
}
