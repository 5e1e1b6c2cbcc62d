/**
 * The uiSchema a form is drawn with: the form's own, plus the words of another language and the rights of this moment. The schema
 * itself is never touched, for a changed title breaks its precompiled validator (decided.md 6).
 */
import type { Form } from "../../../server/contract/types.ts";
import type { Language } from "./environment.tsx";
import { choicesOf, isJson, keysIn, optionsOf, saidOf, schemaAt, titleAt, widgetOf, type Json } from "./schema.ts";

export interface Rights {
  /** Dotted paths that are not shown at all. */
  readonly hidden: ReadonlySet<string>;
  readonly readOnly: ReadonlySet<string>;
}

/** Which of our widgets fills a property when the form names none. */
function widgetFor(schema: Json, ui: Json): string | undefined {
  const named = widgetOf(ui);
  if (named !== undefined) return named;
  const items = isJson(schema["items"]) ? schema["items"] : {};
  switch (schema["type"]) {
    case "object":
      return undefined;
    case "array":
      if (items["format"] === "attachment") return "photos";
      return items["enum"] === undefined ? undefined : "checkboxes";
    case "boolean":
      return "yesNo";
    case "number":
    case "integer":
      return schema["enum"] === undefined ? "number" : "select";
    default:
      return textWidgetFor(schema);
  }
}

/** Options that fit on two lines of a phone are shown, more go into a list. */
const shownOptions = 5;

function textWidgetFor(schema: Json): string {
  if (Array.isArray(schema["enum"])) return schema["enum"].length <= shownOptions ? "radio" : "select";
  if (schema["format"] === "date") return "date";
  if (schema["format"] === "attachment") return "photos";
  return Number(schema["maxLength"] ?? 0) > 120 ? "textarea" : "text";
}

function words(form: Form, ui: Json, path: readonly string[], language: Language): Record<string, unknown> {
  const said = saidOf(form, language, path.slice(-1)[0] ?? "");
  const found: Record<string, unknown> = {};
  const title = titleAt(form, path, language);
  if (title !== "") found["ui:title"] = title;
  const own = ui["ui:help"] ?? ui["ui:description"];
  const help = language === "zh-CN" ? own : said["help"];
  if (typeof help === "string") found["ui:description"] = help;
  if (typeof said["placeholder"] === "string") found["ui:placeholder"] = said["placeholder"];
  const choices = choicesOf(form, path, language);
  if (choices.length > 0) found["ui:enumNames"] = choices.map((choice) => choice.label);
  return found;
}

/** What a widget needs in another language: words of a checklist's items, the unit behind a number. */
function saidOptions(form: Form, path: readonly string[], language: Language): Json {
  if (language === "zh-CN") return {};
  const said = saidOf(form, language, path.slice(-1)[0] ?? "");
  return { words: said["options"], suffix: said["suffix"] };
}

function prepare(
  form: Form,
  schema: Json,
  ui: Json,
  path: readonly string[],
  language: Language,
  rights: Rights,
): Json {
  const dotted = path.join(".");
  const made: Record<string, unknown> = { ...ui, ...(path.length === 0 ? {} : words(form, ui, path, language)) };
  const widget = widgetFor(schema, ui);
  if (widget !== undefined && path.length > 0) {
    // One field of ours draws every value; rjsf only walks the schema (form-view.tsx).
    made["ui:field"] = "leaf";
    made["ui:options"] = { ...optionsOf(ui), ...saidOptions(form, path, language), leaf: widget };
    delete made["ui:widget"];
    delete made["ui:help"];
  }
  if (rights.hidden.has(dotted)) made["ui:widget"] = "hidden";
  if (rights.readOnly.has(dotted) || schema["x-computed"] !== undefined) made["ui:readonly"] = true;
  for (const key of keysIn(schema, form.schema)) {
    const child = schemaAt(form.schema, [...path, key]);
    const childUi = isJson(ui[key]) ? ui[key] : {};
    if (child !== undefined) made[key] = prepare(form, child, childUi, [...path, key], language, rights);
  }
  const items = schema["type"] === "array" ? schemaAt(form.schema, [...path, "0"]) : undefined;
  if (items !== undefined && made["ui:field"] === undefined)
    made["items"] = prepare(form, items, isJson(ui["items"]) ? ui["items"] : {}, [...path, "0"], language, rights);
  return made;
}

/** The form's uiSchema made ready for drawing; items of branches (`then`, `allOf`) are found by their ids like all others. */
export function prepareUiSchema(form: Form, language: Language, rights: Rights): Json {
  return {
    ...prepare(form, form.schema, form.uiSchema, [], language, rights),
    "ui:submitButtonOptions": { norender: true },
  };
}
