/**
 * Two versions of a form compared, in words and by weight: safe for what is already stored, to be looked at, or losing
 * something (forms.md law 3). What a stored answer means never changes under its key: another type is refused.
 */
import type { Json, JsonObject } from "../model/json.ts";
import type { Problem } from "../model/problem.ts";
import { canonicalJson } from "../overlay/canonical-json.ts";
import { itemsOf } from "../overlay/kinds/form-items.ts";
import { objectOf, objectsOf, textOf } from "./schema.ts";

export interface FormChange {
  readonly severity: "safe" | "attention" | "lossy";
  readonly zh: string;
  readonly en: string;
  /** Id of the field. */
  readonly item?: string;
}

interface Item {
  readonly id: string;
  readonly attributes: JsonObject;
  readonly zh: string;
  readonly en: string;
}

type Severity = FormChange["severity"];

const same = (a: Json | undefined, b: Json | undefined): boolean =>
  canonicalJson(a ?? null) === canonicalJson(b ?? null);

function englishOf(words: Json | undefined): string {
  return typeof words === "string" ? words : textOf(objectOf(words)["title"]);
}

function readItems(content: JsonObject): ReadonlyMap<string, Item> {
  const items = itemsOf(content).map(({ id, attributes }): Item => {
    const zh = textOf(attributes["title"]) || id;
    return { id, attributes, zh, en: englishOf(attributes["en"]) || zh };
  });
  return new Map(items.map((item) => [item.id, item]));
}

const change = (severity: Severity, item: Item | undefined, zh: string, en: string): FormChange => ({
  ...{ severity, zh, en },
  ...(item === undefined ? {} : { item: item.id }),
});

/** In: contents of two versions; `before` undefined for a form that was never published. Out: differences, the gravest first. */
export function formChanges(before: JsonObject | undefined, after: JsonObject): readonly FormChange[] {
  if (before === undefined) return [change("safe", undefined, "首次发布", "First version")];
  const [old, now] = [readItems(before), readItems(after)];
  const changes = [
    ...[...old.values()].filter(({ id }) => !now.has(id)).map(removed),
    ...[...now.values()].filter(({ id }) => !old.has(id)).map(added),
    ...[...now.values()].flatMap((item) => {
      const was = old.get(item.id);
      return was === undefined ? [] : itemChanges(was, item);
    }),
    ...wholeChanges(before, after, [...old.keys()], [...now.keys()]),
  ];
  const weight = { lossy: 0, attention: 1, safe: 2 };
  return changes.toSorted((a, b) => weight[a.severity] - weight[b.severity]);
}

function removed(item: Item): FormChange {
  return change(
    "lossy",
    item,
    `删除字段“${item.zh}”：以后不再采集，已有记录仍可查看`,
    `Field “${item.en}” removed: no longer collected; stored records keep it`,
  );
}

function added(item: Item): FormChange {
  const required = item.attributes["isRequired"] === true;
  return change(
    required ? "attention" : "safe",
    item,
    `新增${required ? "必填" : ""}字段“${item.zh}”`,
    `${required ? "Required field" : "Field"} “${item.en}” added`,
  );
}

function itemChanges(was: Item, item: Item): readonly FormChange[] {
  const [old, now] = [was.attributes, item.attributes];
  return [
    ...typeChange(was, item),
    ...wordChanges(was, item),
    ...requiredChange(old, now, item),
    ...optionChanges(old, now, item),
    ...limitChanges(old, now, item),
    ...privacyChanges(old, now, item),
    ...otherChanges(old, now, item),
  ];
}

const typeOf = (attributes: JsonObject): Json => {
  const { type } = attributes;
  if (type !== undefined) return type;
  return Array.isArray(attributes["enum"]) ? "string" : null;
};

const keepsType = (was: Item, item: Item): boolean =>
  same(typeOf(was.attributes), typeOf(item.attributes)) &&
  same(objectOf(was.attributes["items"])["type"], objectOf(item.attributes["items"])["type"]);

