/** What differs between two versions of a street's settings, in words: item by item, before and after. */
import type { JsonObject } from "../../../engine/model/json.ts";
import type { Operation, ResolvedPack } from "../../../engine/model/pack.ts";
import { canonicalJson, readRecipients } from "../../../engine/overlay/index.ts";
import type { SettingDifference } from "../../contract/types.ts";
import { contentOf } from "../street-words.ts";
import { recipientTitle, slotTitle } from "./ladder-view.ts";
import { both, objects, text, titleOf, type Said, type SettingWords } from "./setting-words.ts";

export interface DifferenceWords {
  /** Titles of what is there after the change, else before it. */
  readonly after: ResolvedPack;
  readonly before: ResolvedPack;
  readonly words: SettingWords;
  /** Day on which the later version was made: what holds from then on needs no day. */
  readonly day: string;
}

type Side = "before" | "after";

const placeOf = ({ target, ...body }: Operation): string =>
  `${target.kind}/${target.definition}/${target.item ?? ""}/${body.op === "set" && target.kind !== "parameter" ? body.attribute : ""}`;

function byPlace(operations: readonly Operation[]): ReadonlyMap<string, readonly Operation[]> {
  const places = new Map<string, Operation[]>();
  for (const operation of operations) {
    const place = placeOf(operation);
    places.set(place, [...(places.get(place) ?? []), operation]);
  }
  return places;
}

/** Who and why do not make a difference; what is said does. */
const saying = (operations: readonly Operation[]): string =>
  canonicalJson(
    operations
      .map(({ id: _id, by: _by, at: _at, why: _why, was: _was, ...rest }) => rest as unknown as JsonObject)
      .toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)),
  );

