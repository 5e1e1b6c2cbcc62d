/** Numbers, names and people that streets set without touching a diagram (definitions.md §2). */
import type { Json, JsonObject } from "../../model/json.ts";
import type { Day } from "../../model/time.ts";
import type { Problem } from "../../model/problem.ts";
import { checkIds, checkLimit, checkOneOf, checkText, checkTitle, isObject, objectsOf, textOf } from "../shape.ts";
import type { Fault } from "../shape.ts";
import { isKey } from "../keys.ts";
import type { KindRules } from "./kind.ts";
import { listKind } from "./kind.ts";

const TYPES = ["number", "limit", "role", "orgUnit", "text", "list", "table", "switch"];
/** Before any pack's first value: the base default has always held. */
const EVER: Day = "1970-01-01";

export const parameterKind: KindRules = listKind("parameters", "key", {
  document: "additive",
  item: "frozen",
  attributes: { value: "overrides", title: "overrides", help: "overrides" },
  narrowing: {},
  check: (content, fault) => [
    ...checkIds(
      objectsOf(content["parameters"]).map((each) => each["key"] ?? null),
      "/parameters",
      fault,
    ),
    ...objectsOf(content["parameters"]).flatMap((each, at) => checkDeclaration(each, `/parameters/${at}`, fault)),
  ],
});

function checkDeclaration(declaration: JsonObject, at: string, fault: Fault): readonly Problem[] {
  return [
    ...checkTitle(declaration["title"], `${at}/title`, fault),
    ...checkTitle(declaration["help"], `${at}/help`, fault),
    ...checkText(declaration["group"], `${at}/group`, fault),
    ...checkOneOf(declaration["type"], TYPES, `${at}/type`, fault),
    ...seriesOf(declaration).flatMap(({ value }) => checkParameterValue(declaration, value, `${at}/default`, fault)),
  ];
}

export interface DatedValue {
  readonly from: Day;
  readonly value: Json;
}

/** The dated values of a declaration, ascending: its default has held for ever, later packs add from a day on. */
export function seriesOf(declaration: JsonObject): readonly DatedValue[] {
  const dated = objectsOf(declaration["values"]).map((entry) => ({
    from: textOf(entry["from"]),
    value: entry["value"] ?? null,
  }));
  return dated.length > 0 ? dated : [{ from: EVER, value: declaration["default"] ?? null }];
}

/** A child's value holds from its day on and hides what the base says from then on; before it the base still holds. */
export function withValueFrom(declaration: JsonObject, value: Json, from: Day = EVER): JsonObject {
  const before = seriesOf(declaration).filter((entry) => entry.from < from);
  return { ...declaration, values: [...before.map((entry) => ({ ...entry })), { from, value }] };
}

/** Is this a value of the declared type, inside its range? */
export function checkParameterValue(
  declaration: JsonObject,
  value: Json,
  at: string,
  fault: Fault,
): readonly Problem[] {
  const range = isObject(declaration["range"]) ? declaration["range"] : {};
  switch (declaration["type"]) {
    case "number":
      return typeof value === "number"
        ? checkRange(value, range, at, fault)
        : [fault(at, "应为数字", "expected a number")];
    case "limit":
      return checkLimitIn(value, range, at, fault);
    case "switch":
      return typeof value === "boolean" ? [] : [fault(at, "应为是或否", "expected true or false")];
    case "role":
    case "orgUnit":
      return value === null || isKey(value) ? [] : [fault(at, "应为编号", "expected a key")];
    case "text":
      return checkOption(declaration, value, at, fault);
    default:
      return Array.isArray(value) ? [] : [fault(at, "应为列表", "expected a list")];
  }
}

function checkLimitIn(value: Json, range: JsonObject, at: string, fault: Fault): readonly Problem[] {
  const problems = checkLimit(value, at, fault);
  if (problems.length > 0 || !isObject(value)) return problems;
  const [min, max] = [range["min"], range["max"]].map((bound) => (isObject(bound) ? bound : {}));
  const clocks = [min?.["clock"], max?.["clock"]].filter((clock) => clock !== undefined).map(textOf);
  // Four working hours and one working day do not compare without a calendar, so the clock is part of the range.
  const wrong = clocks.length === 0 ? [] : checkOneOf(value["clock"], [...new Set(clocks)], `${at}/clock`, fault);
  if (wrong.length > 0) return wrong;
  return checkRange(value["value"] as number, { min: min?.["value"] ?? null, max: max?.["value"] ?? null }, at, fault);
}

function checkRange(value: number, range: JsonObject, at: string, fault: Fault): readonly Problem[] {
  const [min, max] = [boundOf(range["min"], -Infinity), boundOf(range["max"], Infinity)];
  if (value >= min && value <= max) return [];
  return [fault(at, `超出允许范围 ${min} 至 ${max}`, `expected ${min} to ${max}, got ${value}`)];
}

function boundOf(bound: Json | undefined, none: number): number {
  return typeof bound === "number" ? bound : none;
}

function checkOption(declaration: JsonObject, value: Json, at: string, fault: Fault): readonly Problem[] {
  if (typeof value !== "string") return [fault(at, "应为文字", "expected text")];
  const options = objectsOf(declaration["options"]).map((option) => textOf(option["value"]));
  return options.length === 0 ? [] : checkOneOf(value, options, at, fault);
}
