/**
 * Everything that can go wrong for a caller, in one table: code → HTTP status and a sentence in both languages.
 * `{name}` stands for a value given with the problem. Keep the table sorted.
 */
import type { Problem } from "../../engine/model/problem.ts";

interface Row {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

export const problemTable = {
  ACTION_NOT_ALLOWED: {
    status: 403,
    zh: "您的岗位不能进行此操作（{action}）。",
    en: "Your role does not allow this action ({action}).",
  },
  ATTACHMENT_ID_TAKEN: {
    status: 409,
    zh: "此附件编号已用于另一个文件。",
    en: "This attachment id is already used for another file.",
  },
  BODY_INVALID: { status: 422, zh: "提交的内容不符合要求：{first}", en: "The content does not fit: {first}" },
  BODY_KEY_REFUSED: { status: 400, zh: "内容里有不允许的键名 {key}。", en: "The content holds a refused key {key}." },
  BODY_NOT_JSON: { status: 400, zh: "内容不是正确的 JSON。", en: "The content is not well-formed JSON." },
  BODY_TOO_DEEP: { status: 400, zh: "内容嵌套超过 {limit} 层。", en: "The content is nested deeper than {limit}." },
  BODY_TOO_LARGE: { status: 413, zh: "内容超过 {limit}。", en: "The content is larger than {limit}." },
  BODY_TYPE_REFUSED: {
    status: 415,
    zh: "此接口只接受 {expected}。",
    en: "This address accepts {expected} only.",
  },
  CSRF_REFUSED: {
    status: 403,
    zh: "页面已过期，请刷新后重试。",
    en: "The page is out of date. Reload it and try again.",
  },
  FILE_MISSING: { status: 400, zh: "没有收到文件。", en: "No file was received." },
  FILE_TOO_LARGE: { status: 413, zh: "文件超过 {limit}。", en: "The file is larger than {limit}." },
  FILE_TYPE_REFUSED: {
    status: 415,
    zh: "只能上传 JPEG、PNG、WebP 图片或 PDF 文件。",
    en: "Only JPEG, PNG and WebP pictures and PDF files can be uploaded.",
  },
  INTERNAL: {
    status: 500,
    zh: "服务器出错，请稍后重试；报修时请提供请求编号。",
    en: "The server failed. Try again later; quote the request id when you report it.",
  },
  METHOD_NOT_ALLOWED: { status: 405, zh: "此地址不支持 {method}。", en: "This address does not support {method}." },
  NOT_FOUND: { status: 404, zh: "没有找到，或不在您的管辖范围内。", en: "Not found, or not within your units." },
  NOT_SIGNED_IN: { status: 401, zh: "请先登录。", en: "Sign in first." },
  ORIGIN_REFUSED: {
    status: 403,
    zh: "请求来自另一个网站，已拒绝。",
    en: "The request comes from another site and was refused.",
  },
  PASSWORD_TOO_WEAK: {
    status: 422,
    zh: "密码太弱：至少 10 个字符，包含大写、小写、数字、符号中的三类，且不含登录名。",
    en: "The password is too weak: at least 10 characters, three of upper case, lower case, digits and signs, without the login.",
  },
  PATH_INVALID: { status: 400, zh: "地址不正确。", en: "The address is not valid." },
  QUERY_INVALID: { status: 400, zh: "参数 {name} 不正确。", en: "The parameter {name} is wrong." },
  RATE_LIMITED: {
    status: 429,
    zh: "请求过于频繁，请稍后再试。",
    en: "Too many requests. Try again later.",
  },
  ROUTE_NOT_FOUND: { status: 404, zh: "没有这个接口。", en: "There is no such address." },
  SETUP_CODE_WRONG: {
    status: 403,
    zh: "初始化码不正确，请查看启动服务器的终端。",
    en: "The setup code is wrong. Look at the terminal that started the server.",
  },
  SETUP_DONE: {
    status: 409,
    zh: "系统已经初始化，请直接登录。",
    en: "The installation is already set up. Sign in.",
  },
  SIGN_IN_FAILED: { status: 401, zh: "登录名或密码不正确。", en: "The login or the password is wrong." },
  SIGN_IN_LOCKED: {
    status: 429,
    zh: "失败次数过多，请 15 分钟后再试。",
    en: "Too many failures. Try again in 15 minutes.",
  },
  TIMED_OUT: { status: 503, zh: "处理超时，请稍后重试。", en: "The request took too long. Try again later." },
  UNAVAILABLE: { status: 503, zh: "服务器正在停止，请稍后重试。", en: "The server is stopping. Try again later." },
  UPLOAD_BROKEN: {
    status: 400,
    zh: "上传的内容不完整或写法不对：只收一个名为 file 的文件。",
    en: 'The upload is incomplete or malformed: one file named "file" is expected.',
  },
} as const satisfies Readonly<Record<string, Row>>;

export type ProblemCode = keyof typeof problemTable;

type Values = Readonly<Record<string, string | number>>;
type Where = Pick<Problem, "path" | "elementId">;

const fill = (sentence: string, values: Values) =>
  sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));

/** A problem of the table, its sentences filled with `values`. */
export function problem(code: ProblemCode, values: Values = {}, where: Where = {}): Problem {
  const row = problemTable[code];
  return { code, zh: fill(row.zh, values), en: fill(row.en, values), ...where };
}

/** HTTP status of a code; a code that only the engine knows says that content does not fit: 422. */
export function statusOf(code: string): number {
  return Object.hasOwn(problemTable, code) ? problemTable[code as ProblemCode].status : 422;
}
