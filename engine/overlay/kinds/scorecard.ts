/** Indicators of 考核评估: their formulas are FEEL over the facts of cases and accounts, so a city sets its own. */
import { accountFactNames, caseFactNames, checkFeel } from "../../indicators/index.ts";
import type { JsonObject } from "../../model/json.ts";
import type { Problem } from "../../model/problem.ts";
import { checkIds, checkKey, checkOneOf, checkTitle, objectsOf, textOf } from "../shape.ts";
import type { Fault } from "../shape.ts";
import { listKind, type KindRules } from "./kind.ts";

/** A street adds indicators of its own; those that streets are compared by stay as the city made them. */
export const scorecardKind: KindRules = listKind("indicators", "id", {
  document: "additive",
  item: "frozen",
  attributes: { title: "overrides" },
  narrowing: {},
  check: (content, fault) => [
    ...checkTitle(content["title"], "/title", fault),
    ...checkIds(
      objectsOf(content["indicators"]).map((each) => each["id"] ?? null),
      "/indicators",
      fault,
    ),
    ...checkIds(
      objectsOf(content["groups"]).map((each) => each["id"] ?? null),
      "/groups",
      fault,
    ),
    ...objectsOf(content["groups"]).flatMap((each, at) => checkTitle(each["title"], `/groups/${at}/title`, fault)),
    ...objectsOf(content["indicators"]).flatMap((each, at) => [
      ...checkIndicator(each, `/indicators/${at}`, fault),
      ...checkGroup(content, each, `/indicators/${at}/group`, fault),
    ]),
  ],
});

function checkGroup(content: JsonObject, { group }: JsonObject, at: string, fault: Fault): readonly Problem[] {
  const known = objectsOf(content["groups"]).some((each) => each["id"] === group);
  return group === undefined || known ? [] : [fault(at, "没有这个分组", "there is no such group")];
}

function checkIndicator(indicator: JsonObject, at: string, fault: Fault): readonly Problem[] {
  const { numerator, denominator, target } = indicator;
  return [
    ...checkTitle(indicator["title"], `${at}/title`, fault),
    ...checkTitle(indicator["formula"], `${at}/formula`, fault),
    ...checkOneOf(indicator["over"], ["case", "account"], `${at}/over`, fault),
    ...checkOneOf(indicator["unit"], ["count", "percent", "hours"], `${at}/unit`, fault),
    ...checkOneOf(indicator["direction"], ["higher", "lower", "none"], `${at}/direction`, fault),
    ...(["boolean", "undefined"].includes(typeof indicator["headline"])
      ? []
      : [fault(`${at}/headline`, "应为是或否", "expected true or false")]),
    ...(indicator["span"] === undefined
      ? []
      : checkOneOf(indicator["span"], ["accept", "handle", "close"], `${at}/span`, fault)),
    ...(target === undefined ? [] : checkKey(target, `${at}/target`, fault)),
    ...checkCondition(indicator, textOf(numerator), `${at}/numerator`, fault),
    ...(indicator["unit"] === "percent" || denominator !== undefined
      ? checkCondition(indicator, textOf(denominator), `${at}/denominator`, fault)
      : []),
  ];
}

function checkCondition(indicator: JsonObject, source: string, at: string, fault: Fault): readonly Problem[] {
  const names = Object.keys(indicator["over"] === "account" ? accountFactNames : caseFactNames);
  return checkFeel(source, names).map(({ zh, en }) => fault(at, zh, en));
}
