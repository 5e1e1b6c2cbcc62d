/**
 * What a form's schema may be before anything compiles it (S3–S5): bounded in size, depth and breadth, closed
 * in its keywords and formats, self-contained in its references, and with expressions that run in linear time.
 */
import type { JsonObject } from "../../engine/model/json.ts";
import type { Problem } from "../../engine/model/problem.ts";
import { formats } from "./formats.ts";
import { knownKeywords, listKeywords, mapKeywords, schemaKeywords } from "./keywords.ts";
import { pattern } from "./pattern.ts";

export const limits = {
  bytes: 262_144,
  depth: 32,
  fields: 1000,
  patterns: 200,
  nesting: 5,
  nodes: 10_000,
  patternLength: 1000,
};

type Schema = Readonly<Record<string, unknown>>;

interface Place {
  readonly path: string;
  readonly depth: number;
  /** How many anyOf, oneOf and allOf stand above. */
  readonly nesting: number;
}

interface Walk {
  readonly problems: Problem[];
  fields: number;
  patterns: number;
}

const enough = 20;

function report(walk: Walk, code: string, path: string, zh: string, en: string): void {
  if (walk.problems.length < enough) walk.problems.push({ code, zh, en, path: path.slice(0, 200) || "/" });
}

export const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const escape = (key: string) => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** The schemas directly inside one: where they stand and whether they are alternatives. */
export function childrenOf(
  schema: Schema,
): readonly { readonly at: string; readonly schema: unknown; readonly isBranch: boolean }[] {
  return Object.entries(schema).flatMap(([key, value]) => {
    if (schemaKeywords.has(key)) return [{ at: `/${key}`, schema: value, isBranch: false }];
    if (listKeywords.has(key) && Array.isArray(value))
      return value.map((each: unknown, index) => ({
        at: `/${key}/${index}`,
        schema: each,
        isBranch: key !== "prefixItems",
      }));
    if (mapKeywords.has(key) && isSchema(value))
      return Object.entries(value).map(([name, each]) => ({
        at: `/${key}/${escape(name)}`,
        schema: each,
        isBranch: false,
      }));
    return [];
  });
}

function checkKeywords(schema: Schema, { path, depth }: Place, walk: Walk): void {
  for (const key of Object.keys(schema)) {
    if (knownKeywords.has(key) && !(key === "$id" && depth > 0)) continue;
    report(
      walk,
      "FORM_KEYWORD_REFUSED",
      `${path}/${escape(key)}`,
      `表单不支持关键字 ${key}。`,
      `A form may not use the keyword ${key}.`,
    );
  }
  const { $schema, $id } = schema;
  if ($schema !== undefined && $schema !== "https://json-schema.org/draft/2020-12/schema")
    report(
      walk,
      "FORM_DRAFT_REFUSED",
      `${path}/$schema`,
      "表单只支持 JSON Schema 2020-12。",
      "Only JSON Schema 2020-12 is supported.",
    );
  if ($id !== undefined && !(typeof $id === "string" && /^[A-Za-z][\w-]{0,63}$/.test($id)))
    report(
      walk,
      "FORM_ID_REFUSED",
      `${path}/$id`,
      "$id 只能是字母、数字、下划线和连字符。",
      "$id may hold letters, digits, _ and - only.",
    );
}

