/** Is this a value that a parameter's declaration allows? Each fault stands at the part of the value that is wrong. */
import type { Json, JsonObject } from "../../model/json.ts";
import type { Clock } from "../../model/time.ts";
import type { Problem } from "../../model/problem.ts";
import { isKey } from "../keys.ts";
import { canonicalJson } from "../canonical-json.ts";
import { checkOneOf, isObject, objectsOf, textOf } from "../shape.ts";
import type { Fault } from "../shape.ts";

/** Bounds of a value; of a limit on one clock. */
export interface Bounds {
  readonly clock?: string;
  readonly min: number;
  readonly max: number;
}

type Check = (declaration: JsonObject, value: Json, at: string, fault: Fault) => readonly Problem[];

const CLOCK_WORDS: Readonly<Record<Clock, readonly [string, string]>> = {
  urgentHour: ["紧急工作时", "urgent hours"],
  workHour: ["工作时", "working hours"],
  workDay: ["工作日", "working days"],
  naturalDay: ["自然日", "calendar days"],
};

/** Ranges of a declaration: one, or for a limit one for each clock that may be chosen. None: everything is allowed. */
export function boundsOf(declaration: JsonObject): readonly Bounds[] {
  const { range } = declaration;
  const ranges = Array.isArray(range) ? objectsOf(range) : isObject(range) ? [range] : [];
  return ranges.map(({ min, max }) => ({
    ...clockOf(min, max),
    min: numberOf(min, -Infinity),
    max: numberOf(max, Infinity),
  }));
}

function clockOf(...ends: readonly (Json | undefined)[]): { readonly clock?: string } {
  const clock = ends.map((end) => (isObject(end) ? textOf(end["clock"]) : "")).find((each) => each !== "");
  return clock === undefined ? {} : { clock };
}

function numberOf(end: Json | undefined, none: number): number {
  const bound = isObject(end) ? end["value"] : end;
  return typeof bound === "number" ? bound : none;
}

const CHECKS: Readonly<Record<string, Check>> = {
  number: checkNumber,
  limit: checkLimit,
  switch: (_declaration, value, at, fault) =>
    typeof value === "boolean" ? [] : [fault(at, "应为是或否", "expected yes or no")],
  role: checkReference,
  orgUnit: checkReference,
  text: checkText,
  list: checkList,
  table: checkTable,
};

/** In: a declaration and a value for it. Out: what is wrong, at `at` or below. */
export function checkParameterValue(
  declaration: JsonObject,
  value: Json,
  at: string,
  fault: Fault,
): readonly Problem[] {
  const type = textOf(declaration["type"]);
  const check = Object.hasOwn(CHECKS, type) ? CHECKS[type] : undefined;
  return check === undefined
    ? [fault(at, `不认识的参数类型“${type}”`, `unknown type of parameter "${type}"`)]
    : check(declaration, value, at, fault);
}

function checkNumber(declaration: JsonObject, value: Json, at: string, fault: Fault): readonly Problem[] {
  if (typeof value !== "number" || !Number.isFinite(value)) return [fault(at, "应为数字", "expected a number")];
  const { step } = declaration;
  if (step === 1 && !Number.isInteger(value)) return [fault(at, "应为整数", "expected a whole number")];
  return checkBounds(boundsOf(declaration)[0], value, at, fault);
}

function checkBounds(bounds: Bounds | undefined, value: number, at: string, fault: Fault): readonly Problem[] {
  if (bounds === undefined || (value >= bounds.min && value <= bounds.max)) return [];
  const [zh, en] = CLOCK_WORDS[bounds.clock as Clock] ?? ["", ""];
  return [
    fault(
      at,
      `应在 ${bounds.min} 至 ${bounds.max}${zh === "" ? "" : ` ${zh}`}之间，现为 ${value}`,
      `expected ${bounds.min} to ${bounds.max}${en === "" ? "" : ` ${en}`}, got ${value}`,
    ),
  ];
}

