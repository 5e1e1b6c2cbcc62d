/** The small form and the compiled validator that the tests of this room share. */
import addFormats from "ajv-formats";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Form, FormContext, Validate } from "../../../engine/model/form.ts";
import type { JsonObject } from "../../../engine/model/json.ts";

export const context: FormContext = { now: "2026-03-02T01:30:00.000Z", timeZone: "Asia/Shanghai" };

export function formOf(schema: JsonObject, messages: JsonObject = {}): Form {
  return {
    key: "sample",
    title: { "zh-CN": "样表", en: "Sample" },
    schema: { type: "object", ...schema },
    uiSchema: {},
    messages,
  };
}

/** ajv as the server compiles it, own keywords inert. */
export function validatorOf(schema: JsonObject): Validate {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
  addFormats.default(ajv);
  for (const keyword of ["x-visible", "x-computed", "x-rules", "x-bind", "x-sensitivity", "x-purpose", "x-evidence"])
    ajv.addKeyword(keyword);
  for (const format of ["attachment", "phone", "idNumber"]) ajv.addFormat(format, true);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}
