/** Fields come, go and get their name: in the schema, the order, the sections, the conditions and the words alike. */
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import { checkDefinition } from "./field-kinds.ts";
import { englishOf, fieldOf, keysOf, schemaPath, type Field, type FormContent } from "./fields.ts";
import { withoutIdleRules } from "./edit-rules.ts";
import { placeField, withoutPlace, type Spot } from "./edit-order.ts";
import {
  getIn,
  isObject,
  objectOf,
  objectsOf,
  own,
  renamed,
  setIn,
  textsOf,
  without,
  type Path,
  textOf,
} from "./json-path.ts";

/** All that belongs to one field, as it is copied. */
export interface FieldParts {
  readonly id: string;
  readonly schema: JsonObject;
  readonly ui: JsonObject;
  /** What each language says about it. */
  readonly messages: JsonObject;
  readonly isRequired: boolean;
  /** Properties that hold it; a copy of a conditional field stays in its branch. */
  readonly place?: Path;
}

const rootPlace: Path = ["schema", "properties"];
/** Fields that a list shows of a filled form. */
const summaryPath = ["uiSchema", "ui:summary"];
const checkReference = "#/$defs/check";

function partsOf(content: FormContent, field: Field, id: string): FieldParts {
  const messages = Object.entries(objectOf(own(content, "messages"))).flatMap(([language, words]): [string, Json][] => {
    const said = own(words, field.id);
    return said === undefined ? [] : [[language, said]];
  });
  const { schema, ui, isRequired, place } = field;
  return { id, schema, ui, messages: Object.fromEntries(messages), isRequired, place };
}

export function addField(content: FormContent, parts: FieldParts, spot: Spot): FormContent {
  if (keysOf(content).has(parts.id)) return content;
  const place = parts.place !== undefined && isObject(getIn(content, parts.place)) ? parts.place : rootPlace;
  let next: Json = setIn(content, [...place, parts.id], parts.schema);
  if (JSON.stringify(parts.schema).includes(checkReference) && getIn(next, ["schema", "$defs", "check"]) === undefined)
    next = setIn(next, ["schema", "$defs", "check"], checkDefinition);
  if (Object.keys(parts.ui).length > 0) next = setIn(next, ["uiSchema", parts.id], parts.ui);
  for (const [language, words] of Object.entries(parts.messages))
    next = setIn(next, ["messages", language, parts.id], words);
  if (parts.isRequired) {
    const required = [...place.slice(0, -1), "required"];
    next = setIn(next, required, [...textsOf(getIn(next, required)), parts.id]);
  }
  return placeField(objectOf(next), parts.id, spot);
}

/** A field that a condition asks about stays: the condition would ask about nothing. */
const canRemove = (field: Field): boolean => !field.isAsked;

export function removeField(content: FormContent, id: string): FormContent {
  const field = fieldOf(content, id);
  if (field === undefined || !canRemove(field)) return content;
  let next: Json = setIn(content, schemaPath(field), undefined);
  next = setIn(next, ["schema"], withoutRequired(objectOf(getIn(next, ["schema"])), id));
  next = withoutPlace(objectOf(next), id);
  const summary = getIn(next, summaryPath);
  if (Array.isArray(summary))
    next = setIn(
      next,
      summaryPath,
      textsOf(summary).filter((each) => each !== id),
    );
  next = setIn(next, ["uiSchema"], without(objectOf(getIn(next, ["uiSchema"])), id));
  const messages = Object.entries(objectOf(own(next, "messages")));
  if (messages.length > 0)
    next = setIn(
      next,
      ["messages"],
      Object.fromEntries(messages.map(([language, words]) => [language, isObject(words) ? without(words, id) : words])),
    );
  return withoutIdleRules(withoutIdleCheck(objectOf(next)));
}

/** In the object itself and in its branches; an empty list goes with its last name. */
function withoutRequired(schema: JsonObject, id: string): JsonObject {
  const entries = Object.entries(schema).flatMap(([name, value]): [string, Json][] => {
    if (name === "required" && Array.isArray(value)) {
      const rest = value.filter((each) => each !== id);
      return rest.length === 0 && value.length > 0 ? [] : [[name, rest]];
    }
    if ((name === "then" || name === "else") && isObject(value)) return [[name, withoutRequired(value, id)]];
    if (name === "allOf" && Array.isArray(value))
      return [[name, value.map((each: Json) => (isObject(each) ? withoutRequired(each, id) : each))]];
    return [[name, value]];
  });
  return Object.fromEntries(entries);
}

