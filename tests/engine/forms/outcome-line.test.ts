import assert from "node:assert/strict";
import { outcomeLine } from "../../../engine/forms/index.ts";
import type { Form } from "../../../engine/model/form.ts";
import type { JsonObject } from "../../../engine/model/json.ts";
import { formOf } from "./form-of.ts";

const form: Form = {
  ...formOf(
    {
      properties: { decision: { type: "string", title: "签收意见", enum: ["accept", "return"] } },
      if: { properties: { decision: { const: "return" } } },
      then: {
        properties: {
          reason: { type: "string", title: "退回理由" },
          unit: { type: "string", title: "建议责任单位" },
          days: { type: "integer", title: "批准工作日" },
        },
      },
    },
    { en: { decision: { title: "Decision", options: { return: "Return it" } }, days: { title: "Days granted" } } },
  ),
  uiSchema: {
    "ui:summary": ["decision", "unit", "days", "reason"],
    decision: { "ui:enumNames": ["签收", "退回"] },
    unit: { "ui:widget": "unit" },
  },
};

const say = (data: JsonObject) => outcomeLine(form, data, (code) => ({ "zh-CN": `单位${code}`, en: `Unit ${code}` }));

describe("an outcome in one line", () => {
  it("says choices by their words in both languages, and the reason as it was written", () => {
    assert.deepEqual(say({ decision: "return", reason: " 人行道停车属城管执法范围 " }), {
      decided: { "zh-CN": "退回", en: "Return it" },
      note: "人行道停车属城管执法范围",
    });
  });

  it("names units, and numbers by their title", () => {
    assert.deepEqual(say({ unit: "xingfu", days: 3 }).decided, {
      "zh-CN": "单位xingfu，批准工作日 3",
      en: "Unit xingfu, Days granted 3",
    });
  });

  it("falls back on the Chinese word where there is no English one", () => {
    assert.deepEqual(say({ decision: "accept" }).decided, { "zh-CN": "签收", en: "签收" });
  });

  it("says nothing for a form that names nothing, for empty values and for codes it does not have", () => {
    assert.deepEqual(
      outcomeLine(formOf({}), { decision: "return" }, () => ({ "zh-CN": "" })),
      {},
    );
    assert.deepEqual(say({ decision: "", reason: "  " }), {});
    assert.deepEqual(say({ decision: "other" }), { note: "other" });
  });
});
