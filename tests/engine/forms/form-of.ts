/** The small form that the tests of this room share. */
import type { Form, FormContext } from "../../../engine/model/form.ts";
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
