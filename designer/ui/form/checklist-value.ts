/**
 * A checklist's answers, read from and written to the shape its schema gives: a list of `{ item, result, note, photos }`, or an object
 * with one such answer per item id. Pure.
 */
import { isJson, type Json } from "./schema.ts";

export type CheckResult = "normal" | "problem" | "notApplicable";

export interface CheckItem {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** The matter that a problem raises, unless the person says another. */
  readonly raises?: string;
}

export interface CheckAnswer {
  readonly result?: CheckResult;
  readonly note?: string;
  readonly photos?: readonly string[];
  readonly matter?: string;
}

export type CheckAnswers = Readonly<Record<string, CheckAnswer>>;

/** What the schema calls the parts of an answer. */
interface Shape {
  readonly isList: boolean;
  readonly item: string;
  readonly result: string;
  readonly note: string;
  readonly photos: string;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const propertiesOf = (schema: Json | undefined): Json => (isJson(schema?.["properties"]) ? schema["properties"] : {});

function nameOf(properties: Json, wanted: (one: Json, name: string) => boolean, otherwise: string): string {
  return Object.entries(properties).find(([name, one]) => isJson(one) && wanted(one, name))?.[0] ?? otherwise;
}

const isCodes = (one: Json, code: string): boolean => Array.isArray(one["enum"]) && one["enum"].includes(code);

/** Finds the parts by what they are, so that a pack may name them in its own words. */
function shapeOf(schema: Json): Shape {
  const isList = schema["type"] === "array";
  const first = isList ? schema["items"] : Object.values(propertiesOf(schema))[0];
  const properties = propertiesOf(isJson(first) ? first : undefined);
  return {
    isList,
    item: nameOf(properties, (one, name) => name === "item" || name === "id" || name === "key", "item"),
    result: nameOf(properties, (one) => isCodes(one, "problem"), "result"),
    note: nameOf(
      properties,
      (one, name) =>
        one["type"] === "string" &&
        one["enum"] === undefined &&
        !["item", "id", "key", "matter", "place"].includes(name),
      "note",
    ),
    photos: nameOf(properties, (one) => one["type"] === "array", "photos"),
  };
}

const results: readonly string[] = ["normal", "problem", "notApplicable"];

function answerOf(raw: unknown, shape: Shape): CheckAnswer {
  if (!isJson(raw)) return {};
  const result = raw[shape.result];
  const note = raw[shape.note];
  const photos = raw[shape.photos];
  const { matter } = raw;
  return {
    ...(typeof result === "string" && results.includes(result) ? { result: result as CheckResult } : {}),
    ...(typeof note === "string" ? { note } : {}),
    ...(Array.isArray(photos) ? { photos: photos.filter((id): id is string => typeof id === "string") } : {}),
    ...(typeof matter === "string" ? { matter } : {}),
  };
}

export function readAnswers(value: unknown, schema: Json): CheckAnswers {
  const shape = shapeOf(schema);
  if (Array.isArray(value))
    return Object.fromEntries(
      value.filter(isJson).map((raw) => [textOf(raw[shape.item]), answerOf(raw, shape)] as const),
    );
  if (!isJson(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([id, raw]) => [id, answerOf(raw, shape)]));
}

function written(answer: CheckAnswer, item: CheckItem, shape: Shape): Json {
  const isProblem = answer.result === "problem";
  const matter = answer.matter ?? item.raises;
  return {
    ...(answer.result === undefined ? {} : { [shape.result]: answer.result }),
    // What was written about a problem is dropped once the item is no problem any more.
    ...(isProblem && answer.note !== undefined && answer.note !== "" ? { [shape.note]: answer.note } : {}),
    ...(isProblem && answer.photos !== undefined && answer.photos.length > 0 ? { [shape.photos]: answer.photos } : {}),
    ...(isProblem && matter !== undefined ? { matter } : {}),
  };
}

/** The value to keep; undefined while nothing is answered. Items stay in the list's order. */
export function writeAnswers(answers: CheckAnswers, items: readonly CheckItem[], schema: Json): unknown {
  const shape = shapeOf(schema);
  const answered = items.filter((item) => answers[item.id]?.result !== undefined);
  if (answered.length === 0) return undefined;
  if (!shape.isList)
    return Object.fromEntries(answered.map((item) => [item.id, written(answers[item.id] ?? {}, item, shape)]));
  return answered.map((item) => ({ [shape.item]: item.id, ...written(answers[item.id] ?? {}, item, shape) }));
}

const word = (title: unknown, english: boolean): string => {
  if (typeof title === "string") return title;
  if (!isJson(title)) return "";
  const said = (english ? title["en"] : undefined) ?? title["zh-CN"];
  return typeof said === "string" ? said : "";
};

/** Titles of the groups by key; a group without one is its own title. */
function groupTitles(options: Json, english: boolean): ReadonlyMap<string, string> {
  const groups = Array.isArray(options["groups"]) ? options["groups"].filter(isJson) : [];
  return new Map(groups.map((group) => [textOf(group["key"]), word(group["title"], english)]));
}

/** The items to check: from the widget's options, else the schema's own properties. `options.words` hold another language's words. */
export function itemsOf(schema: Json, options: Json, english: boolean): readonly CheckItem[] {
  const words = isJson(options["words"]) ? options["words"] : {};
  const groups = groupTitles(options, english);
  const named = (key: string, otherwise: string): string => textOf(words[key]) || otherwise;
  const listed = options["items"];
  if (!Array.isArray(listed))
    return Object.entries(propertiesOf(schema)).map(([id, one]) => ({
      id,
      title: named(id, isJson(one) ? word(one["title"], english) : ""),
      group: "",
    }));
  return listed.filter(isJson).map((item) => {
    const id = textOf(item["id"] ?? item["key"]);
    const group = word(item["group"], english);
    const { raises } = item;
    return {
      id,
      title: named(id, word(item["title"], english)),
      group: group === "" ? "" : named(group, groups.get(group) ?? group),
      ...(typeof raises === "string" ? { raises } : {}),
    };
  });
}

/** `3:07` of seconds. */
export function sayElapsed(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