/** The definition that came with the last checklist goes with it, if nobody has changed it. */
function withoutIdleCheck(content: FormContent): FormContent {
  const definitions = objectOf(getIn(content, ["schema", "$defs"]));
  const isOurs = JSON.stringify(definitions["check"]) === JSON.stringify(checkDefinition);
  if (!isOurs || JSON.stringify(own(content, "schema")).includes(checkReference)) return content;
  const rest = without(definitions, "check");
  return objectOf(setIn(content, ["schema", "$defs"], Object.keys(rest).length === 0 ? undefined : rest));
}

/** Another key for a field that was never published; wherever it is named it is named anew. */
export function renameField(content: FormContent, id: string, to: string): FormContent {
  const taken = keysOf(content);
  if (!taken.has(id) || taken.has(to)) return content;
  const schema = renamedIn(objectOf(own(content, "schema")), id, to);
  const ui = renamed(objectOf(own(content, "uiSchema")), id, to);
  const replaced = (value: Json | undefined): readonly string[] =>
    textsOf(value).map((each) => (each === id ? to : each));
  const sections = objectsOf(ui["ui:sections"]).map((section) => ({ ...section, fields: replaced(section["fields"]) }));
  const messages = Object.entries(objectOf(own(content, "messages"))).map(([language, words]) => [
    language,
    isObject(words) ? renamed(words, id, to) : words,
  ]);
  return {
    ...content,
    schema,
    uiSchema: {
      ...ui,
      ...(ui["ui:order"] === undefined ? {} : { "ui:order": replaced(ui["ui:order"]) }),
      ...(ui["ui:summary"] === undefined ? {} : { "ui:summary": replaced(ui["ui:summary"]) }),
      ...(ui["ui:sections"] === undefined ? {} : { "ui:sections": sections }),
    },
    ...(content["messages"] === undefined ? {} : { messages: Object.fromEntries(messages) as JsonObject }),
    ...(content["raises"] === undefined ? {} : { raises: renamedRaises(objectOf(content["raises"]), id, to) }),
  };
}

/** Expressions read answers as `submission.<key>`. */
function renamedRaises(raises: JsonObject, id: string, to: string): JsonObject {
  const said = new RegExp(`\\bsubmission\\.${id}\\b`, "g");
  return Object.fromEntries(
    Object.entries(raises).map(([name, source]) => [
      name === id ? to : name,
      typeof source === "string" ? source.replaceAll(said, `submission.${to}`) : source,
    ]),
  );
}

/** The properties of the form and of its branches, what is required and what conditions ask. */
function renamedIn(schema: JsonObject, id: string, to: string): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).map(([name, value]): [string, Json] => {
      if (name === "properties" && isObject(value)) return [name, renamed(value, id, to)];
      if (name === "required" && Array.isArray(value))
        return [name, value.map((each: Json) => (each === id ? to : each))];
      if (["if", "then", "else"].includes(name) && isObject(value)) return [name, renamedIn(value, id, to)];
      if (name === "allOf" && Array.isArray(value))
        return [name, value.map((each: Json) => (isObject(each) ? renamedIn(each, id, to) : each))];
      return [name, value];
    }),
  );
}

/** Words in Chinese and English for a copy, so that two fields are not called the same. */
export function copyOf(content: FormContent, field: Field, id: string): FieldParts {
  const parts = partsOf(content, field, id);
  const title = `${textOf(field.schema["title"])}（副本）`;
  const english = textOf(englishOf(content, field.id)["title"]);
  const said = own(parts.messages, "en");
  const words = typeof said === "string" ? `${said} (copy)` : { ...objectOf(said), title: `${english} (copy)` };
  return {
    ...parts,
    schema: { ...parts.schema, title },
    messages: english === "" ? parts.messages : { ...parts.messages, en: words },
  };
}