/** In: the operations of two versions. Out: what changed, in the order of the later one, then what went. */
export function differencesOf(
  words: DifferenceWords,
  before: readonly Operation[],
  after: readonly Operation[],
): SettingDifference[] {
  const [old, now] = [byPlace(before), byPlace(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((place) => {
    const [then, later] = [old.get(place) ?? [], now.get(place) ?? []];
    const [one = then[0]] = later;
    if (one === undefined || saying(then) === saying(later)) return [];
    const latest = later.find(
      (each) => !then.some((other) => canonicalJson(other as never) === canonicalJson(each as never)),
    );
    const signed = latest === undefined ? {} : { by: latest.by, why: latest.why };
    return [
      {
        title: titleFor(words, one),
        before: say(words, "before", then, one),
        after: say(words, "after", later, one),
        ...signed,
      },
    ];
  });
}

function itemIn(pack: ResolvedPack, { target }: Operation): JsonObject | undefined {
  const content = contentOf(pack, target.kind, target.definition);
  const lists = {
    parameter: ["parameters", "key"],
    ladder: ["rungs", "id"],
    vocabulary: ["codes", "code"],
    matter: ["matters", "key"],
  };
  const [list = "", id = ""] = Object.hasOwn(lists, target.kind) ? lists[target.kind as keyof typeof lists] : [];
  return objects(content?.[list]).find((each) => each[id] === target.item);
}

function titleFor({ after, before, words }: DifferenceWords, operation: Operation): Said {
  const { kind, definition, item = "" } = operation.target;
  if (kind === "process") return slotTitle(words, definition, item);
  if (kind === "message") return messageTitle(after, operation);
  const document = titleOf((contentOf(after, kind, definition) ?? contentOf(before, kind, definition))?.["title"]);
  const found = itemIn(after, operation) ?? itemIn(before, operation);
  if (kind === "parameter") return titleOf(found?.["title"]);
  const name = kind === "ladder" ? rungName(words, found) : titleOf(found?.["title"]);
  const shown = name["zh-CN"] === "" ? { "zh-CN": item, en: item } : name;
  return both((language) => `${document[language]} · ${shown[language]}`);
}

const messageAttributes: Readonly<Record<string, Said>> = {
  title: { "zh-CN": "标题", en: "title" },
  body: { "zh-CN": "内容", en: "text" },
  brief: { "zh-CN": "短文字", en: "short text" },
  channels: { "zh-CN": "发送渠道", en: "channels" },
};

/** 派单 · 发送渠道 */
function messageTitle(pack: ResolvedPack, operation: Operation): Said {
  const name = titleOf(contentOf(pack, "message", operation.target.definition)?.["name"]);
  const attribute = operation.op === "set" ? messageAttributes[operation.attribute] : undefined;
  return attribute === undefined ? name : both((language) => `${name[language]} · ${attribute[language]}`);
}

const channelWords: Readonly<Record<string, Said>> = {
  email: { "zh-CN": "电子邮件", en: "e-mail" },
  wecom: { "zh-CN": "企业微信", en: "WeCom" },
  dingtalk: { "zh-CN": "钉钉", en: "DingTalk" },
  sms: { "zh-CN": "短信", en: "SMS" },
};

/** 网格员、网格长：企业微信，备用短信；其他人员：电子邮件 */
function sayChannels({ words }: DifferenceWords, rules: readonly JsonObject[]): Said {
  const list = (value: unknown, say: (each: string) => Said, language: "zh-CN" | "en") =>
    (Array.isArray(value) ? value : []).map((each) => say(text(each))[language]).join(language === "en" ? ", " : "、");
  const channel = (key: string) => channelWords[key] ?? { "zh-CN": key, en: key };
  const rule = (each: JsonObject, language: "zh-CN" | "en") => {
    const [zh, roles] = [language === "zh-CN", list(each["roles"], (role) => words.role(role), language)];
    const [send, spare] = [list(each["send"], channel, language), list(each["orElse"], channel, language)];
    const who = roles === "" ? (zh ? "其他人员" : "everybody else") : roles;
    const what = send === "" ? (zh ? "仅应用内" : "in the application only") : send;
    const more = spare === "" ? "" : zh ? `，备用${spare}` : `, else ${spare}`;
    return `${who}${zh ? "：" : ": "}${what}${more}`;
  };
  return both((language) => rules.map((each) => rule(each, language)).join(language === "en" ? "; " : "；"));
}

function rungName(words: SettingWords, rung: JsonObject | undefined): Said {
  return words.code("rungAction", text(rung?.["action"]));
}

function say(words: DifferenceWords, side: Side, operations: readonly Operation[], one: Operation): Said {
  const pack = words[side];
  if (one.target.kind === "parameter") return sayParameter(words, pack, operations, one);
  const [operation] = operations;
  if (operation === undefined) return sayAbove(words, one);
  return sayOperation(words, pack, operation);
}

const asAbove = { "zh-CN": "（市级）", en: " (the city's)" };

/** What the level above says: what the author of the operation saw there. */
function sayAbove({ words }: DifferenceWords, one: Operation): Said {
  if (one.op === "add") return { "zh-CN": "没有", en: "none" };
  if (one.op === "replace") return both((language) => words.code("flow", text(one.was))[language] + asAbove[language]);
  if (one.op !== "set") return { "zh-CN": "与市级一致", en: "as the city's" };
  return { "zh-CN": "与市级一致", en: "as the city's" };
}

function sayOperation({ words, ...packs }: DifferenceWords, pack: ResolvedPack, operation: Operation): Said {
  switch (operation.op) {
    case "replace":
      return words.code("flow", operation.value);
    case "add":
      return operation.target.kind === "ladder"
        ? sayRung({ words, ...packs }, pack, operation.value)
        : { "zh-CN": "本街道自有", en: "the street's own" };
    case "set":
      return sayValue({ words, ...packs }, pack, operation);
    case "hide":
      return { "zh-CN": "隐藏", en: "hidden" };
    case "show":
      return { "zh-CN": "显示", en: "shown" };
    case "require":
      return { "zh-CN": "必填", en: "required" };
    case "relax":
      return { "zh-CN": "选填", en: "optional" };
    case "switchOff":
      return { "zh-CN": "停用", en: "switched off" };
    case "remove":
      return { "zh-CN": "删除", en: "removed" };
    case "move":
      return { "zh-CN": "移动位置", en: "moved" };
  }
}

function sayRung(words: DifferenceWords, pack: ResolvedPack, rung: JsonObject): Said {
  const told = sayRecipients(words, pack, text(rung["notify"]));
  return both((language) => `${JSON.stringify(rung["percent"])}% · ${told[language]}`);
}

function sayRecipients({ words }: DifferenceWords, pack: ResolvedPack, expression: string): Said {
  const titles = (readRecipients(expression) ?? [expression]).map((each) => recipientTitle(pack, words, each));
  return { "zh-CN": titles.map((each) => each["zh-CN"]).join("、"), en: titles.map(({ en }) => en).join(", ") };
}

function sayValue(
  words: DifferenceWords,
  pack: ResolvedPack,
  { attribute, value }: Extract<Operation, { readonly op: "set" }>,
): Said {
  if (attribute === "notify") return sayRecipients(words, pack, text(value));
  if (attribute === "percent") return both(() => `${JSON.stringify(value)}%`);
  if (attribute === "limit") return words.words.value({ type: "limit" }, value);
  if (attribute === "channels") return sayChannels(words, objects(value));
  if (["title", "body", "brief"].includes(attribute)) return titleOf(value);
  return words.words.value({}, value);
}

/** Every value that the street gives, with its day when it is not the day of the change itself. */
function sayParameter(
  words: DifferenceWords,
  pack: ResolvedPack,
  operations: readonly Operation[],
  one: Operation,
): Said {
  const declaration = itemIn(pack, one) ?? itemIn(words.after, one) ?? itemIn(words.before, one) ?? {};
  if (operations.length === 0 && one.op === "add") return sayAbove(words, one);
  const sets = operations.flatMap((operation) => (operation.op === "set" ? [operation] : []));
  const sorted = sets.toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  const current = sorted.findLastIndex(({ from = "" }) => from <= words.day);
  const parts = sorted.slice(Math.max(current, 0)).map((set) => sayDated(words, declaration, set));
  if (current < 0) parts.unshift(both((language) => sayDefault(words, declaration, one)[language]));
  return { "zh-CN": parts.map((each) => each["zh-CN"]).join("；"), en: parts.map(({ en }) => en).join("; ") };
}

function sayDefault({ words }: DifferenceWords, declaration: JsonObject, one: Operation): Said {
  const was = one.op === "set" ? one.was : (declaration["default"] ?? null);
  const value = words.value(declaration, was);
  return one.op === "set" ? both((language) => value[language] + asAbove[language]) : value;
}

function sayDated(
  { words, day }: DifferenceWords,
  declaration: JsonObject,
  set: Extract<Operation, { readonly op: "set" }>,
): Said {
  const value = words.value(declaration, set.value);
  const { from = "", until } = set;
  const begins = from > day ? { "zh-CN": `${from} 起 `, en: `from ${from}: ` } : { "zh-CN": "", en: "" };
  const ends =
    until === undefined
      ? { "zh-CN": "", en: "" }
      : { "zh-CN": `（至 ${until} 恢复市级值）`, en: ` (until ${until}, then the city's)` };
  return both((language) => begins[language] + value[language] + ends[language]);
}
