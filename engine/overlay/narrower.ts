/** Is a child's value no wider than the base's? The only question that `fixed` asks (decided.md 16). */
import type { Json } from "../model/json.ts";
import { isObject } from "./shape.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Narrowing } from "./kinds/index.ts";

export function isNarrower(narrowing: Narrowing, base: Json | undefined, value: Json): boolean {
  switch (narrowing) {
    case "lower":
      return isNumber(value) && (base === undefined || (isNumber(base) && value <= base));
    case "higher":
      return isNumber(value) && (base === undefined || (isNumber(base) && value >= base));
    case "shorterLimit":
      return (
        isObject(base) &&
        isObject(value) &&
        base["clock"] === value["clock"] &&
        isNarrower("lower", base["value"], value["value"] ?? null)
      );
    case "subset":
      return Array.isArray(base) && Array.isArray(value) && value.length > 0 && isSubset(value, base);
    case "toTrue":
      return value === true;
  }
}

function isNumber(value: Json | undefined): value is number {
  return typeof value === "number";
}

function isSubset(part: readonly Json[], whole: readonly Json[]): boolean {
  const known = new Set(whole.map((each) => canonicalJson(each)));
  return part.every((each) => known.has(canonicalJson(each)));
}
