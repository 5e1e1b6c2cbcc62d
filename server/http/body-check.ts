/** Checks bodies (and, in tests, answers) against the contract's JSON Schemas with ajv. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Problem } from "../../engine/model/problem.ts";
import { schemas } from "../contract/schemas.ts";
import { problem } from "./problems.ts";

type Words = readonly [zh: string, en: string];
type Sentence = (params: Readonly<Record<string, unknown>>) => Words;

const sentences: Readonly<Record<string, Sentence>> = {
  required: () => ["缺少必填项", "a required field is missing"],
  additionalProperties: () => ["没有这个字段", "there is no such field"],
  type: ({ type }) => [`类型应为 ${String(type)}`, `expected the type ${String(type)}`],
  enum: ({ allowedValues }) => [`应为 ${String(allowedValues)} 之一`, `expected one of ${String(allowedValues)}`],
  const: ({ allowedValue }) => [`应为 ${String(allowedValue)}`, `expected ${String(allowedValue)}`],
  format: ({ format }) => [`格式应为 ${String(format)}`, `expected the format ${String(format)}`],
  pattern: () => ["写法不符合要求", "the spelling is not allowed"],
  minLength: ({ limit }) => [`至少 ${String(limit)} 个字`, `at least ${String(limit)} characters`],
  maxLength: ({ limit }) => [`至多 ${String(limit)} 个字`, `at most ${String(limit)} characters`],
  minimum: ({ limit }) => [`不小于 ${String(limit)}`, `not below ${String(limit)}`],
  maximum: ({ limit }) => [`不大于 ${String(limit)}`, `not above ${String(limit)}`],
  oneOf: () => ["不符合任何一种写法", "fits none of the allowed shapes"],
};

/** JSON Pointer of what is wrong; for a missing or unknown field, of that field. */
function pointer({ instancePath, params }: ErrorObject): string {
  const { missingProperty, additionalProperty } = params as Record<string, string | undefined>;
  const name = missingProperty ?? additionalProperty;
  return name === undefined ? instancePath || "/" : `${instancePath}/${name}`;
}

function toProblem(error: ErrorObject): Problem {
  const path = pointer(error).slice(0, 200);
  const [zh, en] = sentences[error.keyword]?.(error.params) ?? ["不符合要求", "does not fit"];
  return {
    code: `FIELD_${error.keyword.replace(/[A-Z]/g, "_$&").toUpperCase()}`,
    zh: `${path}：${zh}。`,
    en: `${path}: ${en}.`,
    path,
  };
}

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
addFormats.default(ajv);
ajv.addSchema({ $id: "contract", $defs: schemas });

/** Compiled when first asked for: all at once would cost the start a second. Throws for an unknown schema name. */
function checkOf(schemaName: string): ValidateFunction {
  if (!Object.hasOwn(schemas, schemaName)) throw new Error(`Expected a schema of the contract but got "${schemaName}"`);
  const check = ajv.getSchema(`contract#/$defs/${schemaName}`);
  if (check === undefined) throw new Error(`Expected the schema "${schemaName}" to compile`);
  return check as ValidateFunction;
}

const shown = 20;

/** Problems of a value against a schema of the contract: first a summary, then up to 20 fields. Throws for an unknown schema name. */
export function contractProblems(schemaName: string, value: unknown): readonly Problem[] {
  const check = checkOf(schemaName);
  if (check(value)) return [];
  const fields = (check.errors ?? []).slice(0, shown).map(toProblem);
  const [first] = fields;
  const words = { zh: first?.zh ?? "", en: first?.en ?? "" };
  const summary = problem("BODY_INVALID", {}, first?.path === undefined ? {} : { path: first.path });
  return [
    { ...summary, zh: summary.zh.replace("{first}", words.zh), en: summary.en.replace("{first}", words.en) },
    ...fields,
  ];
}
