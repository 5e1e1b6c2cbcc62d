/** Small checks of JSON content: each answers with problems at a pointer, so that a file is told all its faults at once. */
import type { Json, JsonObject } from "../model/json.ts";
import type { PackDocument } from "../model/pack.ts";
import type { Problem } from "../model/problem.ts";
import { documentProblem } from "./problems.ts";
import { isKey } from "./keys.ts";

export type Fault = (pointer: string, zh: string, en: string) => Problem;

export function faultsOf(document: Pick<PackDocument, "kind" | "key">): Fault {
  return (pointer, zh, en) => documentProblem(document, pointer, zh, en);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list; anything else in it is left to the checks. */
export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

export function checkTitle(value: Json | undefined, pointer: string, fault: Fault): readonly Problem[] {
  if (!isObject(value) || textOf(value["zh-CN"]).trim() === "")
    return [fault(pointer, "缺少中文名称", "expected a Chinese title")];
  return textOf(value["en"]).trim() === "" ? [fault(pointer, "缺少英文名称", "expected an English title")] : [];
}

export function checkKey(value: Json | undefined, pointer: string, fault: Fault): readonly Problem[] {
  return isKey(value)
    ? []
    : [
        fault(
          pointer,
          "编号应以小写字母开头，只含字母和数字",
          "expected a key: a small letter, then letters and digits",
        ),
      ];
}

export function checkOneOf(
  value: Json | undefined,
  words: readonly string[],
  pointer: string,
  fault: Fault,
): readonly Problem[] {
  if (typeof value === "string" && words.includes(value)) return [];
  return [fault(pointer, `应为 ${words.join("、")} 之一`, `expected one of ${words.join(", ")}`)];
}

export function checkText(value: Json | undefined, pointer: string, fault: Fault): readonly Problem[] {
  return textOf(value).trim() === "" ? [fault(pointer, "缺少文字", "expected text")] : [];
}

/** Every item has a key of its own; none is there twice. */
export function checkIds(ids: readonly Json[], pointer: string, fault: Fault): readonly Problem[] {
  const problems = ids.flatMap((id, at) => checkKey(id, `${pointer}/${at}`, fault));
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  return [
    ...problems,
    ...twice.map((id) => fault(pointer, `编号“${textOf(id)}”重复`, `"${textOf(id)}" is there twice`)),
  ];
}

const CLOCKS = ["urgentHour", "workHour", "workDay", "naturalDay"];

export function checkLimit(value: Json | undefined, pointer: string, fault: Fault): readonly Problem[] {
  if (!isObject(value)) return [fault(pointer, "缺少时限", "expected a limit { value, clock }")];
  const amount = value["value"];
  const right = typeof amount === "number" && Number.isFinite(amount) && amount > 0;
  return [
    ...(right ? [] : [fault(`${pointer}/value`, "时限应大于 0", "expected a number above 0")]),
    ...checkOneOf(value["clock"], CLOCKS, `${pointer}/clock`, fault),
  ];
}
