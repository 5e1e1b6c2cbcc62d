/** A street's messages for the page that sets their words and channels: in force, the city's, and who changed what. */
import type { JsonObject } from "../../../engine/model/json.ts";
import type { ResolvedPack } from "../../../engine/model/pack.ts";
import { gapsOf, settingItems } from "../../../engine/overlay/index.ts";
import type { Principal } from "../../access/actor.ts";
import { mayDo } from "../../access/may-do.ts";
import type { MessageSetting, StreetMessages } from "../../contract/types.ts";
import { contentOf, messagesOf } from "../street-words.ts";
import { groundOf, type SettingsContext, type StreetGround } from "./ground.ts";
import { objects, said, SettingWords, text, titleOf } from "./setting-words.ts";

/** Sent by the installation itself, in words that no street changes: tests of channels, and the cover of a digest. */
const isForStreets = (content: JsonObject): boolean => objects([content["about"]]).length > 0;

function wordsOf(pack: ResolvedPack, key: string): Pick<MessageSetting, "title" | "body" | "brief" | "channels"> {
  const found = messagesOf(pack).get(key);
  if (found === undefined) throw new Error(`Expected the message "${key}" in the pack ${pack.head.key}.`);
  const { title, body, brief, channels } = found;
  return {
    ...{ title: said(title), body: said(body), ...(brief === undefined ? {} : { brief: said(brief) }) },
    channels: channels.map(({ roles, send, orElse }) => ({ roles: [...roles], send: [...send], orElse: [...orElse] })),
  };
}

/** `case.number` → `caseNumber`: codes are keys. */
const codeOf = (gap: string): string => gap.replaceAll(/\.(\w)/g, (_dot, letter: string) => letter.toUpperCase());

function messageView(ground: StreetGround, words: SettingWords, content: JsonObject): MessageSetting {
  const key = text(content["key"]);
  const [item] = settingItems(ground.inForce, ground.above, ground.operations, "message", key);
  const latest = item?.operations.at(-1);
  const gaps = gapsOf(contentOf(ground.above, "message", key) ?? content);
  return {
    ...{ key, name: titleOf(content["name"]), about: titleOf(content["about"]) },
    ...{ urgent: content["urgency"] === "urgent", ...wordsOf(ground.inForce, key), above: wordsOf(ground.above, key) },
    gaps: gaps.map((name) => ({ name, title: words.code("messageGap", codeOf(name)) })),
    ...(latest === undefined ? {} : { origin: { by: latest.by, at: latest.at, why: latest.why } }),
  };
}

/** See `Runtime.streetMessages`. */
export async function readMessages(
  context: SettingsContext,
  principal: Principal,
  street: string,
): Promise<StreetMessages | undefined> {
  const ground = await groundOf(context, principal, street);
  if (ground === undefined) return undefined;
  const { catalogue } = context;
  const words = new SettingWords(context, ground.inForce);
  // Only what the city has: a message that a street's own flow sends is set where that flow is made.
  const keys = [...messagesOf(ground.above).keys()];
  const contents = keys.map((key) => contentOf(ground.above, "message", key)).filter((each) => each !== undefined);
  return {
    ...{ street, title: said(catalogue.unitTitle(street)), version: ground.version },
    mayPublish: mayDo(principal, "settings.publish", { path: catalogue.tree.path(street) }),
    roles: catalogue.roles().map(({ key, title }) => ({ value: key, title: said(title) })),
    messages: contents
      .filter(isForStreets)
      .map((content) => messageView(ground, words, content))
      .toSorted((a, b) => Number(b.urgent) - Number(a.urgent)),
  };
}
