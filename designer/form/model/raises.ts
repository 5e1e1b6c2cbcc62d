/**
 * A checklist whose problems become cases: each check names its matter, and one expression of the form makes a report of every
 * problem (`raises`, engine/forms/raised-items.ts). The expression follows the form's own place and position; one that somebody wrote
 * by hand is left alone.
 */
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import { kindOf } from "./field-kinds.ts";
import { fieldsOf, schemaPath, type Field, type FormContent } from "./fields.ts";
import { getIn, isObject, objectOf, objectsOf, own, setIn, textOf, without } from "./json-path.ts";

const begin = (id: string): string =>
  `if submission.${id} = null then [] else for entry in get entries(submission.${id})`;

/** Where a problem is: what the check itself says, else where the form was filled. */
function placesIn(content: FormContent): readonly string[] {
  const always = fieldsOf(content).filter((field) => !field.isConditional);
  const place = always.find((field) => kindOf(field) === "place");
  const position = always.find((field) => kindOf(field) === "position");
  return [
    ...(place === undefined ? [] : [`placeCode: submission.${place.id}`]),
    ...(position === undefined ? [] : [`position: submission.${position.id}`]),
  ];
}

function expressionFor(content: FormContent, id: string): string {
  const parts = [
    "item: entry.key",
    "matter: entry.value.matter",
    "description: entry.value.note",
    "photos: entry.value.photos",
  ];
  const report = [...parts, ...placesIn(content)].join(", ");
  return `${begin(id)}[value.result = "problem" and value.matter != null] return { ${report} }`;
}

const isOurs = (source: Json | undefined, id: string): boolean => textOf(source).startsWith(begin(id));

const itemsOf = (field: Field): readonly JsonObject[] => objectsOf(getIn(field.ui, ["ui:options", "items"]));

/** Whether a problem of this checklist opens a case. */
const raisesCases = (field: Field): boolean => itemsOf(field).some((item) => textOf(item["raises"]) !== "");

/** An expression that speaks of the checklist and that nobody here made. */
const hasOwnExpression = (content: FormContent, id: string): boolean =>
  Object.values(objectOf(own(content, "raises"))).some(
    (source) => !isOurs(source, id) && new RegExp(`\\bsubmission\\.${id}\\b`).test(textOf(source)),
  );

/** A case has to be somewhere. */
export const lacksPlace = (content: FormContent, field: Field): boolean =>
  raisesCases(field) && !hasOwnExpression(content, field.id) && placesIn(content).length === 0;

const matterSchema: JsonObject = {
  type: "string",
  title: "事项类别",
  pattern: "^[a-z][A-Za-z0-9]*(__[a-z][A-Za-z0-9]*)?$",
  maxLength: 64,
};

/** Each check's answer has room for the matter. */
function withMatter(content: FormContent, field: Field): FormContent {
  const path = ["schema", "$defs", "check", "properties", "matter"];
  const usesCheck = JSON.stringify(getIn(content, schemaPath(field)) ?? null).includes("#/$defs/check");
  if (!usesCheck || getIn(content, path) !== undefined || !isObject(getIn(content, path.slice(0, -1)))) return content;
  return objectOf(setIn(content, path, matterSchema));
}

/** Brings the expressions of all checklists in line with the form: after every edit, since places come, go and are renamed. */
export function withRaises(content: FormContent): FormContent {
  const checklists = fieldsOf(content).filter((field) => kindOf(field) === "checklist");
  const before = objectOf(own(content, "raises"));
  const stale = Object.entries(before).filter(
    ([name, source]) => isOurs(source, name) && !checklists.some(({ id }) => id === name),
  );
  if (checklists.length + stale.length === 0) return content;
  const bare = stale.reduce((all, [name]) => without(all, name), before);
  const wanted = checklists.reduce((all, field) => {
    if (raisesCases(field) && !hasOwnExpression(content, field.id))
      return { ...all, [field.id]: expressionFor(content, field.id) };
    return isOurs(all[field.id], field.id) ? without(all, field.id) : all;
  }, bare);
  const next = checklists.filter((field) => wanted[field.id] !== undefined).reduce(withMatter, content);
  if (JSON.stringify(wanted) === JSON.stringify(before)) return next;
  return objectOf(setIn(next, ["raises"], Object.keys(wanted).length === 0 ? undefined : wanted));
}
