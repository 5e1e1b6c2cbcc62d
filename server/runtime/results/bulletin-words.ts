/** How the bulletin says figures: with one decimal, a dash for what divides by nothing, and compared with before. */
import { compile, evaluate } from "../../../engine/feel/index.ts";
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import type { Title } from "../../../engine/model/title.ts";
import type { Figure } from "../../contract/types.ts";
import type { Scored } from "./scorecard.ts";

type Unit = Scored["indicator"]["unit"];

/** 94.9%, 12, 5.3 小时; a dash where there is no figure. */
export function sayValue(unit: Unit, value: number | null | undefined): Title {
  if (value === null || value === undefined) return { "zh-CN": "—", en: "—" };
  if (unit === "count") return { "zh-CN": String(value), en: String(value) };
  const fixed = value.toFixed(1);
  return unit === "percent"
    ? { "zh-CN": `${fixed}%`, en: `${fixed}%` }
    : { "zh-CN": `${fixed} 小时`, en: `${fixed} hours` };
}

const steps: Readonly<Record<Unit, Title>> = {
  count: { "zh-CN": " 件", en: "" },
  percent: { "zh-CN": " 个百分点", en: " points" },
  hours: { "zh-CN": " 小时", en: " hours" },
};

/** 环比增加 12 件; nothing when either side is unknown. */
function difference(unit: Unit, now: number | null, before: number | null | undefined, zh: string, en: string) {
  if (now === null || before === null || before === undefined) return undefined;
  const by = Math.round((now - before) * 10) / 10;
  if (by === 0) return { "zh-CN": `与${zh}持平`, en: `as ${en}` };
  const amount = unit === "count" ? String(Math.abs(by)) : Math.abs(by).toFixed(1);
  const [up, down] = unit === "percent" ? ["上升", "下降"] : ["增加", "减少"];
  return {
    "zh-CN": `比${zh}${by > 0 ? up : down} ${amount}${steps[unit]["zh-CN"]}`,
    en: `${by > 0 ? "+" : "−"}${amount}${steps[unit].en ?? ""} on ${en}`,
  };
}

/** （比上月增加 12 件，与去年同期持平）; empty where nothing earlier is known. */
function compared(unit: Unit, now: Figure, before: Figure | undefined, lastYear: Figure | undefined): Title {
  const said = [
    difference(unit, now.value, before?.value, "上月", "last month"),
    difference(unit, now.value, lastYear?.value, "去年同期", "last year"),
  ].filter((each) => each !== undefined);
  if (said.length === 0) return { "zh-CN": "", en: "" };
  return {
    "zh-CN": `（${said.map((each) => each["zh-CN"]).join("，")}）`,
    en: ` (${said.map((each) => each.en).join(", ")})`,
  };
}

export interface Compared {
  readonly before?: readonly Figure[];
  readonly lastYear?: readonly Figure[];
}

/** Facts of the text, by indicator: `{reported.text}`, `{reported.compared}`, and numbers for its conditions. */
export function figureFacts(scored: readonly Scored[], figures: readonly Figure[], than: Compared = {}): JsonObject {
  const find = (all: readonly Figure[] | undefined, id: string) => all?.find((each) => each.id === id);
  return Object.fromEntries(
    scored.map(({ indicator: { id, unit }, target }): [string, JsonObject] => {
      const figure = find(figures, id) ?? { id, value: null, counted: 0, of: 0 };
      return [
        id,
        {
          ...{ value: figure.value, counted: figure.counted, of: figure.of, target: target ?? null },
          text: { ...sayValue(unit, figure.value) },
          targetText: { ...sayValue(unit, target) },
          compared: { ...compared(unit, figure, find(than.before, id), find(than.lastYear, id)) },
        },
      ];
    }),
  );
}

/** Whether a sentence is said; a condition that cannot be answered is not met. */
export function isSaid(when: string | undefined, facts: JsonObject): boolean {
  if (when === undefined) return true;
  const expression = compile(when);
  if (!expression.ok) return false;
  const variables = (name: string): Json | undefined => (Object.hasOwn(facts, name) ? facts[name] : undefined);
  const result = evaluate(expression.value, { variables, now: "1970-01-01T00:00:00.000Z", timeZone: "UTC" });
  return result.ok && result.value === true;
}

/** Names in one sentence. */
export const sayNames = (titles: readonly Title[]): Title => ({
  "zh-CN": titles.map((title) => title["zh-CN"]).join("、"),
  en: titles.map((title) => title.en ?? title["zh-CN"]).join(", "),
});
