/** Fills the gaps of a notice's text: `{case.number}` from facts, instants as people read them. */
import type { Json, JsonObject } from "../../engine/model/json.ts";
import type { Title } from "../../engine/model/title.ts";
import { sayWhen } from "../views/moments.ts";

export interface Reading {
  readonly facts: JsonObject;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly timeZone: string;
}

type Language = "zh-CN" | "en";

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function valueAt(facts: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = facts;
  for (const part of path.split(".")) {
    if (!isObject(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return value;
}

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function said(value: Json | undefined, language: Language, { now, timeZone }: Reading): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") {
    if (!instant.test(value)) return value;
    const when = sayWhen(Date.parse(value), now, timeZone);
    return when[language] ?? when["zh-CN"];
  }
  if (!isObject(value)) return "—";
  const word = value[language] ?? value["zh-CN"];
  return typeof word === "string" ? word : "—";
}

const fill = (text: string, language: Language, reading: Reading): string =>
  text.replaceAll(/\{([A-Za-z0-9_.]+)\}/g, (_, path: string) => said(valueAt(reading.facts, path), language, reading));

/** In: a text in both languages. Out: the same with its gaps filled; a fact that is missing shows as a dash. */
export const fillText = (text: Title, reading: Reading): Title => ({
  "zh-CN": fill(text["zh-CN"], "zh-CN", reading),
  en: fill(text.en ?? text["zh-CN"], "en", reading),
});
