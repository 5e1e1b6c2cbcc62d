/** What was decided and why, in one line of a case's story: the items that the form itself names in `ui:summary`. */
import type { Form } from "../model/form.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { Title } from "../model/title.ts";
import { objectOf, own, textOf } from "./schema.ts";
import { titleAt } from "./titles.ts";

export interface OutcomeLine {
  /** Choices, units and numbers; absent when none of them was filled. */
  readonly decided?: Title;
  /** What the person wrote, in his own words. */
  readonly note?: string;
}

/** In: the form in the version that was filled, its values, and the names of units, which no form knows. */
export function outcomeLine(form: Form, data: JsonObject, unitTitle: (code: string) => Title): OutcomeLine {
  const named = form.uiSchema["ui:summary"];
  const items = Array.isArray(named) ? named.map((item) => textOf(item as Json)) : [];
  const decided: Title[] = [];
  const notes: string[] = [];
  for (const item of items) {
    const value = own(data, item);
    const word = wordFor(form, item, value, unitTitle);
    if (word !== undefined) decided.push(word);
    else if (typeof value === "string" && value.trim() !== "") notes.push(value.trim());
  }
  return {
    ...(decided.length === 0 ? {} : { decided: joined(decided) }),
    ...(notes.length === 0 ? {} : { note: notes.join("；") }),
  };
}

const joined = (words: readonly Title[]): Title => ({
  "zh-CN": words.map((word) => word["zh-CN"]).join("，"),
  en: words.map((word) => word.en ?? word["zh-CN"]).join(", "),
});

function wordFor(
  form: Form,
  item: string,
  value: Json | undefined,
  unitTitle: (code: string) => Title,
): Title | undefined {
  if (typeof value === "number") return withTitle(form, item, String(value));
  if (typeof value !== "string" || value === "") return undefined;
  const ui = objectOf(form.uiSchema[item]);
  return ui["ui:widget"] === "unit" ? unitTitle(value) : choiceOf(form, item, ui, value);
}

/** A bare number says nothing without its name. */
function withTitle(form: Form, item: string, value: string): Title {
  const { "zh-CN": zh, en = zh } = titleAt(form, `/${item}`).title;
  return { "zh-CN": `${zh} ${value}`, en: `${en} ${value}` };
}

/** A choice by its words; undefined where the item is no choice. */
function choiceOf(form: Form, item: string, ui: JsonObject, value: string): Title | undefined {
  const codes = titleAt(form, `/${item}`).field["enum"];
  const names = ui["ui:enumNames"];
  const at = Array.isArray(codes) ? codes.indexOf(value) : -1;
  if (at < 0 || !Array.isArray(names)) return undefined;
  const en = textOf(objectOf(objectOf(objectOf(form.messages["en"])[item])["options"])[value]);
  return { "zh-CN": textOf(names[at] as Json) || value, ...(en === "" ? {} : { en }) };
}
