/** Reads what the screens and flows need out of one street's resolved pack. */
import type { Json, JsonObject } from "../../engine/model/json.ts";
import type { ResolvedPack } from "../../engine/model/pack.ts";
import type { Calendar, Limit } from "../../engine/model/time.ts";
import type { Title } from "../../engine/model/title.ts";
import type { ModuleTile, Vocabulary } from "../contract/types.ts";
import { seriesOf } from "../../engine/overlay/index.ts";
import { isChannelKind } from "../external/notify/channel.ts";
import type { CatalogueMatter, ChannelRule, DailyGoal, MessageText } from "./catalogue-type.ts";

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const objects = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
export const text = (value: unknown): string => (typeof value === "string" ? value : "");
export const title = (value: unknown): Title =>
  isObject(value) ? { "zh-CN": text(value["zh-CN"]), ...english(value) } : { "zh-CN": "" };
const english = (value: JsonObject) => (typeof value["en"] === "string" ? { en: value["en"] } : {});

export function contentOf(pack: ResolvedPack, kind: string, key: string): JsonObject | undefined {
  const document = pack.documents[`${kind}/${key}`];
  return document !== undefined && "content" in document ? document.content : undefined;
}

const ofKind = (pack: ResolvedPack, kind: string): readonly JsonObject[] =>
  Object.values(pack.documents).flatMap((each) => (each.kind === kind && "content" in each ? [each.content] : []));

/** A street may switch an item off; it stays in the content. */
export const isOn = (item: JsonObject) => item["enabled"] !== false;

export function mattersOf(pack: ResolvedPack): readonly CatalogueMatter[] {
  const classes = ofKind(pack, "matter").toSorted((a, b) => (text(a["code"]) < text(b["code"]) ? -1 : 1));
  return classes.filter(isOn).flatMap((large) =>
    objects(large["matters"])
      .filter(isOn)
      .map((matter) => ({
        ...{ key: text(matter["key"]), code: text(matter["code"]), title: title(matter["title"]) },
        ...{ largeClass: text(large["key"]), largeClassTitle: title(large["title"]) },
        ...{ severity: text(matter["severity"]), limit: matter["limit"] as unknown as Limit },
        ...{ reportForm: text(matter["reportForm"]), process: text(matter["process"]) },
        evidence: isObject(matter["evidence"]) ? { ...matter["evidence"] } : {},
        ...{ recent: false, ownerRole: text(matter["ownerRole"]) },
      })),
  );
}

export const vocabulariesOf = (pack: ResolvedPack): readonly Vocabulary[] =>
  ofKind(pack, "vocabulary").map((vocabulary) => ({
    key: text(vocabulary["key"]),
    title: title(vocabulary["title"]),
    codes: objects(vocabulary["codes"])
      .filter(isOn)
      .map((each) => ({ code: text(each["code"]), title: title(each["title"]) })),
  }));

/** Codes of case states in which a case is closed, as the vocabulary marks them. */
export const finalStatesOf = (pack: ResolvedPack): ReadonlySet<string> =>
  new Set(
    objects(contentOf(pack, "vocabulary", "caseState")?.["codes"])
      .filter((each) => each["final"] === true)
      .map((each) => text(each["code"])),
  );

function homeOf(pack: ResolvedPack): JsonObject {
  const key = pack.chain.findLast((head) => head.home !== undefined)?.home ?? "home";
  return contentOf(pack, "module", key) ?? {};
}

export const tilesOf = (pack: ResolvedPack): readonly ModuleTile[] =>
  objects(homeOf(pack)["tiles"]).map((tile) => ({
    ...{ key: text(tile["key"]), title: title(tile["title"]), icon: text(tile["icon"]), enabled: isOn(tile) },
    ...(typeof tile["form"] === "string" ? { form: tile["form"] } : {}),
    ...(typeof tile["opens"] === "string" ? { opens: tile["opens"] } : {}),
  }));

export const dailyGoalsOf = (pack: ResolvedPack): readonly DailyGoal[] =>
  objects(homeOf(pack)["today"]).map((goal) => ({
    ...{ key: text(goal["key"]), title: title(goal["title"]), form: text(goal["form"]) },
    goal: typeof goal["goal"] === "number" ? goal["goal"] : 0,
  }));

const words = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];

const channelRule = (rule: JsonObject): ChannelRule => ({
  roles: words(rule["roles"]),
  send: words(rule["send"]).filter(isChannelKind),
  orElse: words(rule["orElse"]).filter(isChannelKind),
});

const messageText = (message: JsonObject): MessageText => ({
  ...{ title: title(message["title"]), body: title(message["body"]) },
  ...(isObject(message["brief"]) ? { brief: title(message["brief"]) } : {}),
  isUrgent: message["urgency"] === "urgent",
  channels: objects(message["channels"]).map(channelRule),
});

export const messagesOf = (pack: ResolvedPack): ReadonlyMap<string, MessageText> =>
  new Map(ofKind(pack, "message").map((each) => [text(each["key"]), messageText(each)]));

/** In: the day it is for, `YYYY-MM-DD`. Out: the last dated value until then; null when there is no such parameter. */
export function parameterAt(pack: ResolvedPack, key: string, day: string): Json {
  const declared = objects(contentOf(pack, "parameter", "parameters")?.["parameters"]);
  const declaration = declared.find((each) => each["key"] === key);
  if (declaration === undefined) return null;
  return seriesOf(declaration).findLast((each) => each.from <= day)?.value ?? null;
}

/** Throws when the pack names no calendar: the content check refuses that. */
export function calendarOf(pack: ResolvedPack): Calendar {
  const key = pack.chain.findLast((head) => head.calendar !== undefined)?.calendar ?? "";
  const calendar = contentOf(pack, "calendar", key);
  if (calendar === undefined) throw new Error(`Expected the calendar "${key}" of pack ${pack.head.key}.`);
  return calendar as unknown as Calendar;
}
