/** Numbers, names and people that streets set without touching a diagram (definitions.md §2). */
import type { Json, JsonObject } from "../../model/json.ts";
import type { Day } from "../../model/time.ts";
import type { Problem } from "../../model/problem.ts";
import { checkIds, checkOneOf, checkText, checkTitle, objectsOf, textOf } from "../shape.ts";
import type { Fault } from "../shape.ts";
import type { KindRules } from "./kind.ts";
import { listKind } from "./kind.ts";
import { checkParameterValue } from "./parameter-value.ts";

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

/**
 * A child's value holds from its day on and hides what the base says from then on; before it the base still holds, and
 * from the day `until` it holds again.
 */
export function withValueFrom(
  declaration: JsonObject,
  base: JsonObject,
  value: Json,
  from: Day = EVER,
  until?: Day,
): JsonObject {
  const before = seriesOf(declaration).filter((entry) => entry.from < from);
  const values = [...before, { from, value }, ...after(base, until)];
  return { ...declaration, values: values.map((entry) => ({ ...entry })) };
}

/** What the base says from a day on. */
function after(base: JsonObject, day: Day | undefined): readonly DatedValue[] {
  if (day === undefined) return [];
  const series = seriesOf(base);
  return [{ from: day, value: valueOn(series, day) }, ...series.filter((entry) => entry.from > day)];
}

/** The value that holds on a day. */
export function valueOn(series: readonly DatedValue[], day: Day): Json {
  return series.findLast(({ from }) => from <= day)?.value ?? null;
}