function checkReference(schema: Schema, { path }: Place, walk: Walk): void {
  const { $ref } = schema;
  if ($ref === undefined || (typeof $ref === "string" && /^#(\/|$)/.test($ref))) return;
  report(
    walk,
    "FORM_REF_REFUSED",
    `${path}/$ref`,
    "$ref 只能指向本表单之内（#/…）。",
    "$ref may point inside this form only (#/…).",
  );
}

function checkFormat(schema: Schema, { path }: Place, walk: Walk): void {
  const { format } = schema;
  if (format === undefined || (typeof format === "string" && Object.hasOwn(formats, format))) return;
  report(
    walk,
    "FORM_FORMAT_UNKNOWN",
    `${path}/format`,
    `没有格式 ${JSON.stringify(format)}。`,
    `There is no format ${JSON.stringify(format)}.`,
  );
}

function checkExpression(source: unknown, path: string, walk: Walk): void {
  walk.patterns++;
  if (typeof source !== "string" || source.length > limits.patternLength)
    return report(walk, "FORM_PATTERN_REFUSED", path, "正则表达式过长。", "The expression is too long.");
  try {
    pattern(source);
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    report(
      walk,
      "FORM_PATTERN_REFUSED",
      path,
      `正则表达式不能用（不支持环视、反向引用等会拖垮服务器的写法）：${why}`,
      `The expression cannot be used (look-around and back references are refused): ${why}`,
    );
  }
}

function checkExpressions(schema: Schema, { path }: Place, walk: Walk): void {
  if (schema["pattern"] !== undefined) {
    checkExpression(schema["pattern"], `${path}/pattern`, walk);
    if (typeof schema["maxLength"] !== "number")
      report(
        walk,
        "FORM_PATTERN_UNBOUNDED",
        `${path}/pattern`,
        "有 pattern 的字段须同时写 maxLength。",
        "A field with a pattern needs maxLength.",
      );
  }
  if (isSchema(schema["patternProperties"]))
    Object.keys(schema["patternProperties"]).forEach((source) =>
      checkExpression(source, `${path}/patternProperties`, walk),
    );
  if (schema["uniqueItems"] === true && typeof schema["maxItems"] !== "number")
    report(
      walk,
      "FORM_LIST_UNBOUNDED",
      `${path}/uniqueItems`,
      "要求不重复的列表须同时写 maxItems。",
      "A list of unique items needs maxItems.",
    );
}

/** `$data` would let submitted values choose patterns and limits. */
function checkPlainValues(schema: Schema, { path }: Place, walk: Walk): void {
  for (const [key, value] of Object.entries(schema)) {
    if (isSchema(value) && "$data" in value && !mapKeywords.has(key))
      report(walk, "FORM_DATA_REF_REFUSED", `${path}/${escape(key)}`, "不支持 $data。", "$data is not supported.");
  }
}

function visit(value: unknown, place: Place, walk: Walk): void {
  if (typeof value === "boolean") return;
  if (!isSchema(value))
    return report(walk, "FORM_SCHEMA_INVALID", place.path, "此处应是一个 schema。", "Expected a schema here.");
  if (place.depth > limits.depth)
    return report(
      walk,
      "FORM_TOO_DEEP",
      place.path,
      `嵌套超过 ${limits.depth} 层。`,
      `Nested deeper than ${limits.depth}.`,
    );
  if (place.nesting > limits.nesting)
    return report(
      walk,
      "FORM_TOO_BRANCHED",
      place.path,
      `anyOf、oneOf、allOf 嵌套超过 ${limits.nesting} 层。`,
      `anyOf, oneOf and allOf are nested deeper than ${limits.nesting}.`,
    );
  checkKeywords(value, place, walk);
  checkReference(value, place, walk);
  checkFormat(value, place, walk);
  checkExpressions(value, place, walk);
  checkPlainValues(value, place, walk);
  if (isSchema(value["properties"])) walk.fields += Object.keys(value["properties"]).length;
  for (const child of childrenOf(value))
    visit(
      child.schema,
      { path: place.path + child.at, depth: place.depth + 1, nesting: place.nesting + Number(child.isBranch) },
      walk,
    );
}

/** Depth of plain JSON, cut off just above the limit; schemas count two levels for each schema level. */
function isTooDeep(value: unknown, left: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((child) => isTooDeep(child, left - 1));
}

function checkCounts(walk: Walk): void {
  if (walk.fields > limits.fields)
    report(walk, "FORM_TOO_MANY_FIELDS", "", `字段超过 ${limits.fields} 个。`, `More than ${limits.fields} fields.`);
  if (walk.patterns > limits.patterns)
    report(
      walk,
      "FORM_TOO_MANY_PATTERNS",
      "",
      `正则表达式超过 ${limits.patterns} 个。`,
      `More than ${limits.patterns} expressions.`,
    );
}

/** Problems of a schema that must be solved before it is compiled; empty when it may be. Never throws. */
export function schemaProblems(schema: JsonObject): readonly Problem[] {
  const walk: Walk = { problems: [], fields: 0, patterns: 0 };
  if (Buffer.byteLength(JSON.stringify(schema)) > limits.bytes)
    report(walk, "FORM_TOO_LARGE", "", "表单定义超过 256 KiB。", "The form's schema is larger than 256 KiB.");
  else if (isTooDeep(schema, limits.depth * 3))
    report(walk, "FORM_TOO_DEEP", "", `嵌套超过 ${limits.depth} 层。`, `Nested deeper than ${limits.depth}.`);
  else {
    visit(schema, { path: "", depth: 0, nesting: 0 }, walk);
    checkCounts(walk);
  }
  return walk.problems;
}
