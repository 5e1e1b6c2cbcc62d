/** ajv as the server compiles forms, for tests that need a verdict and no server. */
import addFormats from "ajv-formats";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Validate } from "../../engine/model/form.ts";
import type { JsonObject } from "../../engine/model/json.ts";

const OWN = ["x-visible", "x-computed", "x-rules", "x-bind", "x-sensitivity", "x-purpose", "x-evidence"];

const compiled = new WeakMap<JsonObject, Validate>();

/** Strict, all errors, own keywords inert. Throws when the schema does not compile. */
export function validatorOf(schema: JsonObject): Validate {
  const known = compiled.get(schema) ?? compileOf(schema);
  compiled.set(schema, known);
  return known;
}

function compileOf(schema: JsonObject): Validate {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
  addFormats.default(ajv);
  for (const keyword of OWN) ajv.addKeyword(keyword);
  for (const format of ["attachment", "phone", "idNumber"]) ajv.addFormat(format, true);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}
