/** What a field at a JSON pointer is called: its own title, else that of the nearest field around it that has one. */
import type { Form } from "../model/form.ts";
import type { JsonObject } from "../model/json.ts";
import type { Title } from "../model/title.ts";
import { deref, objectOf, objectsOf, own, textOf } from "./schema.ts";

export interface TitledField {
  /** Schema of the field; empty when the form has no such field. */
  readonly field: JsonObject;
  readonly title: Title;
  readonly known: boolean;
}

export function titleAt(form: Form, path: string): TitledField {
  const names = path
    .split("/")
    .slice(1)
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  let field: JsonObject = form.schema;
  let title: Title = form.title;
  let known = true;
  for (const [at, name] of names.entries()) {
    const child = childOf(field, form.schema, name);
    known = known && child !== undefined;
    field = child ?? {};
    title = titled(form, field, names.slice(0, at + 1)) ?? (child === undefined ? { "zh-CN": name, en: name } : title);
  }
  return { field, title, known };
}

/** A property wherever the schema puts it, branches included; in a list every member has the same schema. */
function childOf(schema: JsonObject, root: JsonObject, name: string): JsonObject | undefined {
  if (/^\d+$/.test(name) && schema["items"] !== undefined) return { ...deref(schema["items"], root), title: "" };
  const direct = own(objectOf(schema["properties"]), name);
  if (direct !== undefined) return deref(direct, root);
  const parts = [...objectsOf(schema["allOf"]), ...["then", "else"].map((branch) => objectOf(schema[branch]))];
  for (const part of parts) {
    const found = Object.keys(part).length === 0 ? undefined : childOf(part, root, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function titled(form: Form, field: JsonObject, names: readonly string[]): Title | undefined {
  const zh = textOf(field["title"]);
  if (zh === "") return undefined;
  const en = englishFor(objectOf(form.messages["en"]), names);
  return en === "" ? { "zh-CN": zh } : { "zh-CN": zh, en };
}

/** English words stand under the item; those of what is inside it among its `options`. */
function englishFor(words: JsonObject, names: readonly string[]): string {
  const [item = "", inner] = names;
  const entry = own(words, item);
  if (inner === undefined) return textOf(entry) || textOf(objectOf(entry)["title"]);
  return textOf(own(objectOf(objectOf(entry)["options"]), names.at(-1) ?? inner));
}
