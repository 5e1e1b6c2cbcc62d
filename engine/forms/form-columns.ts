/** A form's fields as columns of a table, and answers as words in a cell. What a cell names elsewhere is left to the caller. */
import type { Form } from "../model/form.ts";
import type { Json, JsonObject } from "../model/json.ts";
import type { Title } from "../model/title.ts";
import { itemsOf } from "../overlay/kinds/form-items.ts";
import { objectOf, own, textOf } from "./schema.ts";

export type ColumnKind = "plain" | "photos" | "position" | "place" | "matter" | "unit" | "checklist";

export interface FormColumn {
  readonly id: string;
  readonly title: Title;
  readonly kind: ColumnKind;
  readonly isSensitive: boolean;
  /** Words of its codes. */
  readonly words: ReadonlyMap<string, Title>;
}

/** Words for codes that stand outside the form: places, matters, units. */
export type NameOf = (kind: "place" | "matter" | "unit", code: string) => string;

const kinds: ReadonlySet<string> = new Set(["photos", "position", "place", "matter", "unit", "checklist"]);

function kindOf(attributes: JsonObject): ColumnKind {
  const widget = textOf(objectOf(attributes["ui"])["ui:widget"]);
  return kinds.has(widget) ? (widget as ColumnKind) : "plain";
}

const withEnglish = (zh: string, en: string): Title => (en === "" ? { "zh-CN": zh } : { "zh-CN": zh, en });

function wordsOf(attributes: JsonObject): ReadonlyMap<string, Title> {
  const codes = attributes["enum"] ?? objectOf(attributes["items"])["enum"];
  const names = objectOf(attributes["ui"])["ui:enumNames"];
  const english = objectOf(objectOf(attributes["en"])["options"]);
  if (!Array.isArray(codes)) return new Map();
  return new Map(
    (codes as readonly Json[]).map((code, at) => {
      const zh = Array.isArray(names) ? textOf((names as readonly Json[])[at]) : "";
      return [plainText(code), withEnglish(zh || plainText(code), textOf(own(english, plainText(code))))];
    }),
  );
}

/** Columns in the order of the form. */
export function columnsOf(form: Pick<Form, "schema" | "uiSchema" | "messages">): readonly FormColumn[] {
  const content = { schema: form.schema, uiSchema: form.uiSchema, messages: form.messages };
  return itemsOf(content).map(({ id, attributes }) => {
    const said = attributes["en"];
    const en = typeof said === "string" ? said : textOf(objectOf(said)["title"]);
    return {
      ...{ id, title: withEnglish(textOf(attributes["title"]) || id, en), kind: kindOf(attributes) },
      ...{ isSensitive: attributes["x-sensitivity"] === "sensitive", words: wordsOf(attributes) },
    };
  });
}

type Language = "zh-CN" | "en";

const plainText = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

const sayIn = (language: Language, title: Title): string =>
  language === "en" ? (title.en ?? title["zh-CN"]) : title["zh-CN"];

/** A number stays one, so that a table can be added up; everything else becomes words. */
export function cellOf(
  column: FormColumn,
  value: Json | undefined,
  language: Language,
  nameOf: NameOf,
): string | number {
  if (value === undefined || value === null) return "";
  switch (column.kind) {
    case "photos":
      return countWords(value, language);
    case "position":
      return pointWords(value);
    case "checklist":
      return checkWords(value, language);
    case "place":
    case "matter":
    case "unit":
      return list(value)
        .map((code) => nameOf(column.kind as "place", plainText(code)))
        .join(separator(language));
    case "plain":
      return plainCell(column, value, language);
  }
}

const list = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [value]);
const separator = (language: Language): string => (language === "en" ? ", " : "、");

function plainCell({ words }: FormColumn, value: Json, language: Language): string | number {
  if (typeof value === "number" && words.size === 0) return value;
  if (typeof value === "boolean") return language === "en" ? (value ? "Yes" : "No") : value ? "是" : "否";
  const said = (one: Json): string => {
    const word = words.get(plainText(one));
    return word === undefined ? plainText(one) : sayIn(language, word);
  };
  return list(value).map(said).join(separator(language));
}

function countWords(value: Json, language: Language): string {
  const n = list(value).length;
  if (n === 0) return "";
  return language === "en" ? `${n} photos` : `${n} 张`;
}

function pointWords(value: Json): string {
  const { lng, lat } = objectOf(value);
  return typeof lng === "number" && typeof lat === "number" ? `${lng.toFixed(6)}, ${lat.toFixed(6)}` : "";
}

const results: readonly (readonly [code: string, zh: string, en: string])[] = [
  ["problem", "问题", "problems"],
  ["normal", "正常", "normal"],
  ["notApplicable", "不适用", "not applicable"],
];

/** A checklist is an object by check, or a list of answers. */
function checkWords(value: Json, language: Language): string {
  const answers = Array.isArray(value) ? (value as readonly Json[]) : Object.values(objectOf(value));
  return results
    .map(([code, zh, en]) => {
      const n = answers.filter((answer) => objectOf(answer)["result"] === code).length;
      return n === 0 ? "" : language === "en" ? `${n} ${en}` : `${zh} ${n}`;
    })
    .filter((part) => part !== "")
    .join(" · ");
}
