/** Reading a form's JSON Schema by the path of a value: titles, widgets, choices. Pure; never changes the schema (decided.md 6). */
import type { Form } from "../../../server/contract/types.ts";
import type { Language } from "./environment.tsx";

export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const part = (of: unknown, key: string): Json | undefined => {
  const value = isJson(of) ? of[key] : undefined;
  return isJson(value) ? value : undefined;
};

/** Follows `$ref`s into `$defs` of the same form; what stands beside a reference (a title) wins. A ring ends at its eighth turn. */
function deref(schema: Json | undefined, root: Json, turns = 8): Json | undefined {
  const reference = schema?.["$ref"];
  if (typeof reference !== "string" || !reference.startsWith("#/") || turns === 0) return schema;
  let found: unknown = root;
  for (const step of reference.slice(2).split("/")) found = isJson(found) ? found[step] : undefined;
  const target = isJson(found) ? deref(found, root, turns - 1) : undefined;
  if (target === undefined || schema === undefined) return target;
  const { $ref: _, ...beside } = schema;
  return { ...target, ...beside };
}

/** Branches under which a property may also be declared. */
const branches = ["allOf", "anyOf", "oneOf"] as const;

function branchesOf(schema: Json): readonly Json[] {
  const listed = branches.flatMap((branch) => (Array.isArray(schema[branch]) ? (schema[branch] as unknown[]) : []));
  return [...listed, schema["then"], schema["else"]].filter(isJson);
}

function property(schema: Json, key: string, root: Json): Json | undefined {
  const own = part(schema["properties"], key);
  if (own !== undefined) return deref(own, root);
  for (const branch of branchesOf(schema)) {
    const found = property(deref(branch, root) ?? branch, key, root);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Property keys of an object wherever its schema puts them, branches included. */
export function keysIn(schema: Json, root: Json): readonly string[] {
  const own = Object.keys(isJson(schema["properties"]) ? schema["properties"] : {});
  const nested = branchesOf(schema).flatMap((branch) => keysIn(deref(branch, root) ?? branch, root));
  return [...new Set([...own, ...nested])];
}

/** The schema at a path such as `["members", "0", "name"]`, or undefined when the form knows no such place. */
export function schemaAt(root: Json, path: readonly string[]): Json | undefined {
  let here: Json | undefined = root;
  for (const step of path) {
    if (here === undefined) return undefined;
    const items: Json | undefined = part(here, "items");
    here = items !== undefined && /^\d+$/.test(step) ? deref(items, root) : property(here, step, root);
  }
  return here;
}

/** The uiSchema at a path; array items stand under `items`. */
export function uiAt(root: Json, path: readonly string[]): Json {
  let here: Json | undefined = root;
  for (const step of path) here = /^\d+$/.test(step) ? part(here, "items") : part(here, step);
  return here ?? {};
}

/** `ui:widget` wherever it was written. */
export function widgetOf(ui: Json): string | undefined {
  const name = ui["ui:widget"] ?? ui["ui:field"] ?? part(ui, "ui:options")?.["widget"];
  return typeof name === "string" ? name : undefined;
}

export function optionsOf(ui: Json): Json {
  return part(ui, "ui:options") ?? {};
}

/** What a language says about an item: a plain title, or title, help, placeholder, options, errors. */
export function saidOf(form: Form, language: Language, item: string): Json {
  const said = part(form.messages, language)?.[item];
  if (typeof said === "string") return { title: said };
  return isJson(said) ? said : {};
}

/** The item a path ends in: its last step that is not a position in a list. */
const lastKey = (path: readonly string[]): string => path.filter((step) => !/^\d+$/.test(step)).slice(-1)[0] ?? "";

/** Parts of a checklist's answer, which packs do not translate one by one. */
const answerParts: Readonly<Record<string, string>> = {
  result: "Result",
  note: "What is wrong",
  photos: "Photos",
  matter: "Matter",
};

/** English stands under the item; that of what is inside it among its `options`. */
function englishAt(form: Form, path: readonly string[]): string | undefined {
  const [item = "", ...inner] = path.filter((step) => !/^\d+$/.test(step));
  if (inner.length === 0 || path.length > inner.length + 1) {
    const own = saidOf(form, "en", lastKey(path))["title"];
    if (typeof own === "string") return own;
  }
  const options = part(saidOf(form, "en", item), "options");
  const said = options?.[lastKey(path)];
  if (typeof said === "string") return said;
  return inner.length > 1 && options !== undefined ? answerParts[lastKey(path)] : undefined;
}

/** Title of the item at a path in the language of the screen; "第 2 条" places are left to the caller. */
export function titleAt(form: Form, path: readonly string[], language: Language): string {
  const said = language === "zh-CN" ? undefined : englishAt(form, path);
  if (said !== undefined) return said;
  const ui = uiAt(form.uiSchema, path)["ui:title"];
  const title = schemaAt(form.schema, path)?.["title"] ?? ui;
  return typeof title === "string" ? title : "";
}

/** Words of a choice's codes: own language, else the form's `ui:enumNames`, else the codes. */
export function choicesOf(form: Form, path: readonly string[], language: Language): readonly Choice[] {
  const schema = schemaAt(form.schema, path) ?? {};
  const items = part(schema, "items");
  const codes = schema["enum"] ?? items?.["enum"];
  if (!Array.isArray(codes)) return [];
  const ui = uiAt(form.uiSchema, path);
  const names = ui["ui:enumNames"] ?? optionsOf(ui)["enumNames"] ?? part(ui, "items")?.["ui:enumNames"];
  const said = language === "zh-CN" ? undefined : part(saidOf(form, language, lastKey(path)), "options");
  return (codes as unknown[]).map((value, at) => ({
    value,
    label: String(said?.[String(value)] ?? (Array.isArray(names) ? names[at] : undefined) ?? value),
  }));
}

export interface Choice {
  readonly value: unknown;
  readonly label: string;
}
