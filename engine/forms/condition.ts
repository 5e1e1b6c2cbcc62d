/** Does an `if` hold? The part of JSON Schema that conditions are written in; what is beyond it is undecided, not guessed. */
import type { Json, JsonObject } from "../model/json.ts";
import { isObject, objectOf, own } from "./schema.ts";

type Verdict = boolean | undefined;
type Check = (operand: Json, value: Json, condition: JsonObject) => Verdict;

const CHECKS: Readonly<Record<string, Check>> = {
  const: (operand, value) => isSame(operand, value),
  enum: (operand, value) => Array.isArray(operand) && operand.some((each) => isSame(each, value)),
  type: (operand, value) => (Array.isArray(operand) ? operand : [operand]).some((each) => isType(each, value)),
  required: (operand, value) =>
    !isObject(value) || (Array.isArray(operand) && operand.every((name) => Object.hasOwn(value, String(name)))),
  properties: (operand, value) =>
    !isObject(value) || allOf(Object.entries(objectOf(operand)).map(([name, each]) => ofProperty(each, value, name))),
  not: (operand, value) => negated(holds(operand, value)),
  allOf: (operand, value) => !Array.isArray(operand) || allOf(operand.map((each) => holds(each, value))),
  anyOf: (operand, value) =>
    !Array.isArray(operand) || negated(allOf(operand.map((each) => negated(holds(each, value))))),
  contains: (operand, value) =>
    !Array.isArray(value) || negated(allOf(value.map((each) => negated(holds(operand, each))))),
  minimum: (operand, value) => typeof value !== "number" || value >= Number(operand),
  maximum: (operand, value) => typeof value !== "number" || value <= Number(operand),
  exclusiveMinimum: (operand, value) => typeof value !== "number" || value > Number(operand),
  exclusiveMaximum: (operand, value) => typeof value !== "number" || value < Number(operand),
  minLength: (operand, value) => typeof value !== "string" || lengthOf(value) >= Number(operand),
  maxLength: (operand, value) => typeof value !== "string" || lengthOf(value) <= Number(operand),
  minItems: (operand, value) => !Array.isArray(value) || value.length >= Number(operand),
  maxItems: (operand, value) => !Array.isArray(value) || value.length <= Number(operand),
};

/** Keywords that say nothing about whether a value fits. */
const SILENT = new Set(["title", "description", "default", "$comment"]);

/** In: a subschema and a value. Out: whether it fits; undefined when a keyword outside the table decides. */
export function holds(condition: Json, value: Json): Verdict {
  if (typeof condition === "boolean") return condition;
  if (!isObject(condition)) return undefined;
  return allOf(
    Object.entries(condition).map(([keyword, operand]) => {
      if (SILENT.has(keyword)) return true;
      return Object.hasOwn(CHECKS, keyword) ? CHECKS[keyword]?.(operand, value, condition) : undefined;
    }),
  );
}

function ofProperty(condition: Json, value: JsonObject, name: string): Verdict {
  const child = own(value, name);
  return child === undefined ? true : holds(condition, child);
}

/** Three-valued and: one false decides, then one unknown does. */
function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

function negated(verdict: Verdict): Verdict {
  return verdict === undefined ? undefined : !verdict;
}

/** Counted in code points, as JSON Schema counts (validation §6.3). */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

function isSame(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, at) => isSame(each, b[at] ?? null));
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSame(a[name] ?? null, b[name] ?? null))
  );
}

function isType(type: Json, value: Json): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
