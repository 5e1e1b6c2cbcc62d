/** The settings page of a street, as one answer. */
import type { Principal } from "../../access/actor.ts";
import { mayDo } from "../../access/may-do.ts";
import type { ParameterSetting, StreetSettings } from "../../contract/types.ts";
import { settingItems } from "../../../engine/overlay/index.ts";
import { personNames } from "../../store/people.ts";
import { contentOf } from "../street-words.ts";
import { groundOf, type SettingsContext, type StreetGround } from "./ground.ts";
import { ladderViews, levelViews, recipientOptions, slotViews } from "./ladder-view.ts";
import { parameterView, type Viewing } from "./parameter-view.ts";
import { chainsOf, exampleMatters, exampleStart } from "./rehearse.ts";
import { objects, said, SettingWords, text, titleOf } from "./setting-words.ts";

/** Parameters by their group, groups in the order of the vocabulary. */
function groupViews(viewing: Viewing): StreetSettings["groups"] {
  const { ground, words } = viewing;
  const items = settingItems(ground.inForce, ground.above, ground.operations, "parameter", "parameters");
  const groups = new Map<string, ParameterSetting[]>(codesOf(ground, "settingGroup").map(({ value }) => [value, []]));
  for (const item of items) {
    const group = text(item.inForce["group"]);
    groups.set(group, [...(groups.get(group) ?? []), parameterView(viewing, item)]);
  }
  return [...groups]
    .filter(([, settings]) => settings.length > 0)
    .map(([key, settings]) => ({ key, title: words.code("settingGroup", key), settings }));
}

function codesOf({ inForce }: StreetGround, vocabulary: string): StreetSettings["actions"] {
  const codes = objects(contentOf(inForce, "vocabulary", vocabulary)?.["codes"]);
  return codes.map((each) => ({ value: text(each["code"]), title: titleOf(each["title"]) }));
}

async function published({ store }: SettingsContext, { row }: StreetGround) {
  if (row === undefined) return {};
  const names = await personNames(store.read, [row.published_by]);
  return {
    publishedAt: new Date(row.published_at).toISOString(),
    publishedBy: names.get(row.published_by) ?? row.published_by,
  };
}

/** See `Runtime.settings`. */
export async function readSettings(
  context: SettingsContext,
  principal: Principal,
  street: string,
): Promise<StreetSettings | undefined> {
  const ground = await groundOf(context, principal, street);
  if (ground === undefined) return undefined;
  const { catalogue } = context;
  const words = new SettingWords(context, ground.inForce);
  const viewing: Viewing = { context, ground, words };
  const stage = { ...viewing, at: exampleStart(viewing, ground.today) };
  return {
    ...{ street, title: said(catalogue.unitTitle(street)), version: ground.version, today: ground.today },
    base: { title: said(ground.base.head.title), version: ground.base.head.version },
    ...(await published(context, ground)),
    mayPublish: mayDo(principal, "settings.publish", { path: catalogue.tree.path(street) }),
    ...{ groups: groupViews(viewing), ladders: ladderViews(viewing), levels: levelViews(viewing) },
    ...{ slots: slotViews(viewing), recipients: recipientOptions(viewing) },
    ...{ actions: codesOf(ground, "rungAction"), clocks: codesOf(ground, "clock") },
    examples: exampleMatters(viewing).map(({ key, title }) => ({ matter: key, title: said(title) })),
    chains: chainsOf(stage, (process) => catalogue.bundle(street, process)),
  };
}
