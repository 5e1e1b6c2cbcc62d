/** May a street wish this on its settings page? Said at the field, in both languages, before anything is published. */
import type { Json, JsonObject } from "../model/json.ts";
import type { ResolvedPack } from "../model/pack.ts";
import type { Problem } from "../model/problem.ts";
import { controlFor } from "./controls.ts";
import { isOwn } from "./keys.ts";
import { kinds } from "./kinds/index.ts";
import type { KindRules } from "./kinds/index.ts";
import { checkParameterValue } from "./kinds/parameter-value.ts";
import { isNarrower } from "./narrower.ts";
import { isObject, objectsOf, textOf } from "./shape.ts";
import type { Fault } from "./shape.ts";
import { checkMessage } from "./check-message.ts";
import { knownRecipients, readRecipients } from "./recipients.ts";
import type { SettingChange, SettingGround, Signature } from "./setting-change.ts";
import type { SettingItem } from "./setting-items.ts";

export function settingProblem(code: string, path: string, zh: string, en: string): Problem {
  return { code, zh, en, path };
}

const wrong: Fault = (path, zh, en) => settingProblem("SETTING_INVALID", path, zh, en);

/** What the page may change; everything else of a pack has a page of its own. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  parameter: ["value"],
  ladder: ["percent", "notify", "action"],
  vocabulary: ["title"],
  message: ["title", "body", "brief", "channels"],
};

/** In: a change and the item that it is about, if there is one. Out: what is wrong, with paths below `at`. */
export function checkSettingChange(
  ground: SettingGround,
  item: SettingItem | undefined,
  change: SettingChange,
  signature: Signature,
  at: string,
): readonly Problem[] {
  if (change.action === "return") return checkReturn(ground, change, at);
  const attributes = Object.hasOwn(ATTRIBUTES, change.kind) ? ATTRIBUTES[change.kind] : undefined;
  if (attributes === undefined) return [unknown(at)];
  if (change.kind !== "parameter" && signature.from > signature.at) return [undated(at)];
  if (change.action === "add") return checkAdd(ground, change, at);
  if (item === undefined || !attributes.includes(change.attribute)) return [unknown(at)];
  return change.kind === "parameter"
    ? checkParameter(ground.inForce, item.inForce, change.value, `${at}/value`)
    : checkAttribute(ground, item, change, `${at}/value`);
}

function checkReturn({ operations }: SettingGround, change: SettingChange, at: string): readonly Problem[] {
  const { kind, definition, item } = change;
  const isThere = operations.some(
    ({ target }) => target.kind === kind && target.definition === definition && (target.item ?? "") === item,
  );
  const mayReturn = Object.hasOwn(ATTRIBUTES, kind) || kind === "process";
  return isThere && mayReturn
    ? []
    : [settingProblem("SETTING_NOT_CHANGED", at, "本街道没有修改过这一项", "the street has not changed this")];
}

function unknown(at: string): Problem {
  return settingProblem("SETTING_UNKNOWN", at, "没有这一项设置", "there is no such setting");
}

function undated(at: string): Problem {
  return settingProblem(
    "SETTING_NOT_DATED",
    at,
    "预警档次、名称和通知内容发布即生效，不能定日期；请单独发布",
    "rungs, words and messages hold as soon as they are published; publish them on their own",
  );
}

