/**
 * A validator's findings as a grid worker is told them: at the field, by its title, never by a key, a pattern or English in zh-CN
 * (forms.md law 10). The sentences are the engine's, so that phone and server say the same; how one is asked to fill an empty field
 * depends on its widget: one takes photos, chooses matters and finds positions.
 */
import { sentenceFor } from "../../../engine/forms/sentences.ts";
import type { JsonObject } from "../../../engine/model/json.ts";
import type { Form } from "../../../server/contract/types.ts";
import type { Language } from "./words.ts";
import { isJson, saidOf, schemaAt, titleAt, uiAt, widgetOf } from "./schema.ts";
import { fillIn } from "./words.ts";

/** What ajv says about one place; `instancePath` is a JSON pointer. */
export interface RawError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface FieldError {
  /** Dotted path of the field it is shown at; "" for the form as a whole. */
  readonly path: string;
  readonly text: string;
}

type Ask = "photo" | "locate" | "check" | "choose";

const asks: Readonly<Record<Language, Readonly<Record<Ask | "checkMore" | "unknown" | "form", string>>>> = {
  "zh-CN": {
    photo: "请拍摄“{title}”",
    locate: "请确定“{title}”",
    check: "请逐项检查“{title}”",
    checkMore: "“{title}”还有 {n} 项没有检查",
    choose: "请选择“{title}”",
    unknown: "有内容不属于这张表，请刷新页面后重新填写",
    form: "本表",
  },
  en: {
    photo: "Take a photo for “{title}”",
    locate: "Set “{title}”",
    check: "Check every item of “{title}”",
    checkMore: "{n} items of “{title}” are not checked yet",
    choose: "Choose “{title}”",
    unknown: "Something does not belong to this form. Reload the page and fill it in again",
    form: "This form",
  },
};

const asking: Readonly<Record<string, Ask>> = {
  photos: "photo",
  position: "locate",
  place: "locate",
  checklist: "check",
  matter: "choose",
  unit: "choose",
  radio: "choose",
  select: "choose",
  segmented: "choose",
  checkboxes: "choose",
  switch: "choose",
  date: "choose",
};

const steps = (pointer: string): readonly string[] =>
  pointer === ""
    ? []
    : pointer
        .slice(1)
        .split("/")
        .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** Where the error belongs: a missing property is shown at the property, not at what should hold it. */
function placeOf(error: RawError): readonly string[] {
  const key = error.params["missingProperty"];
  return typeof key === "string" ? [...steps(error.instancePath), key] : steps(error.instancePath);
}

/** Keywords that say "this is still empty". */
function isEmpty({ keyword, params }: RawError): boolean {
  if (keyword === "required" || keyword === "dependentRequired") return true;
  return (keyword === "minLength" || keyword === "minItems") && Number(params["limit"]) <= 1;
}

const isUnknown = (error: RawError): boolean =>
  error.keyword === "additionalProperties" || error.keyword === "unevaluatedProperties";

/** A form's own words for a keyword at an item, where the pack gives them. */
function ownSentence(form: Form, item: string, keyword: string, language: Language): string | undefined {
  const errors = saidOf(form, language, item)["errors"];
  const text = isJson(errors) ? errors[keyword] : undefined;
  return typeof text === "string" ? text : undefined;
}

function sentence(form: Form, path: readonly string[], error: RawError, language: Language): string {
  const words = asks[language];
  if (isUnknown(error)) return words.unknown;
  const title = titleAt(form, path, language) || titleAt(form, path.slice(0, -1), language) || words.form;
  const own = ownSentence(form, path.slice(-1)[0] ?? "", error.keyword, language);
  if (own !== undefined) return fillIn(own, { title });
  const ask = isEmpty(error) ? asking[widgetOf(uiAt(form.uiSchema, path)) ?? ""] : undefined;
  if (ask !== undefined) return fillIn(words[ask], { title });
  // An `if` hidden in a list item has no schema at the path; the sentence then says only the title.
  const field = (schemaAt(form.schema, path) ?? {}) as JsonObject;
  const said = sentenceFor({ ...error, keyword: isEmpty(error) ? "required" : error.keyword }, field, {
    "zh-CN": title,
    en: title,
  });
  return language === "en" ? (said.en ?? said["zh-CN"]) : said["zh-CN"];
}

/** What an error inside something is inside of: "居民楼内生产加工：请填写“问题描述”". */
function within(form: Form, path: readonly string[], language: Language): string {
  if (path.length < 2) return "";
  const title = titleAt(form, path.slice(0, -1), language);
  if (title === "") return "";
  return language === "en" ? `${title}: ` : `${title}：`;
}

/** The checklist in which this error says that an item has no answer yet. */
function uncheckedIn(form: Form, path: readonly string[], error: RawError): string | undefined {
  const [list = "", , part] = path;
  if (widgetOf(uiAt(form.uiSchema, [list])) !== "checklist" || !isEmpty(error) || path.length < 2) return undefined;
  return part === undefined || part === "result" ? list : undefined;
}

/** A list not gone through is one thing to do, not one per item; it leads to the first item without an answer. */
function withoutRepeats(form: Form, errors: readonly PlacedError[], language: Language): readonly FieldError[] {
  const lists = new Map<string, PlacedError[]>();
  const others: FieldError[] = [];
  for (const one of errors) {
    const list = uncheckedIn(form, one.place, one.error);
    if (list === undefined) others.push({ path: one.place.join("."), text: one.text });
    else lists.set(list, [...(lists.get(list) ?? []), one]);
  }
  const told = [...lists].map(([list, found]) => ({
    path: found[0]?.place.slice(0, 2).join(".") ?? list,
    text: fillIn(asks[language].checkMore, { title: titleAt(form, [list], language), n: found.length }),
  }));
  return [...others, ...told];
}

interface PlacedError {
  readonly place: readonly string[];
  readonly error: RawError;
  readonly text: string;
}

/** Branch keywords only say that some branch failed; the branch's own errors say what. */
const branches = new Set(["if", "anyOf", "oneOf", "allOf", "not", "then", "else", "$ref"]);

/**
 * What is worth saying. A failed branch evaluates nothing (JSON Schema 2020-12 §10.2), so its own fields turn up as "unevaluated"
 * beside the true reason; that is said only when nothing else is.
 */
function telling(errors: readonly RawError[]): readonly RawError[] {
  const own = errors.filter((error) => !branches.has(error.keyword));
  const known = own.filter((error) => !isUnknown(error));
  if (known.length > 0) return known;
  return own.length > 0 ? own : errors;
}

/** One sentence per field, in the order the form shows its fields. `order` lists top-level keys. */
export function sayErrors(
  form: Form,
  errors: readonly RawError[],
  language: Language,
  order: readonly string[] = [],
): readonly FieldError[] {
  const said = new Map<string, PlacedError>();
  for (const error of telling(errors)) {
    const place = placeOf(error);
    const text = `${within(form, place, language)}${sentence(form, place, error, language)}`;
    if (!said.has(place.join("."))) said.set(place.join("."), { place, error, text });
  }
  const rank = (path: string) => {
    const at = order.indexOf(path.split(".")[0] ?? "");
    return at === -1 ? order.length : at;
  };
  return [...withoutRepeats(form, [...said.values()], language)].sort(
    (left, right) => rank(left.path) - rank(right.path),
  );
}