function typeChange(was: Item, item: Item): readonly FormChange[] {
  if (keepsType(was, item)) return [];
  return [change("lossy", item, `“${item.zh}”的数据类型变了`, `The type of “${item.en}” has changed`)];
}

/** A field whose stored answers would mean something else: it needs a key of its own. */
export function typeProblems(before: JsonObject | undefined, after: JsonObject): readonly Problem[] {
  if (before === undefined) return [];
  const old = readItems(before);
  return [...readItems(after).values()].flatMap((item): readonly Problem[] => {
    const was = old.get(item.id);
    if (was === undefined || keepsType(was, item)) return [];
    return [
      {
        code: "FORM_TYPE_CHANGED",
        zh: `“${item.zh}”已发布过，数据类型不能改：请删除它并新增一个字段`,
        en: `“${item.en}” is published and keeps its type: remove it and add another field`,
        path: `/schema/properties/${item.id}`,
        elementId: item.id,
      },
    ];
  });
}

function wordChanges(was: Item, item: Item): readonly FormChange[] {
  if (was.zh !== item.zh)
    return [change("attention", item, `“${was.zh}”改名为“${item.zh}”`, `“${was.en}” is now called “${item.en}”`)];
  const [old, now] = [was.attributes, item.attributes];
  const said = !same(withoutOptions(old["en"]), withoutOptions(now["en"]));
  return said ? [change("safe", item, `“${item.zh}”的英文有修改`, `English words of “${item.en}” changed`)] : [];
}

const withoutOptions = (words: Json | undefined): Json => {
  if (typeof words !== "object" || words === null || Array.isArray(words)) return words ?? null;
  return Object.fromEntries(Object.entries(words).filter(([name]) => name !== "options"));
};

function requiredChange(old: JsonObject, now: JsonObject, item: Item): readonly FormChange[] {
  if (old["isRequired"] === now["isRequired"]) return [];
  return now["isRequired"] === true
    ? [change("attention", item, `“${item.zh}”改为必填`, `“${item.en}” is now required`)]
    : [change("safe", item, `“${item.zh}”改为选填`, `“${item.en}” is now optional`)];
}

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

function codesOf(attributes: JsonObject): ReadonlyMap<string, string> {
  const codes = list(attributes["enum"] ?? objectOf(attributes["items"])["enum"]).map(String);
  const names = list(objectOf(attributes["ui"])["ui:enumNames"]);
  return new Map(codes.map((code, at) => [code, textOf(names[at]) || code]));
}

function optionChanges(old: JsonObject, now: JsonObject, item: Item): readonly FormChange[] {
  const [was, is] = [codesOf(old), codesOf(now)];
  const gone = [...was].filter(([code]) => !is.has(code)).map(([, name]) => name);
  const come = [...is].filter(([code]) => !was.has(code)).map(([, name]) => name);
  const named = [...is].filter(([code, name]) => was.has(code) && was.get(code) !== name).map(([, name]) => name);
  const say = (severity: Severity, zh: string, en: string, names: readonly string[]) =>
    names.length === 0
      ? []
      : [change(severity, item, `“${item.zh}”${zh}：${names.join("、")}`, `“${item.en}”: ${en} ${names.join(", ")}`)];
  return [
    ...say("lossy", "删除选项", "options removed:", gone),
    ...say("safe", "新增选项", "options added:", come),
    ...say("attention", "选项改名", "options renamed:", named),
  ];
}

const limits: Readonly<Record<string, readonly [zh: string, en: string, tighter: 1 | -1]>> = {
  minimum: ["最小值", "least value", 1],
  exclusiveMinimum: ["下限", "lower bound", 1],
  minLength: ["最少字数", "least length", 1],
  minItems: ["最少个数", "least number", 1],
  maximum: ["最大值", "greatest value", -1],
  exclusiveMaximum: ["上限", "upper bound", -1],
  maxLength: ["最多字数", "greatest length", -1],
  maxItems: ["最多个数", "greatest number", -1],
};

