/**
 * A validator's error as a sentence a grid worker understands: the field by its title, never a key, a pattern or English in zh-CN
 * (forms.md law 10). Which words fit depends on how the field is filled: one writes text, chooses options and takes photos.
 */
import type { Form } from "../../../server/contract/types.ts";
import type { Language } from "./environment.tsx";
import { isJson, saidOf, schemaAt, titleAt, uiAt, widgetOf } from "./schema.ts";
import { fillIn } from "./words.ts";

/** What ajv says about one place; `instancePath` is a JSON pointer. */
export interface RawError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly schemaPath?: string;
}

export interface FieldError {
  /** Dotted path of the field it is shown at; "" for the form as a whole. */
  readonly path: string;
  readonly text: string;
}

type Sentences = Readonly<Record<string, string>>;

const zh: Sentences = {
  write: "请填写“{title}”",
  choose: "请选择“{title}”",
  photo: "请拍摄“{title}”",
  locate: "请确定“{title}”",
  check: "请逐项检查“{title}”",
  minLength: "“{title}”至少写 {limit} 个字",
  maxLength: "“{title}”最多写 {limit} 个字",
  minimum: "“{title}”不能小于 {limit}",
  maximum: "“{title}”不能大于 {limit}",
  exclusiveMinimum: "“{title}”要大于 {limit}",
  exclusiveMaximum: "“{title}”要小于 {limit}",
  multipleOf: "“{title}”要是 {limit} 的整数倍",
  minPhotos: "“{title}”至少要 {limit} 张照片",
  maxPhotos: "“{title}”最多放 {limit} 张照片",
  minItems: "“{title}”至少要有 {limit} 条",
  maxItems: "“{title}”最多 {limit} 条",
  minChosen: "“{title}”至少选 {limit} 项",
  maxChosen: "“{title}”最多选 {limit} 项",
  uniqueItems: "“{title}”里有重复的内容",
  enum: "“{title}”要从给出的选项里选",
  confirm: "“{title}”选“是”后才能提交",
  number: "“{title}”要填数字",
  integer: "“{title}”要填整数",
  date: "请为“{title}”选择正确的日期",
  email: "“{title}”不是正确的邮箱地址",
  phone: "“{title}”应是 11 位手机号，或带区号的固定电话",
  idNumber: "“{title}”应是 18 位身份证号，最后一位可能是 X",
  pattern: "“{title}”写得不对，请核对",
  unknown: "有内容不属于这张表，请刷新页面后重新填写",
  other: "“{title}”填得不完整或有误，请核对",
  thisForm: "本表",
};

const en: Sentences = {
  write: "Fill in “{title}”",
  choose: "Choose “{title}”",
  photo: "Take a photo for “{title}”",
  locate: "Set “{title}”",
  check: "Check every item of “{title}”",
  minLength: "“{title}” needs at least {limit} characters",
  maxLength: "“{title}” may have at most {limit} characters",
  minimum: "“{title}” may not be less than {limit}",
  maximum: "“{title}” may not be more than {limit}",
  exclusiveMinimum: "“{title}” must be more than {limit}",
  exclusiveMaximum: "“{title}” must be less than {limit}",
  multipleOf: "“{title}” must be a multiple of {limit}",
  minPhotos: "“{title}” needs at least {limit} photos",
  maxPhotos: "“{title}” takes at most {limit} photos",
  minItems: "“{title}” needs at least {limit} entries",
  maxItems: "“{title}” takes at most {limit} entries",
  minChosen: "Choose at least {limit} for “{title}”",
  maxChosen: "Choose at most {limit} for “{title}”",
  uniqueItems: "“{title}” holds the same thing twice",
  enum: "Choose one of the options for “{title}”",
  confirm: "“{title}” must be answered with yes",
  number: "“{title}” must be a number",
  integer: "“{title}” must be a whole number",
  date: "Choose a correct date for “{title}”",
  email: "“{title}” is not a correct e-mail address",
  phone: "“{title}” must be an 11-digit mobile number, or a landline with area code",
  idNumber: "“{title}” must be an 18-digit identity number; the last may be X",
  pattern: "“{title}” is not written correctly. Check it",
  unknown: "Something does not belong to this form. Reload the page and fill it in again",
  other: "“{title}” is not complete or not correct. Check it",
  thisForm: "This form",
};

const sentences: Readonly<Record<Language, Sentences>> = { "zh-CN": zh, en };

