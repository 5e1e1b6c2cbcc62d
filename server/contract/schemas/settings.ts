/** A street's settings: declarations with their values and origins, changes, previews, versions. */
import { text, short, key, instant, flag, count, list, ref, object } from "../schema-parts.ts";

const day = { type: "string", format: "date", maxLength: 10 } as const;
/** Whatever the parameter's declaration allows: checked by the overlay, at the field. */
const value = {};
const itemId = { ...key, maxLength: 80 } as const;
const place = {
  kind: { enum: ["parameter", "ladder", "vocabulary", "process", "message"] },
  definition: key,
  /** Empty: the document itself, as of a message. */
  item: { ...itemId, pattern: `${itemId.pattern}|^$` },
} as const;
const channel = { enum: ["email", "wecom", "dingtalk", "sms"] } as const;
const messageWords = {
  title: ref("Title"),
  body: ref("Title"),
  brief: ref("Title"),
  channels: list(ref("ChannelRule")),
};

export const settingsSchemas = {
  /** Whoever has one of the roles, or everybody without any: by these channels, else by those one after another. */
  ChannelRule: object({ roles: list(key), send: list(channel), orElse: list(channel) }),
  MessageSetting: object(
    {
      key,
      /** What it is called, and when it is sent. */
      name: ref("Title"),
      about: ref("Title"),
      urgent: flag,
      ...messageWords,
      above: object(messageWords, ["brief"]),
      /** Names that its texts may hold in braces, with what stands there. */
      gaps: list(object({ name: short, title: ref("Title") })),
      origin: ref("SettingOrigin"),
    },
    ["brief", "origin"],
  ),
  StreetMessages: object({
    street: key,
    title: ref("Title"),
    version: count,
    mayPublish: flag,
    roles: list(ref("SettingOption")),
    messages: list(ref("MessageSetting")),
  }),
  /** Who set a value in the street, when and why; absent where the city's holds. */
  SettingOrigin: object({ by: short, at: day, why: text }),
  SettingBounds: object({ clock: short, min: { type: "number" }, max: { type: "number" } }, ["clock", "min", "max"]),
  SettingOption: object({ value: short, title: ref("Title") }),
  SettingColumn: object(
    { key, title: ref("Title"), type: short, options: list(ref("SettingOption")), bounds: list(ref("SettingBounds")) },
    [],
  ),
  /** A value that holds from a later day on. */
  SettingAhead: object({ from: day, value, words: ref("Title"), origin: ref("SettingOrigin") }, ["origin"]),
  ParameterSetting: object(
    {
      key: itemId,
      type: { enum: ["number", "limit", "role", "orgUnit", "text", "list", "table", "switch"] },
      title: ref("Title"),
      help: ref("Title"),
      value,
      words: ref("Title"),
      /** What the city says, or the street's own declaration when the city has no such parameter. */
      above: value,
      aboveWords: ref("Title"),
      isOwn: flag,
      isLive: flag,
      mayBeEmpty: flag,
      isWhole: flag,
      origin: ref("SettingOrigin"),
      since: day,
      ahead: list(ref("SettingAhead")),
      bounds: list(ref("SettingBounds")),
      options: list(ref("SettingOption")),
      columns: list(ref("SettingColumn")),
      entryType: short,
    },
    ["origin", "since", "entryType"],
  ),
  SettingGroup: object({ key, title: ref("Title"), settings: list(ref("ParameterSetting")) }),
  RungSetting: object(
    {
      id: itemId,
      percent: { type: "number" },
      action: short,
      /** Groups that are told, each an expression of the pack; absent: an expression that only the flow editor shows. */
      recipients: list(short),
      above: object({ percent: { type: "number" }, recipients: list(short) }, ["recipients"]),
      isOwn: flag,
      mayPercent: { enum: ["free", "lower", "no"] },
      mayRecipients: flag,
      origin: ref("SettingOrigin"),
    },
    ["recipients", "above", "origin"],
  ),
  LadderSetting: object({ key, title: ref("Title"), mayAdd: flag, rungs: list(ref("RungSetting")) }),
  LevelSetting: object({ code: itemId, title: ref("Title"), above: ref("Title"), origin: ref("SettingOrigin") }, [
    "above",
    "origin",
  ]),
  /** A place in a flow that the street has filled with a process of its own. */
  SlotSetting: object({
    definition: key,
    item: itemId,
    title: ref("Title"),
    filling: ref("Title"),
    origin: ref("SettingOrigin"),
  }),
  ChainLinkWords: object(
    { level: ref("Title"), holders: list(ref("Title")), limit: ref("Title"), percent: { type: "number" } },
    ["limit", "percent"],
  ),
  /** How a case goes up when nobody acts, for all matters that go the same way. */
  SettingChain: object({
    title: ref("Title"),
    matter: key,
    sentence: ref("Title"),
    links: list(ref("ChainLinkWords")),
  }),
  SettingExample: object({ matter: key, title: ref("Title") }),
  StreetSettings: object(
    {
      street: key,
      title: ref("Title"),
      base: object({ title: ref("Title"), version: count }),
      /** Version of the street's own settings; publishing needs the one that was seen. */
      version: count,
      publishedAt: instant,
      publishedBy: short,
      today: day,
      mayPublish: flag,
      groups: list(ref("SettingGroup")),
      ladders: list(ref("LadderSetting")),
      levels: list(ref("LevelSetting")),
      slots: list(ref("SlotSetting")),
      recipients: list(ref("SettingOption")),
      actions: list(ref("SettingOption")),
      clocks: list(ref("SettingOption")),
      examples: list(ref("SettingExample")),
      chains: list(ref("SettingChain")),
    },
    ["publishedAt", "publishedBy"],
  ),
  SettingChange: object({ ...place, action: { enum: ["set", "add", "return"] }, attribute: short, value }, [
    "attribute",
    "value",
  ]),
  SettingsPreviewRequest: object(
    { version: count, changes: { ...list(ref("SettingChange")), maxItems: 200 }, from: day, matter: key },
    ["from", "matter"],
  ),
  SettingDifference: object({ title: ref("Title"), before: ref("Title"), after: ref("Title"), by: short, why: text }, [
    "by",
    "why",
  ]),
  RehearsalRow: object({
    at: instant,
    when: ref("Title"),
    kind: {
      enum: ["start", "task", "remind", "urge", "yellowCard", "redCard", "escalate", "supervise", "incident", "end"],
    },
    title: ref("Title"),
    people: list(ref("Title")),
  }),
  Rehearsal: object({ chain: list(ref("SettingChain")), rows: list(ref("RehearsalRow")) }),
  SettingsPreview: object(
    {
      problems: list(ref("Problem")),
      differences: list(ref("SettingDifference")),
      example: object({ matter: key, title: ref("Title"), at: instant, when: ref("Title"), place: ref("Title") }),
      before: ref("Rehearsal"),
      /** Absent while something is wrong with the changes. */
      after: ref("Rehearsal"),
    },
    ["after"],
  ),
  SettingsPublish: object(
    {
      version: count,
      changes: { ...list(ref("SettingChange")), minItems: 1, maxItems: 200 },
      reason: { ...text, maxLength: 500 },
      from: day,
    },
    ["from"],
  ),
  SettingsRestore: object({ version: count, to: count, reason: { ...text, maxLength: 500 } }),
  SettingsPublished: object({ version: count, differences: list(ref("SettingDifference")) }),
  SettingsVersion: object({
    version: count,
    at: instant,
    by: short,
    note: text,
    isCurrent: flag,
    differences: list(ref("SettingDifference")),
  }),
};