/** Four working hours and one working day do not compare without a calendar, so each clock has a range of its own. */
function checkLimit(declaration: JsonObject, value: Json, at: string, fault: Fault): readonly Problem[] {
  if (!isObject(value)) return [fault(at, "缺少时限", "expected a limit: a number and a clock")];
  const { value: amount, clock } = value;
  const known = Object.keys(CLOCK_WORDS);
  const named = boundsOf(declaration).flatMap((bounds) => bounds.clock ?? []);
  const clocks = named.length > 0 ? named : known;
  const wrong = typeof clock === "string" && clocks.includes(clock) ? [] : [wrongClock(clocks, `${at}/clock`, fault)];
  if (typeof amount !== "number" || !Number.isFinite(amount) || amount <= 0)
    return [fault(`${at}/value`, "时限应大于 0", "a limit is a number above 0"), ...wrong];
  if (wrong.length > 0) return wrong;
  const bounds = boundsOf(declaration).find((each) => each.clock === undefined || each.clock === clock);
  return checkBounds(bounds, amount, `${at}/value`, fault);
}

function wrongClock(clocks: readonly string[], at: string, fault: Fault): Problem {
  const words = clocks.map((clock) => CLOCK_WORDS[clock as Clock] ?? [clock, clock]);
  return fault(
    at,
    `此处只能按${words.map(([zh]) => zh).join("、")}计时`,
    `this limit runs on ${words.map(([, en]) => en).join(", ")} only`,
  );
}

/** Whether the role or unit is there is asked where the organisation is known. */
function checkReference(declaration: JsonObject, value: Json, at: string, fault: Fault): readonly Problem[] {
  if (value === null)
    return declaration["default"] === null ? [] : [fault(at, "不能为空，请选择", "cannot be empty: choose one")];
  return isKey(value) ? [] : [fault(at, "应为编号", "expected a key")];
}

const LONGEST_TEXT = 500;

function checkText(declaration: JsonObject, value: Json, at: string, fault: Fault): readonly Problem[] {
  if (typeof value !== "string" || value.trim() === "") return [fault(at, "请填写文字", "expected text")];
  if (value.length > LONGEST_TEXT)
    return [fault(at, `不能超过 ${LONGEST_TEXT} 字`, `at most ${LONGEST_TEXT} characters`)];
  return checkOption(declaration, value, at, fault);
}

function checkOption(declaration: JsonObject, value: Json, at: string, fault: Fault): readonly Problem[] {
  const options = objectsOf(declaration["options"]).map((option) => textOf(option["value"]));
  return options.length === 0 ? [] : checkOneOf(value, options, at, fault);
}

function checkList(declaration: JsonObject, value: Json, at: string, fault: Fault): readonly Problem[] {
  if (!Array.isArray(value)) return [fault(at, "应为列表", "expected a list")];
  const entry = { type: textOf(declaration["of"]) || "text", options: declaration["options"] ?? [] };
  const twice = value.filter(
    (each, place) => value.findIndex((other) => canonicalJson(other) === canonicalJson(each)) < place,
  );
  return [
    ...checkSize(declaration, value.length, at, fault),
    ...value.flatMap((each, place) => checkParameterValue(entry, each, `${at}/${place}`, fault)),
    ...(twice.length > 0 ? [fault(at, "有重复的项", "an entry is there twice")] : []),
  ];
}

/** A list or table without a declared size has at least one entry: nothing is rarely what is meant. */
function checkSize(declaration: JsonObject, size: number, at: string, fault: Fault): readonly Problem[] {
  const { min, max } = boundsOf(declaration)[0] ?? { min: 1, max: 100 };
  if (size === 0 && min > 0) return [fault(at, "至少填写一项", "expected at least one entry")];
  if (size >= min && size <= max) return [];
  return [fault(at, `应有 ${min} 至 ${max} 项，现有 ${size} 项`, `expected ${min} to ${max} entries, got ${size}`)];
}

function checkTable(declaration: JsonObject, value: Json, at: string, fault: Fault): readonly Problem[] {
  if (!Array.isArray(value)) return [fault(at, "应为表格", "expected a table")];
  const columns = objectsOf(declaration["columns"]);
  return [
    ...checkSize(declaration, value.length, at, fault),
    ...value.flatMap((row, place) => checkRow(columns, row, `${at}/${place}`, fault)),
  ];
}

function checkRow(columns: readonly JsonObject[], row: Json, at: string, fault: Fault): readonly Problem[] {
  if (!isObject(row)) return [fault(at, "应为一行", "expected a row")];
  const names = new Set(columns.map((column) => textOf(column["key"])));
  const unknown = Object.keys(row).filter((name) => !names.has(name));
  return [
    ...unknown.map((name) => fault(`${at}/${name}`, "没有这一列", "there is no such column")),
    ...columns.flatMap((column) => {
      const name = textOf(column["key"]);
      return checkParameterValue(column, row[name] ?? null, `${at}/${name}`, fault);
    }),
  ];
}
