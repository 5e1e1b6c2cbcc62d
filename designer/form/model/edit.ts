/** Everything that somebody does to a form, as data; each gives a new content and leaves the old one as it was. Pure. */
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import type { FormContent, Option } from "./fields.ts";
import { codesPath, englishOf, fieldOf, schemaPath } from "./fields.ts";
import { addField, type FieldParts } from "./edit-fields.ts";
import { removeField, renameField } from "./edit-fields.ts";
import { setRule, type RuleWish } from "./edit-rules.ts";
import { withRaises } from "./raises.ts";
import { addSection, moveSection, placeField, removeSection, type Spot } from "./edit-order.ts";
import { getIn, objectOf, objectsOf, setIn, type Path, without, wordOf } from "./json-path.ts";

export interface Check {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly group: string;
  /** Matter of the case that a problem opens; empty: none. */
  readonly raises: string;
}

export type Edit =
  /** Any attribute by its path; undefined takes it away. */
  | { readonly type: "set"; readonly path: Path; readonly value: Json | undefined }
  | {
      readonly type: "setEnglish";
      readonly id: string;
      readonly name: "title" | "help" | "placeholder";
      readonly value: string;
    }
  | { readonly type: "setRequired"; readonly id: string; readonly value: boolean }
  | { readonly type: "setOptions"; readonly id: string; readonly options: readonly Option[] }
  | { readonly type: "setChecks"; readonly id: string; readonly checks: readonly Check[] }
  | ({ readonly type: "setRule" } & RuleWish)
  | { readonly type: "add"; readonly parts: FieldParts; readonly spot: Spot }
  | { readonly type: "remove"; readonly id: string }
  | { readonly type: "move"; readonly id: string; readonly spot: Spot }
  | { readonly type: "rename"; readonly id: string; readonly to: string }
  | { readonly type: "addSection"; readonly id: string; readonly zh: string; readonly en: string; readonly spot: Spot }
  | { readonly type: "removeSection"; readonly id: string }
  | { readonly type: "moveSection"; readonly id: string; readonly before: string | undefined }
  /** The whole form: imported, or taken over from somebody else. */
  | { readonly type: "replace"; readonly content: FormContent };

export function applyEdit(content: FormContent, edit: Edit): FormContent {
  const next = edited(content, edit);
  return edit.type === "replace" || next === content ? next : withRaises(next);
}

function edited(content: FormContent, edit: Edit): FormContent {
  switch (edit.type) {
    case "set":
      return objectOf(setIn(content, edit.path, edit.value));
    case "setEnglish":
      return setEnglish(content, edit.id, edit.name, edit.value);
    case "setRequired":
      return setRequired(content, edit.id, edit.value);
    case "setOptions":
      return setOptions(content, edit.id, edit.options);
    case "setChecks":
      return setChecks(content, edit.id, edit.checks);
    case "setRule":
      return setRule(content, edit);
    case "add":
      return addField(content, edit.parts, edit.spot);
    case "remove":
      return removeField(content, edit.id);
    case "move":
      return fieldOf(content, edit.id) === undefined ? content : placeField(content, edit.id, edit.spot);
    case "rename":
      return renameField(content, edit.id, edit.to);
    case "addSection":
      return addSection(content, edit, edit.spot);
    case "removeSection":
      return removeSection(content, edit.id);
    case "moveSection":
      return moveSection(content, edit.id, edit.before);
    case "replace":
      return edit.content;
  }
}

function setEnglish(content: FormContent, id: string, name: string, value: string): FormContent {
  const path = ["messages", "en", id];
  // A plain title stays one, as its author wrote it.
  if (name === "title" && typeof getIn(content, path) === "string") return objectOf(setIn(content, path, value));
  const said = setIn(englishOf(content, id), [name], value === "" ? undefined : value);
  return objectOf(setIn(content, path, Object.keys(objectOf(said)).length === 0 ? undefined : said));
}