function checkAdd({ inForce, above }: SettingGround, change: SettingChange, at: string): readonly Problem[] {
  const document = above.documents[`${change.kind}/${change.definition}`];
  if (change.action !== "add" || change.kind !== "ladder" || document === undefined || !("content" in document))
    return [unknown(at)];
  const taken = objectsOf(contentOf(inForce, "ladder", change.definition)?.["rungs"]).some(
    ({ id }) => id === change.item,
  );
  if (!isOwn(inForce.head.key, change.item) || taken)
    return [
      wrong(
        at,
        `编号应以“${inForce.head.key}__”开头且未用过`,
        `expected a new id that begins with "${inForce.head.key}__"`,
      ),
    ];
  const control = document.content["control"];
  if (control === "frozen" || control === "fixed")
    return [refused(at, "上级不允许在此增加", "the level above does not let streets add here")];
  const extra = Object.keys(change.value).filter((name) => !["percent", "action", "notify"].includes(name));
  return [
    ...extra.map((name) => wrong(`${at}/value/${name}`, "没有这一项", "there is no such attribute")),
    ...checkRung({ id: change.item, ...change.value }, `${at}/value`),
    ...checkRecipients(inForce, change.value["notify"] ?? "[]", `${at}/value/notify`),
  ];
}

function checkRung(rung: JsonObject, at: string): readonly Problem[] {
  const content = { title: { "zh-CN": "-", en: "-" }, escalationCode: "a", rungs: [rung] };
  return kinds.ladder.check(content, (path, zh, en) => wrong(path.replace("/rungs/0", at), zh, en));
}

function refused(at: string, zh: string, en: string): Problem {
  return settingProblem("SETTING_NOT_ALLOWED", at, zh, en);
}

function checkParameter(pack: ResolvedPack, declaration: JsonObject, value: Json, at: string): readonly Problem[] {
  const problems = checkParameterValue(declaration, value, at, wrong);
  return problems.length > 0 ? problems : checkNamed(pack, declaration, value, at);
}

/** Roles and units that a value names are there, and where the declaration wants them. */
function checkNamed(pack: ResolvedPack, declaration: JsonObject, value: Json, at: string): readonly Problem[] {
  switch (declaration["type"]) {
    case "role":
      return checkRole(pack, declaration, value, at);
    case "orgUnit":
      return checkUnit(pack, declaration, value, at);
    case "list":
      return objects(value).flatMap((each, place) =>
        checkNamed(pack, { ...declaration, type: declaration["of"] ?? "text" }, each, `${at}/${place}`),
      );
    case "table":
      return objects(value).flatMap((row, place) =>
        objectsOf(declaration["columns"]).flatMap((column) => {
          const name = textOf(column["key"]);
          return checkNamed(pack, column, isObject(row) ? (row[name] ?? null) : null, `${at}/${place}/${name}`);
        }),
      );
    default:
      return [];
  }
}

