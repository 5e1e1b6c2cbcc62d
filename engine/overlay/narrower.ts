/** Is a child's value no wider than the base's? The only question that `fixed` asks (decided.md 16). */
import type { Json, JsonObject } from "../model/json.ts";
import { isObject } from "./shape.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Narrowing } from "./kinds/index.ts";

type Question = (base: Json | undefined, value: Json) => boolean;

const QUESTIONS: Readonly<Record<Narrowing, Question>> = {
  lower: (base, value) => isNumber(value) && (base === undefined || (isNumber(base) && value <= base)),
  higher: (base, value) => isNumber(value) && (base === undefined || (isNumber(base) && value >= base)),
  shorterLimit: (base, value) => isObject(base) && isObject(value) && isShorter(base, value),
  subset: (base, value) => Array.isArray(base) && Array.isArray(value) && value.length > 0 && isSubset(value, base),
  toTrue: (_base, value) => value === true,
};

export function isNarrower(narrowing: Narrowing, base: Json | undefined, value: Json): boolean {
  return QUESTIONS[narrowing](base, value);
}

/** Limits compare on the same clock only: between clocks a calendar would decide. */
function isShorter(base: JsonObject, value: JsonObject): boolean {
  const [most, wanted] = [base["value"], value["value"]];
  return base["clock"] === value["clock"] && isNumber(most) && isNumber(wanted) && wanted <= most;
}

function isNumber(value: Json | undefined): value is number {
  return typeof value === "number";
}

function isSubset(part: readonly Json[], whole: readonly Json[]): boolean {
  const known = new Set(whole.map((each) => canonicalJson(each)));
  return part.every((each) => known.has(canonicalJson(each)));
}
