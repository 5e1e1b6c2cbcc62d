/** What is written in a message's drawer, and the changes of the street's settings that it means. */
import type { MessageSetting, SettingsPublish, Title } from "../../../server/contract/types.ts";

export type Rule = MessageSetting["channels"][number];
export type Channel = Rule["send"][number];
type Change = SettingsPublish["changes"][number];

export const texts = ["title", "body", "brief"] as const;
export type Text = (typeof texts)[number];

export interface Draft extends Readonly<Record<Text, Required<Title>>> {
  readonly channels: readonly Rule[];
}

const words = (title: Title | undefined): Required<Title> => ({
  "zh-CN": title?.["zh-CN"] ?? "",
  en: title?.en ?? "",
});

export const draftOf = ({ title, body, brief, channels }: MessageSetting): Draft => ({
  ...{ title: words(title), body: words(body), brief: words(brief) },
  channels: channels.map((rule) => ({ ...rule })),
});

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What differs from what is in force; a short text that is left empty is none. */
export function changesOf(message: MessageSetting, draft: Draft): readonly Change[] {
  const before = draftOf(message);
  const place = { kind: "message", definition: message.key, item: "", action: "set" } as const;
  const isNone = ({ "zh-CN": zh, en }: Required<Title>) => zh.trim() === "" && en.trim() === "";
  const changed = texts.filter(
    (name) =>
      !same(draft[name], before[name]) && !(name === "brief" && isNone(draft[name]) && message.brief === undefined),
  );
  return [
    ...changed.map((attribute) => ({ ...place, attribute, value: draft[attribute] })),
    ...(same(draft.channels, before.channels)
      ? []
      : [{ ...place, attribute: "channels", value: draft.channels.map((rule) => ({ ...rule })) }]),
  ];
}

/** Everything as the city has it. */
export const returned = ({ key }: MessageSetting): readonly Change[] => [
  { kind: "message", definition: key, item: "", action: "return" },
];

/** Path of a problem at one attribute, as the server says it. */
export function pathOf(changes: readonly Change[], attribute: string, below = ""): string {
  const at = changes.findIndex((change) => change.attribute === attribute);
  return `/changes/${String(at)}/value${below}`;
}