const asking: Readonly<Record<string, string>> = {
  photos: "photo",
  position: "locate",
  place: "locate",
  checklist: "check",
  matter: "choose",
  radio: "choose",
  select: "choose",
  segmented: "choose",
  checkboxes: "choose",
  date: "choose",
  unit: "choose",
  checkbox: "choose",
  switch: "choose",
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
  const missing = error.keyword === "required" || error.keyword === "dependentRequired";
  const key = missing ? error.params["missingProperty"] : undefined;
  return typeof key === "string" ? [...steps(error.instancePath), key] : steps(error.instancePath);
}

function listSentence(keyword: string, widget: string | undefined): string {
  const isMinimum = keyword === "minItems";
  if (widget === "photos") return isMinimum ? "minPhotos" : "maxPhotos";
  if (widget === "checkboxes") return isMinimum ? "minChosen" : "maxChosen";
  return keyword;
}

/** The sentence's name for an error, by keyword and by how the field is filled. */
function sentenceOf(error: RawError, widget: string | undefined, schema: Readonly<Record<string, unknown>>): string {
  const ask = asking[widget ?? ""] ?? (schema["enum"] === undefined ? "write" : "choose");
  switch (error.keyword) {
    case "required":
    case "dependentRequired":
      return ask;
    case "minLength":
      return Number(error.params["limit"]) <= 1 ? ask : "minLength";
    case "minItems":
      return Number(error.params["limit"]) <= 1 && widget !== undefined ? ask : listSentence("minItems", widget);
    case "maxItems":
      return listSentence("maxItems", widget);
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
    case "maxLength":
    case "multipleOf":
    case "uniqueItems":
      return error.keyword;
    case "const":
      return schema["const"] === true ? "confirm" : "enum";
    case "enum":
      return "enum";
    case "type":
      return typeSentence(schema["type"], ask);
    case "pattern":
    case "format":
      return shapeSentence(widget, error.params["format"] ?? schema["format"]);
    case "additionalProperties":
    case "unevaluatedProperties":
      return "unknown";
    default:
      return "other";
  }
}

function typeSentence(type: unknown, ask: string): string {
  return type === "integer" || type === "number" ? type : ask;
}

function shapeSentence(widget: string | undefined, format: unknown): string {
  if (widget === "phone" || widget === "idNumber") return widget;
  return format === "date" || format === "email" || format === "phone" || format === "idNumber" ? format : "pattern";
}

/** A form's own words for a keyword at an item, where the pack gives them. */
function ownSentence(form: Form, item: string, keyword: string, language: Language): string | undefined {
  const errors = saidOf(form, language, item)["errors"];
  const text = isJson(errors) ? errors[keyword] : undefined;
  return typeof text === "string" ? text : undefined;
}

/** Branch keywords only say that some branch failed; the branch's own errors say what. */
const onlyBranches = new Set(["if", "anyOf", "oneOf", "allOf", "not", "then", "else", "$ref"]);

function describe(form: Form, error: RawError, language: Language): FieldError {
  const path = placeOf(error);
  const words = sentences[language];
  const widget = widgetOf(uiAt(form.uiSchema, path));
  const name = sentenceOf(error, widget, schemaAt(form.schema, path) ?? {});
  const own = ownSentence(form, path.slice(-1)[0] ?? "", error.keyword, language);
  const title = titleAt(form, path, language) || titleAt(form, path.slice(0, -1), language) || words["thisForm"];
  const values = { title: title ?? "", limit: String(error.params["limit"] ?? error.params["multipleOf"] ?? "") };
  return { path: path.join("."), text: fillIn(own ?? words[name] ?? words["other"] ?? "", values) };
}

/** One sentence per field, in the order the form shows its fields. `order` lists top-level keys. */
export function sayErrors(
  form: Form,
  errors: readonly RawError[],
  language: Language,
  order: readonly string[] = [],
): readonly FieldError[] {
  const telling = errors.filter((error) => !onlyBranches.has(error.keyword));
  const said = new Map<string, FieldError>();
  for (const error of telling.length > 0 ? telling : errors) {
    const one = describe(form, error, language);
    if (!said.has(one.path)) said.set(one.path, one);
  }
  const rank = (path: string) => {
    const at = order.indexOf(path.split(".")[0] ?? "");
    return at === -1 ? order.length : at;
  };
  return [...said.values()].sort((left, right) => rank(left.path) - rank(right.path));
}
