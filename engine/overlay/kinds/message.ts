/** Texts of notices, in the words of each street, and by which channels they also go out. */
import type { Json, JsonObject } from "../../model/json.ts";
import type { Problem } from "../../model/problem.ts";
import type { KindRules } from "./kind.ts";
import { plainKind } from "./kind.ts";
import { checkKey, checkOneOf, checkTitle, isObject, objectsOf } from "../shape.ts";
import type { Fault } from "../shape.ts";

const URGENCIES = ["normal", "urgent"];
const CHANNELS = ["email", "wecom", "dingtalk", "sms"];

export const messageKind: KindRules = plainKind({
  document: "overrides",
  item: "frozen",
  attributes: {},
  narrowing: {},
  check: (content, fault) => [
    ...checkTitle(content["title"], "/title", fault),
    ...checkTitle(content["body"], "/body", fault),
    ...(content["brief"] === undefined ? [] : checkTitle(content["brief"], "/brief", fault)),
    ...(content["urgency"] === undefined ? [] : checkOneOf(content["urgency"], URGENCIES, "/urgency", fault)),
    ...checkList(content["channels"], "/channels", fault),
    ...objectsOf(content["channels"]).flatMap((rule, at) => checkRule(rule, `/channels/${at}`, fault)),
  ],
});

function checkList(value: Json | undefined, at: string, fault: Fault): readonly Problem[] {
  const right = value === undefined || (Array.isArray(value) && value.every(isObject));
  return right ? [] : [fault(at, "应为规则列表", "expected a list of rules")];
}

/** One row of who is told by what: the first that names a role of the receiver holds, one without roles for all. */
function checkRule(rule: JsonObject, at: string, fault: Fault): readonly Problem[] {
  const words = (name: string, check: (word: Json, at: string) => readonly Problem[]) => {
    const value = rule[name];
    if (value === undefined) return [];
    if (!Array.isArray(value)) return [fault(`${at}/${name}`, "应为列表", "expected a list")];
    return value.flatMap((word, index) => check(word, `${at}/${name}/${index}`));
  };
  const channel = (word: Json, place: string) => checkOneOf(word, CHANNELS, place, fault);
  return [
    ...words("roles", (word, place) => checkKey(word, place, fault)),
    ...(rule["send"] === undefined ? [fault(`${at}/send`, "缺少渠道", "expected channels")] : words("send", channel)),
    ...words("orElse", channel),
  ];
}
