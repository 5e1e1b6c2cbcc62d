/**
 * Schema → JavaScript of its validators, by ajv standalone (decided.md 7). Runs in the worker only: ajv itself
 * calls schemas as trusted as code, and ours come from streets.
 */
import type { JsonObject } from "../../engine/model/json.ts";
import { hashForSchema, schemaParser } from "@rjsf/utils";
import { Ajv2020 } from "ajv/dist/2020.js";
import { _ } from "ajv/dist/compile/codegen/index.js";
import standalone from "ajv/dist/standalone/index.js";
import { formats } from "./formats.ts";
import { ownKeywords } from "./keywords.ts";
import { pattern } from "./pattern.ts";

// ajv copies this text into the code wherever a pattern is used.
const regExp = Object.assign((source: string) => pattern(source), { code: 'require("gridloom/pattern").pattern' });

/**
 * rjsf looks validators up by `$id` or by the hash of a sub-schema, and wants verbose errors for the titles.
 * The names of ajv's options are ajv's.
 */
function createAjv(schemas: readonly object[]): Ajv2020 {
  return new Ajv2020({
    schemas: [...schemas],
    formats: { ...formats },
    keywords: [...ownKeywords],
    allErrors: true,
    verbose: true,
    strictSchema: true,
    strictNumbers: true,
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    multipleOfPrecision: 8,
    addUsedSchema: false,
    code: { source: true, lines: true, regExp, formats: _`require("gridloom/formats").formats` },
  });
}

/**
 * CommonJS text that assigns each validator to `exports[key]`, rjsf's keys, and says which is the whole form's.
 * Throws when ajv refuses the schema.
 */
export function compileCode(schema: JsonObject): string {
  const rootKey = typeof schema["$id"] === "string" ? schema["$id"] : hashForSchema({ ...schema });
  const parsed = Object.values(schemaParser({ ...schema })) as readonly object[];
  return `${standalone.default(createAjv(parsed))}\nconst rootKey = ${JSON.stringify(rootKey)};`;
}
