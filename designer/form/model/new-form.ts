/** A form that begins: blank, as a copy of another, or from a file. */
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import type { FormContent } from "./fields.ts";
import { isObject, objectOf, own, setIn, textOf } from "./json-path.ts";

export interface FormName {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
}

const draft = "https://json-schema.org/draft/2020-12/schema";

const titleOf = ({ zh, en }: FormName): JsonObject => ({ "zh-CN": zh, ...(en === "" ? {} : { en }) });

/** `module` lists the form on the phone's home page under that tile. */
export function blankForm(name: FormName, module: string): FormContent {
  return {
    key: name.key,
    title: titleOf(name),
    module,
    schema: { $schema: draft, type: "object", properties: {}, additionalProperties: false },
    uiSchema: { "ui:order": [] },
    messages: { en: {} },
  };
}

export const copiedForm = (template: FormContent, name: FormName): FormContent => ({
  ...template,
  key: name.key,
  title: titleOf(name),
});

export type Imported =
  { readonly ok: true; readonly content: FormContent } | { readonly ok: false; readonly reason: "json" | "shape" };

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

/** In: the text of a form's file, or of a bare JSON Schema of an object. Nothing of it is lost. */
export function importedForm(text: string, name: FormName, module: string): Imported {
  const value = parsed(text);
  if (value === undefined) return { ok: false, reason: "json" };
  if (!isObject(value)) return { ok: false, reason: "shape" };
  if (isObject(own(value, "schema"))) return { ok: true, content: named(value, name, module) };
  if (!isObject(own(value, "properties"))) return { ok: false, reason: "shape" };
  const { title, ...schema } = value;
  const closed = schema["unevaluatedProperties"] === false ? {} : { additionalProperties: false };
  const content = {
    ...blankForm(name, module),
    title: titleOf({ ...name, zh: name.zh || textOf(title) }),
    schema: { ...schema, $schema: draft, type: "object", ...closed },
    uiSchema: {},
  };
  return { ok: true, content };
}

/** The file's own title where nobody gave another. */
function named(value: JsonObject, name: FormName, module: string): FormContent {
  const title = { ...objectOf(own(value, "title")), ...(name.zh === "" ? {} : titleOf(name)) };
  const content = { ...value, key: name.key, title, ...(value["module"] === undefined ? { module } : {}) };
  const whole = own(content, "uiSchema") === undefined ? setIn(content, ["uiSchema"], {}) : content;
  return objectOf(own(whole, "messages") === undefined ? setIn(whole, ["messages"], { en: {} }) : whole);
}
