/** The affairs list: a street may promise a shorter limit, rename, switch off and add; not stretch what the city promised. */
import type { KindRules } from "./kind.ts";
import { listKind } from "./kind.ts";
import {
  checkIds,
  checkKey,
  checkLimit,
  checkOneOf,
  checkText,
  checkTitle,
  isObject,
  objectsOf,
  textOf,
} from "../shape.ts";
import type { Fault } from "../shape.ts";
import type { JsonObject } from "../../model/json.ts";
import type { Problem } from "../../model/problem.ts";

const SEVERITIES = ["general", "major", "urgent"];

export const matterKind: KindRules = listKind("matters", "key", {
  document: "additive",
  item: "fixed",
  attributes: { title: "overrides", enabled: "overrides", filing: "overrides", closing: "overrides", code: "frozen" },
  narrowing: { limit: "shorterLimit" },
  check: (content, fault) => [
    ...checkTitle(content["title"], "/title", fault),
    ...checkCode(content["code"], 2, "/code", fault),
    ...checkIds(
      objectsOf(content["matters"]).map((matter) => matter["key"] ?? null),
      "/matters",
      fault,
    ),
    ...objectsOf(content["matters"]).flatMap((matter, at) => checkMatter(matter, content, `/matters/${at}`, fault)),
  ],
});

function checkMatter(matter: JsonObject, large: JsonObject, at: string, fault: Fault): readonly Problem[] {
  return [
    ...checkTitle(matter["title"], `${at}/title`, fault),
    ...checkCode(matter["code"], 4, `${at}/code`, fault),
    ...(textOf(matter["code"]).startsWith(textOf(large["code"]))
      ? []
      : [fault(`${at}/code`, "小类代码应以大类代码开头", "expected the code to begin with that of its class")]),
    ...checkOneOf(matter["severity"], SEVERITIES, `${at}/severity`, fault),
    ...checkLimit(matter["limit"], `${at}/limit`, fault),
    ...["ownerRole", "reportForm", "process"].flatMap((name) => checkKey(matter[name], `${at}/${name}`, fault)),
    ...checkEvidence(matter["evidence"], `${at}/evidence`, fault),
    ...["filing", "closing"].flatMap((name) => checkCondition(matter[name], `${at}/${name}`, fault)),
  ];
}

/** Large class two digits, small class two more (standards.md §3.5). */
function checkCode(value: unknown, digits: number, at: string, fault: Fault): readonly Problem[] {
  if (typeof value === "string" && value.length === digits && /^[0-9]+$/.test(value)) return [];
  return [fault(at, `代码应为 ${digits} 位数字`, `expected a code of ${digits} digits`)];
}

function checkEvidence(value: unknown, at: string, fault: Fault): readonly Problem[] {
  const { before, after } = (value ?? {}) as { before?: unknown; after?: unknown };
  if (Number.isInteger(before) && Number.isInteger(after)) return [];
  return [fault(at, "应写明处置前后各要几张照片", "expected the number of photos before and after")];
}

function checkCondition(value: unknown, at: string, fault: Fault): readonly Problem[] {
  return checkText(isObject(value as JsonObject) ? (value as JsonObject)["zh-CN"] : undefined, `${at}/zh-CN`, fault);
}