function objects(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function contentOf(pack: ResolvedPack, kind: string, key: string): JsonObject | undefined {
  const document = pack.documents[`${kind}/${key}`];
  return document !== undefined && "content" in document ? document.content : undefined;
}

function checkRole(pack: ResolvedPack, declaration: JsonObject, value: Json, at: string): readonly Problem[] {
  if (value === null) return [];
  const roles = objectsOf(contentOf(pack, "organisation", "roles")?.["roles"]);
  const role = roles.find((each) => each["key"] === value);
  if (role === undefined)
    return [
      settingProblem(
        "SETTING_ROLE_UNKNOWN",
        at,
        `没有岗位“${textOf(value)}”，可能已被删除，请另选`,
        `there is no role "${textOf(value)}"; it may have been removed: choose another`,
      ),
    ];
  const wanted = textOf(declaration["at"]);
  const places = Array.isArray(role["at"]) ? role["at"] : [];
  if (wanted === "" || places.includes(wanted)) return [];
  const name = isObject(role["title"]) ? textOf(role["title"]["zh-CN"]) : textOf(value);
  return [wrong(at, `此处不能用岗位“${name}”`, `the role "${textOf(value)}" cannot be used here`)];
}

/** A unit of the street itself or below it, or above it: never a neighbour's. */
function checkUnit(pack: ResolvedPack, declaration: JsonObject, value: Json, at: string): readonly Problem[] {
  if (value === null) return [];
  const units = objectsOf(contentOf(pack, "organisation", "units")?.["units"]);
  const unit = units.find((each) => each["code"] === value);
  if (unit === undefined)
    return [
      settingProblem(
        "SETTING_UNIT_UNKNOWN",
        at,
        `没有单位“${textOf(value)}”，可能已撤销，请另选`,
        `there is no unit "${textOf(value)}": choose another`,
      ),
    ];
  const wanted = Array.isArray(declaration["kinds"]) ? declaration["kinds"] : [];
  if (wanted.length > 0 && !wanted.includes(unit["kind"] ?? ""))
    return [wrong(at, "此处不能用这类单位", "this kind of unit cannot be used here")];
  const isNear =
    ancestry(units, textOf(value)).includes(pack.head.level) ||
    ancestry(units, pack.head.level).includes(textOf(unit["parent"]));
  return isNear ? [] : [wrong(at, "不是本街道的单位", "the unit is not one of this street's")];
}

/** A unit and those above it, nearest first. */
function ancestry(units: readonly JsonObject[], code: string): readonly string[] {
  const unit = units.find((each) => each["code"] === code);
  const parent = textOf(unit?.["parent"]);
  return parent === "" ? [code] : [code, ...ancestry(units, parent)];
}

function checkAttribute(
  ground: SettingGround,
  item: SettingItem,
  change: Extract<SettingChange, { readonly action: "set" }>,
  at: string,
): readonly Problem[] {
  const rules: KindRules = kinds[item.place.kind as keyof typeof kinds];
  const shape = checkShape(ground.inForce, item, change, at);
  if (shape.length > 0 || item.base === undefined) return shape;
  const document = ground.above.documents[`${change.kind}/${change.definition}`];
  if (document === undefined || !("content" in document)) return [unknown(at)];
  const control = controlFor(rules, document.content, change.item, change.attribute);
  if (control === "overrides") return [];
  if (control !== "fixed") return [refused(at, "上级不允许修改这一项", "the level above does not let this be changed")];
  const narrowing = rules.narrowing[change.attribute];
  const base = item.base[change.attribute];
  if (narrowing !== undefined && isNarrower(narrowing, base, change.value)) return [];
  return [
    refused(
      at,
      `只能比上级更严（上级为 ${textFor(base)}）`,
      `may only be stricter than the level above (${textFor(base)})`,
    ),
  ];
}

function textFor(value: Json | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

function checkShape(
  pack: ResolvedPack,
  item: SettingItem,
  change: Extract<SettingChange, { readonly action: "set" }>,
  at: string,
): readonly Problem[] {
  const { value, attribute } = change;
  if (change.kind === "ladder" && attribute === "notify") return checkRecipients(pack, value, at);
  if (change.kind === "ladder")
    return checkRung({ id: change.item, ...item.inForce, [attribute]: value }, at).map((each) => ({
      ...each,
      path: at,
    }));
  if (change.kind === "message") return checkMessage(pack, item.base ?? item.inForce, { attribute, value }, at);
  const title = isObject(value) ? value : {};
  return ["zh-CN", "en"].flatMap((language) => {
    const text = textOf(title[language]).trim();
    return text !== "" && text.length <= 40
      ? []
      : [
          wrong(
            `${at}/${language}`,
            language === "en" ? "请填写英文名称（40 字以内）" : "请填写中文名称（40 字以内）",
            "expected a name of at most 40 characters",
          ),
        ];
  });
}

/** Only groups that the pack knows: a page of settings is no place for expressions. */
function checkRecipients(pack: ResolvedPack, value: Json, at: string): readonly Problem[] {
  const recipients = typeof value === "string" ? readRecipients(value) : undefined;
  if (recipients?.length === 0) return [wrong(at, "至少通知一个对象", "tell at least one group")];
  const known = knownRecipients(pack);
  if (recipients?.every((each) => known.includes(each)) === true) return [];
  return [wrong(at, "通知对象不正确，请从列表中选择", "the people to tell are not known: choose them from the list")];
}
