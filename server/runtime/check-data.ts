/** Checks filled-in data against its form: every fault at its field, in the field's own words. */
import type { ErrorObject } from "ajv";
import type { Json, JsonObject } from "../../engine/model/json.ts";
import type { Problem } from "../../engine/model/problem.ts";
import type { PublishedForm } from "./catalogue-type.ts";
import type { RuntimeContext } from "./context.ts";

type Words = readonly [zh: string, en: string];
type Sentence = (params: Readonly<Record<string, unknown>>) => Words;

const sentences: Readonly<Record<string, Sentence>> = {
  required: () => ["为必填项", "is required"],
  additionalProperties: () => ["不是此表单的内容", "is not part of this form"],
  unevaluatedProperties: () => ["不是此表单的内容", "is not part of this form"],
  type: () => ["填写的类型不对", "has the wrong type"],
  enum: () => ["须从给出的选项中选择", "must be one of the choices"],
  const: () => ["须从给出的选项中选择", "must be one of the choices"],
  format: () => ["格式不正确", "has the wrong format"],
  pattern: () => ["格式不正确", "has the wrong format"],
  minLength: ({ limit }) => [`至少填写 ${String(limit)} 个字`, `needs at least ${String(limit)} characters`],
  maxLength: ({ limit }) => [`最多填写 ${String(limit)} 个字`, `takes at most ${String(limit)} characters`],
  minItems: ({ limit }) => [`至少 ${String(limit)} 项`, `needs at least ${String(limit)} entries`],
  maxItems: ({ limit }) => [`最多 ${String(limit)} 项`, `takes at most ${String(limit)} entries`],
  uniqueItems: () => ["有重复的内容", "has an entry twice"],
  minimum: ({ limit }) => [`不能小于 ${String(limit)}`, `must not be below ${String(limit)}`],
  maximum: ({ limit }) => [`不能大于 ${String(limit)}`, `must not be above ${String(limit)}`],
  exclusiveMinimum: ({ limit }) => [`须大于 ${String(limit)}`, `must be above ${String(limit)}`],
  exclusiveMaximum: ({ limit }) => [`须小于 ${String(limit)}`, `must be below ${String(limit)}`],
  multipleOf: ({ multipleOf }) => [`须为 ${String(multipleOf)} 的倍数`, `must be a multiple of ${String(multipleOf)}`],
};

/** What only says that a branch did not hold; the faults inside the branch are listed themselves. */
const containers: ReadonlySet<string> = new Set(["if", "allOf", "anyOf", "oneOf", "not", "$ref"]);
const MOST = 30;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Titles of a schema's items by id, at any depth; the first one found counts. */
function titlesOf(schema: Json, titles = new Map<string, string>()): ReadonlyMap<string, string> {
  if (Array.isArray(schema)) for (const part of schema as readonly Json[]) titlesOf(part, titles);
  if (!isObject(schema)) return titles;
  const { properties } = schema;
  if (isObject(properties))
    for (const [item, each] of Object.entries(properties))
      if (isObject(each) && typeof each["title"] === "string" && !titles.has(item)) titles.set(item, each["title"]);
  for (const part of Object.values(schema)) titlesOf(part, titles);
  return titles;
}

/** JSON Pointer of the field at fault: for a missing or unknown one, of that field itself. */
function pointerOf({ instancePath, params }: ErrorObject): string {
  const { missingProperty, additionalProperty, unevaluatedProperty } = params as Record<string, string | undefined>;
  const name = missingProperty ?? additionalProperty ?? unevaluatedProperty;
  return name === undefined ? instancePath || "/" : `${instancePath}/${name}`;
}

function englishTitle(form: PublishedForm, item: string): string | undefined {
  const english = form.messages["en"];
  const entry = isObject(english) ? english[item] : undefined;
  const title = isObject(entry) ? entry["title"] : entry;
  return typeof title === "string" ? title : undefined;
}

function toProblem(form: PublishedForm, titles: ReadonlyMap<string, string>, error: ErrorObject): Problem {
  const path = pointerOf(error).slice(0, 200);
  const item = path.split("/").findLast((part) => part !== "" && !/^\d+$/.test(part)) ?? "";
  const [zh, en] = sentences[error.keyword]?.(error.params) ?? ["填写不符合要求", "does not fit"];
  const title = titles.get(item) ?? "此项";
  return {
    code: `FIELD_${error.keyword.replace(/[A-Z]/g, "_$&").toUpperCase()}`,
    zh: `“${title}”${zh}。`,
    en: `"${englishTitle(form, item) ?? title}" ${en}.`,
    path,
  };
}

/** Out: no problem when the data may be accepted; at most thirty, the first at each field. */
export async function dataProblems(
  context: Pick<RuntimeContext, "catalogue">,
  form: PublishedForm,
  data: JsonObject,
): Promise<readonly Problem[]> {
  const compiled = await context.catalogue.compiled(form);
  const errors = compiled.validate(data).filter((error) => !containers.has(error.keyword));
  if (errors.length === 0) return [];
  const titles = titlesOf(form.schema);
  const byPath = new Map<string, Problem>();
  for (const error of errors.slice(0, MOST)) {
    const problem = toProblem(form, titles, error);
    if (!byPath.has(problem.path ?? "")) byPath.set(problem.path ?? "", problem);
  }
  return [...byPath.values()];
}
