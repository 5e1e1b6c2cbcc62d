/** A validator's finding as a grid worker would be told it: no keyword, no expression, no key (screens.md). */
import type { SchemaError } from "../model/form.ts";
import type { JsonObject } from "../model/json.ts";
import type { Title } from "../model/title.ts";
import { objectOf } from "./schema.ts";

type Say = (zh: string, en: string, params: Readonly<Record<string, unknown>>, field: JsonObject) => Title;

const said = (zh: string, en: string): Title => ({ "zh-CN": zh, en });
const limitOf = (params: Readonly<Record<string, unknown>>): string => String(params["limit"]);

const SAY: Readonly<Record<string, Say>> = {
  required: (zh, en, _params, field) => sayMissing(zh, en, field),
  minLength: (zh, en, params, field) =>
    params["limit"] === 1
      ? sayMissing(zh, en, field)
      : said(`“${zh}”至少写 ${limitOf(params)} 个字`, `"${en}" needs at least ${limitOf(params)} characters`),
  maxLength: (zh, en, params) =>
    said(`“${zh}”最多写 ${limitOf(params)} 个字`, `"${en}" takes at most ${limitOf(params)} characters`),
  minimum: (zh, en, params) =>
    said(`“${zh}”不能小于 ${limitOf(params)}`, `"${en}" must not be below ${limitOf(params)}`),
  maximum: (zh, en, params) =>
    said(`“${zh}”不能大于 ${limitOf(params)}`, `"${en}" must not be above ${limitOf(params)}`),
  exclusiveMinimum: (zh, en, params) =>
    said(`“${zh}”应大于 ${limitOf(params)}`, `"${en}" must be above ${limitOf(params)}`),
  exclusiveMaximum: (zh, en, params) =>
    said(`“${zh}”应小于 ${limitOf(params)}`, `"${en}" must be below ${limitOf(params)}`),
  multipleOf: (zh, en, params) =>
    said(
      `“${zh}”应为 ${String(params["multipleOf"])} 的倍数`,
      `"${en}" must be a multiple of ${String(params["multipleOf"])}`,
    ),
  minItems: (zh, en, params, field) =>
    said(`“${zh}”至少 ${limitOf(params)} ${unitOf(field)}`, `"${en}" needs at least ${limitOf(params)}`),
  maxItems: (zh, en, params, field) =>
    said(`“${zh}”最多 ${limitOf(params)} ${unitOf(field)}`, `"${en}" takes at most ${limitOf(params)}`),
  uniqueItems: (zh, en) => said(`“${zh}”中有重复的内容`, `"${en}" has something twice`),
  enum: (zh, en) => said(`“${zh}”请从列出的选项中选择`, `Choose "${en}" from the list`),
  const: (zh, en, params) =>
    params["allowedValue"] === true
      ? said(`请确认“${zh}”`, `Please confirm "${en}"`)
      : said(`“${zh}”填写有误`, `"${en}" is not right`),
  type: (zh, en, params) => sayType(zh, en, params["type"]),
  format: (zh, en, params) => sayFormat(zh, en, params["format"]),
  pattern: (zh, en) => said(`“${zh}”的格式不正确`, `"${en}" is not written as expected`),
  additionalProperties: (zh, en) => said(`表单中没有“${zh}”这一项`, `The form has no "${en}"`),
  unevaluatedProperties: (zh, en) => said(`表单中没有“${zh}”这一项`, `The form has no "${en}" here`),
};

export function sentenceFor({ keyword, params }: SchemaError, field: JsonObject, title: Title): Title {
  const zh = title["zh-CN"];
  const en = title.en ?? zh;
  const say = Object.hasOwn(SAY, keyword) ? SAY[keyword] : undefined;
  return say === undefined
    ? said(`“${zh}”填写有误，请检查`, `"${en}" is not right, please check`)
    : say(zh, en, params, field);
}

/** What to do about an empty field depends on how it is filled. */
function sayMissing(zh: string, en: string, field: JsonObject): Title {
  if (holdsFiles(field)) return said(`请添加“${zh}”`, `Add "${en}"`);
  const isChoice =
    field["enum"] !== undefined || objectOf(field["items"])["enum"] !== undefined || field["type"] === "object";
  if (field["type"] === "boolean") return said(`请确认“${zh}”`, `Please confirm "${en}"`);
  return isChoice ? said(`请选择“${zh}”`, `Choose "${en}"`) : said(`请填写“${zh}”`, `Fill in "${en}"`);
}

function holdsFiles(field: JsonObject): boolean {
  return field["format"] === "attachment" || objectOf(field["items"])["format"] === "attachment";
}

function unitOf(field: JsonObject): string {
  return holdsFiles(field) ? "张" : "项";
}

const TYPES: Readonly<Record<string, Title>> = {
  string: said("文字", "text"),
  number: said("数字", "a number"),
  integer: said("整数", "a whole number"),
  boolean: said("是或否", "yes or no"),
  array: said("列表", "a list"),
  object: said("一组内容", "a group of answers"),
};

function sayType(zh: string, en: string, type: unknown): Title {
  const expected = TYPES[String(type)] ?? said("其他内容", "something else");
  return said(`“${zh}”应为${expected["zh-CN"]}`, `"${en}" must be ${expected.en ?? ""}`);
}

const FORMATS: Readonly<Record<string, Title>> = {
  phone: said("电话号码", "telephone number"),
  mobile: said("手机号", "mobile number"),
  idNumber: said("身份证号", "identity number"),
  creditCode: said("统一社会信用代码", "credit code"),
  postcode: said("邮政编码", "postcode"),
  email: said("邮箱地址", "e-mail address"),
  date: said("日期", "date"),
  time: said("时间", "time"),
  "date-time": said("日期和时间", "date and time"),
  month: said("月份", "month"),
  uri: said("网址", "web address"),
};

function sayFormat(zh: string, en: string, format: unknown): Title {
  if (format === "attachment")
    return said(`“${zh}”中的附件无效，请重新添加`, `A file of "${en}" is not valid, please add it again`);
  const expected = Object.hasOwn(FORMATS, String(format)) ? FORMATS[String(format)] : undefined;
  if (expected === undefined) return said(`“${zh}”的格式不正确`, `"${en}" is not written as expected`);
  return said(`“${zh}”不是正确的${expected["zh-CN"]}，请核对`, `"${en}" is not a valid ${expected.en ?? ""}`);
}
