/** A street's own words and channels of a message: said at the field what the city's text could not fill or send. */
import type { Json, JsonObject } from "../model/json.ts";
import type { ResolvedPack } from "../model/pack.ts";
import type { Problem } from "../model/problem.ts";
import { kinds } from "./kinds/index.ts";
import { isObject, objectsOf, textOf, type Fault } from "./shape.ts";

/** What every message about a case may mention, whatever else it is about. */
const OF_EVERY_CASE = ["case.number", "case.address", "matter.title"] as const;
const LONGEST: Readonly<Record<string, number>> = { title: 60, body: 500, brief: 200 };

/** `{case.number}` in any of the texts. */
function gapsIn(value: Json | undefined): readonly string[] {
  const texts = isObject(value) ? Object.values(value).map(textOf) : [];
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, gap = ""]) => gap)))];
}

/** Gaps that a street may use: those that the level above fills, and a case's own where it is about one. */
export function gapsOf(above: JsonObject): readonly string[] {
  const used = ["title", "body", "brief"].flatMap((name) => gapsIn(above[name]));
  const isOfCase = used.some((gap) => gap.startsWith("case."));
  return [...new Set([...used, ...(isOfCase ? OF_EVERY_CASE : [])])];
}

const wrong: Fault = (path, zh, en) => ({ code: "SETTING_INVALID", zh, en, path });

interface Wish {
  readonly attribute: string;
  readonly value: Json;
}

/** In: the message as the level above has it, and what the street wishes of it. Out: what is wrong, below `at`. */
export function checkMessage(pack: ResolvedPack, above: JsonObject, wish: Wish, at: string): readonly Problem[] {
  return wish.attribute === "channels"
    ? checkChannels(pack, above, wish.value, at)
    : checkText(above, wish.attribute, wish.value, at);
}

function checkText(above: JsonObject, attribute: string, value: Json, at: string): readonly Problem[] {
  const most = LONGEST[attribute] ?? 0;
  const known = gapsOf(above);
  return ["zh-CN", "en"].flatMap((language) => {
    const text = isObject(value) ? textOf(value[language]).trim() : "";
    if (text === "") return [wrong(`${at}/${language}`, "请填写文字", "expected some words")];
    if (text.length > most)
      return [wrong(`${at}/${language}`, `不能超过 ${most} 字`, `expected at most ${most} characters`)];
    const foreign = gapsIn({ text }).find((gap) => !known.includes(gap));
    if (foreign === undefined) return [];
    return [
      wrong(
        `${at}/${language}`,
        `“{${foreign}}”在这条通知里没有内容可填，可用：${known.map((gap) => `{${gap}}`).join(" ")}`,
        `"{${foreign}}" cannot be filled here; use ${known.map((gap) => `{${gap}}`).join(" ")}`,
      ),
    ];
  });
}

function checkChannels(pack: ResolvedPack, above: JsonObject, value: Json, at: string): readonly Problem[] {
  const shape = kinds.message.check({ ...above, channels: value }, (path, zh, en) =>
    wrong(path.replace("/channels", at), zh, en),
  );
  if (shape.length > 0) return shape;
  const rules = objectsOf(value);
  const all = rules.findIndex((rule) => strings(rule["roles"]).length === 0);
  if (all !== -1 && all < rules.length - 1)
    return [wrong(`${at}/${all}`, "“其他人员”的规则应放在最后", "the rule for everybody else comes last")];
  const roles = pack.documents["organisation/roles"];
  const known = objectsOf(roles !== undefined && "content" in roles ? roles.content["roles"] : []).map(
    (role) => role["key"],
  );
  return rules.flatMap((rule, index) => [
    ...strings(rule["roles"]).flatMap((role) =>
      known.includes(role) ? [] : [wrong(`${at}/${index}/roles`, `没有岗位“${role}”`, `there is no role "${role}"`)],
    ),
    ...(strings(rule["send"]).some((channel) => strings(rule["orElse"]).includes(channel))
      ? [wrong(`${at}/${index}/orElse`, "备用渠道不能与首选渠道相同", "a spare channel is another one than the first")]
      : []),
  ]);
}

const strings = (value: Json | undefined): readonly string[] =>
  (Array.isArray(value) ? value : []).filter((each): each is string => typeof each === "string");
