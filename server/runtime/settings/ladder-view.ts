/** The rungs of the ladders and the words of the levels, each with what the street may change and what it has changed. */
import type { JsonObject } from "../../../engine/model/json.ts";
import type { SlotSetting, LadderSetting, LevelSetting, RungSetting, SettingOption } from "../../contract/types.ts";
import { rowAllows } from "../../access/table.ts";
import { controlFor, kinds, knownRecipients, readRecipients, settingItems } from "../../../engine/overlay/index.ts";
import type { SettingItem } from "../../../engine/overlay/index.ts";
import { contentOf } from "../street-words.ts";
import { originOf, type Viewing } from "./parameter-view.ts";
import { both, objects, text, titleOf, type Said, type SettingWords } from "./setting-words.ts";
import type { ResolvedPack } from "../../../engine/model/pack.ts";

export function ladderViews(viewing: Viewing): LadderSetting[] {
  const { ground } = viewing;
  const ladders = Object.values(ground.above.documents).flatMap((document) =>
    document.kind === "ladder" && "content" in document ? [document.content] : [],
  );
  return ladders.map((content) => ladderView(viewing, content));
}

function ladderView({ ground }: Viewing, above: JsonObject): LadderSetting {
  const key = text(above["key"]);
  const items = settingItems(ground.inForce, ground.above, ground.operations, "ladder", key);
  const control = text(above["control"]);
  return {
    ...{ key, title: titleOf(contentOf(ground.inForce, "ladder", key)?.["title"]) },
    mayAdd: control !== "fixed" && control !== "frozen",
    rungs: items.map((item) => rungView(above, item)).toSorted((a, b) => a.percent - b.percent),
  };
}

function rungView(above: JsonObject, { place, inForce, base, operations }: SettingItem): RungSetting {
  const may = (attribute: string) => controlFor(kinds.ladder, above, place.item, attribute);
  const [latest] = operations.toReversed();
  const isOwn = base === undefined;
  const percent = may("percent");
  return {
    ...{ id: place.item, percent: Number(inForce["percent"]), action: text(inForce["action"]), isOwn },
    ...recipients(inForce),
    ...(isOwn ? {} : { above: { percent: Number(base["percent"]), ...recipients(base) } }),
    mayPercent: isOwn || percent === "overrides" ? "free" : percent === "fixed" ? "lower" : "no",
    mayRecipients: isOwn || may("notify") === "overrides",
    ...(latest === undefined ? {} : { origin: originOf(latest) }),
  };
}

function recipients(rung: JsonObject): { recipients?: string[] } {
  const read = readRecipients(text(rung["notify"]));
  return read === undefined ? {} : { recipients: [...read] };
}

/** Names of the levels: what a street calls its loops. */
export function levelViews({ ground }: Viewing): LevelSetting[] {
  return settingItems(ground.inForce, ground.above, ground.operations, "vocabulary", "level").map(
    ({ place, inForce, base, operations }) => ({
      ...{ code: place.item, title: titleOf(inForce["title"]) },
      ...(base === undefined ? {} : { above: titleOf(base["title"]) }),
      ...(operations[0] === undefined ? {} : { origin: originOf(operations[0]) }),
    }),
  );
}

/** Slots of flows that the street has filled with a process of its own. */
export function slotViews({ ground, words }: Viewing): SlotSetting[] {
  return ground.operations.flatMap((operation) => {
    if (operation.op !== "replace" || operation.target.kind !== "process") return [];
    const { definition, item = "" } = operation.target;
    return [
      {
        ...{ definition, item, origin: originOf(operation) },
        ...{ title: slotTitle(words, definition, item), filling: words.code("flow", operation.value) },
      },
    ];
  });
}

export function slotTitle(words: SettingWords, definition: string, item: string): Said {
  const [flow, step] = [words.code("flow", definition), words.code("flow", item)];
  return both((language) => `${flow[language]} · ${step[language]}`);
}

export function recipientOptions({ ground, words }: Viewing): SettingOption[] {
  return knownRecipients(ground.inForce)
    .filter(isAtWork)
    .map((value) => ({ value, title: recipientTitle(ground.inForce, words, value) }));
}

const byRole = /^place\.(\w+) \+ "\/(\w+)"$/;
const byParameter = /^place\.(\w+) \+ "\/" \+ param\.(\w+)$/;

function isAtWork(expression: string): boolean {
  const role = byRole.exec(expression)?.[2];
  return role === undefined || rowAllows("task.complete", role);
}

/** "街道 · 分管领导"; an expression that the vocabulary names has that name. */
export function recipientTitle(inForce: ResolvedPack, words: SettingWords, expression: string): Said {
  const [, place = "", role] = byRole.exec(expression) ?? [];
  if (role !== undefined)
    return both((language) => `${words.code("unitKind", place)[language]} · ${words.role(role)[language]}`);
  const [, where = "", key] = byParameter.exec(expression) ?? [];
  const declared = objects(contentOf(inForce, "parameter", "parameters")?.["parameters"]);
  const parameter = declared.find((each) => each["key"] === key);
  if (parameter !== undefined)
    return both((language) => `${words.code("unitKind", where)[language]} · ${titleOf(parameter["title"])[language]}`);
  const codes = objects(contentOf(inForce, "vocabulary", "recipient")?.["codes"]);
  const named = codes.find((each) => each["expression"] === expression);
  return named === undefined ? { "zh-CN": expression, en: expression } : titleOf(named["title"]);
}