/** Stricter limits refuse what was accepted until now; looser ones refuse nothing new. */
function limitChanges(old: JsonObject, now: JsonObject, item: Item): readonly FormChange[] {
  return Object.entries(limits).flatMap(([name, [zh, en, tighter]]) => {
    const [was, is] = [old[name], now[name]];
    if (same(was, is)) return [];
    const isTighter = is !== undefined && (was === undefined || (Number(is) - Number(was)) * tighter > 0);
    const say = (value: Json | undefined, none: string) => (value === undefined ? none : JSON.stringify(value));
    return [
      change(
        isTighter ? "attention" : "safe",
        item,
        `“${item.zh}”${zh}：${say(was, "不限")} → ${say(is, "不限")}`,
        `“${item.en}” ${en}: ${say(was, "none")} → ${say(is, "none")}`,
      ),
    ];
  });
}

function privacyChanges(old: JsonObject, now: JsonObject, item: Item): readonly FormChange[] {
  return [
    ...(same(old["x-sensitivity"], now["x-sensitivity"])
      ? []
      : [change("attention", item, `“${item.zh}”的敏感等级有变化`, `The sensitivity of “${item.en}” changed`)]),
    ...(same(old["x-purpose"], now["x-purpose"])
      ? []
      : [change("attention", item, `“${item.zh}”的用途说明有变化`, `The purpose of “${item.en}” changed`)]),
  ];
}

const told: ReadonlySet<string> = new Set([
  ...["type", "title", "en", "isRequired", "enum", "items", "x-sensitivity", "x-purpose", "section", "ui"],
  ...Object.keys(limits),
]);

const rest = (attributes: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => !told.has(name)));

const look = (attributes: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(objectOf(attributes["ui"])).filter(([name]) => name !== "ui:enumNames"));

function otherChanges(old: JsonObject, now: JsonObject, item: Item): readonly FormChange[] {
  const itemsRule = !same(old["items"], now["items"]) && same(codeList(old), codeList(now));
  return [
    ...(same(look(old), look(now))
      ? []
      : [change("safe", item, `“${item.zh}”的显示方式或提示有修改`, `How “${item.en}” is shown changed`)]),
    ...(same(rest(old), rest(now)) && !itemsRule
      ? []
      : [change("attention", item, `“${item.zh}”的校验规则有修改`, `The rules of “${item.en}” changed`)]),
  ];
}

const codeList = (attributes: JsonObject): Json => list(objectOf(attributes["items"])["enum"]);

function wholeChanges(
  before: JsonObject,
  after: JsonObject,
  old: readonly string[],
  now: readonly string[],
): readonly FormChange[] {
  const kept = (ids: readonly string[], others: readonly string[]) => ids.filter((id) => others.includes(id)).join();
  const sections = (content: JsonObject): Json => objectsOf(objectOf(content["uiSchema"])["ui:sections"]);
  const conditions = (content: JsonObject): Json =>
    objectsOf(objectOf(content["schema"])["allOf"]).map((branch) => branch["if"] ?? null);
  return [
    ...(same(before["title"], after["title"])
      ? []
      : [change("safe", undefined, "表单名称有修改", "The form's name changed")]),
    ...(kept(old, now) === kept(now, old)
      ? []
      : [change("safe", undefined, "字段顺序有调整", "Fields were put in another order")]),
    ...(same(sections(before), sections(after)) ? [] : [change("safe", undefined, "分组有调整", "Sections changed")]),
    ...(same(conditions(before), conditions(after))
      ? []
      : [change("attention", undefined, "显示条件有修改", "Conditions changed")]),
    ...(same(before["raises"], after["raises"])
      ? []
      : [change("attention", undefined, "自动上报规则有修改", "What it raises changed")]),
    ...(same(before["module"], after["module"])
      ? []
      : [change("attention", undefined, "手机入口有变化", "Its place on the phone changed")]),
  ];
}