function setRequired(content: FormContent, id: string, value: boolean): FormContent {
  const field = fieldOf(content, id);
  if (field === undefined || field.isRequired === value) return content;
  const path = [...field.place.slice(0, -1), "required"];
  const before = getIn(content, path);
  const rest = Array.isArray(before) ? (before as readonly Json[]).filter((each) => each !== id) : [];
  const after = value ? [...rest, id] : rest;
  return objectOf(setIn(content, path, after.length === 0 ? undefined : after));
}

function setOptions(content: FormContent, id: string, options: readonly Option[]): FormContent {
  const field = fieldOf(content, id);
  const path = field === undefined ? undefined : codesPath(field);
  if (field === undefined || path === undefined) return content;
  const before = getIn(content, path) as readonly Json[];
  let next = setIn(
    content,
    path,
    options.map((option) => option.code),
  );
  next = setIn(
    next,
    ["uiSchema", id, "ui:enumNames"],
    options.map((option) => option.zh),
  );
  // As many may be chosen as there are, unless somebody allowed fewer.
  if (field.schema["maxItems"] === before.length && path.at(-2) === "items")
    next = setIn(next, [...schemaPath(field), "maxItems"], Math.max(1, options.length));
  const words = Object.fromEntries(options.filter(({ en }) => en !== "").map(({ code, en }) => [wordOf(code), en]));
  const said = setIn(englishOf(content, id), ["options"], Object.keys(words).length === 0 ? undefined : words);
  return objectOf(setIn(next, ["messages", "en", id], Object.keys(objectOf(said)).length === 0 ? undefined : said));
}

/** A checklist's items stand in its schema, in its widget and in the words. What is known of an item is kept. */
function setChecks(content: FormContent, id: string, checks: readonly Check[]): FormContent {
  const field = fieldOf(content, id);
  if (field === undefined) return content;
  const path = schemaPath(field);
  const known = objectOf(field.schema["properties"]);
  const items = new Map(objectsOf(getIn(field.ui, ["ui:options", "items"])).map((item) => [item["id"], item]));
  const properties = Object.fromEntries(
    checks.map(({ id: key, zh }): [string, JsonObject] => [
      key,
      { ...(known[key] === undefined ? { $ref: "#/$defs/check" } : objectOf(known[key])), title: zh },
    ]),
  );
  const said = englishOf(content, id);
  const kept = Object.entries(objectOf(said["options"])).filter(([key]) => !Object.hasOwn(known, key));
  const words = Object.fromEntries([
    ...kept,
    ...checks.filter(({ en }) => en !== "").map(({ id: key, en }): [string, Json] => [key, en]),
  ]);
  let next = setIn(content, [...path, "properties"], properties);
  next = setIn(
    next,
    [...path, "required"],
    checks.map((check) => check.id),
  );
  next = setIn(
    next,
    ["uiSchema", id, "ui:options", "items"],
    checks.map(({ id: key, zh, group, raises }) => ({
      ...without(items.get(key) ?? {}, "raises"),
      ...{ id: key, title: zh, group },
      ...(raises === "" ? {} : { raises }),
    })),
  );
  return objectOf(setIn(next, ["messages", "en", id], { ...said, options: words }));
}

/** Two edits that are one stroke to whoever types: the same attribute, one letter after the other. */
export function isSameStroke(before: Edit, next: Edit): boolean {
  if (before.type === "set" && next.type === "set") {
    const isText = typeof next.value === "string" || typeof next.value === "number";
    return isText && JSON.stringify(before.path) === JSON.stringify(next.path);
  }
  if (before.type === "setEnglish" && next.type === "setEnglish")
    return before.id === next.id && before.name === next.name;
  if (before.type === "setOptions" && next.type === "setOptions")
    return before.id === next.id && sameCodes(before.options, next.options);
  if (before.type === "setChecks" && next.type === "setChecks")
    return before.id === next.id && sameChecks(before.checks, next.checks);
  return false;
}

const sameChecks = (a: readonly Check[], b: readonly Check[]): boolean =>
  JSON.stringify(a.map(({ id, raises }) => [id, raises])) === JSON.stringify(b.map(({ id, raises }) => [id, raises]));

const sameCodes = (a: readonly Option[], b: readonly Option[]): boolean =>
  JSON.stringify(a.map(({ code }) => code)) === JSON.stringify(b.map(({ code }) => code));
