import assert from "node:assert/strict";
import type { JsonObject } from "../../../engine/model/json.ts";
import { checkSubmission, prepareSubmission } from "../../../engine/forms/index.ts";
import { validatorOf } from "../../support/validator.ts";
import { context, formOf } from "./form-of.ts";

const signing = formOf(
  {
    properties: { decision: { type: "string", title: "签收意见", enum: ["accept", "return"] } },
    required: ["decision"],
    if: { properties: { decision: { const: "return" } }, required: ["decision"] },
    // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word
    then: {
      properties: {
        reason: { type: "string", title: "退回理由", minLength: 5, maxLength: 300 },
        photos: { type: "array", title: "照片", minItems: 1, items: { type: "string", format: "attachment" } },
      },
      required: ["reason"],
    },
    unevaluatedProperties: false,
  },
  { en: { decision: { title: "Decision" }, reason: { title: "Reason", errors: { minLength: "Say a little more" } } } },
);
const validate = validatorOf(signing.schema);
const check = (data: JsonObject) => checkSubmission(signing, data, validate, context);

describe("checkSubmission", () => {
  it("accepts what fits", () => {
    assert.deepEqual(check({ decision: "accept" }), []);
    assert.deepEqual(check({ decision: "return", reason: "不属于本单位职责" }), []);
  });

  it("names the missing field by its title, with its place", () => {
    assert.deepEqual(check({}), [
      { code: "FORM_REQUIRED", zh: "请选择“签收意见”", en: 'Choose "Decision"', path: "/decision" },
    ]);
    assert.equal(check({ decision: "return" })[0]?.zh, "请填写“退回理由”");
  });

  it("does not blame the good answers of a branch for its one bad answer", () => {
    const problems = check({ decision: "return", photos: ["a"] });
    assert.deepEqual(
      problems.map(({ path }) => path),
      ["/reason"],
    );
  });

  it("uses the form's own wording where there is one", () => {
    const [problem] = check({ decision: "return", reason: "不是" });
    assert.equal(problem?.zh, "“退回理由”至少写 5 个字");
    assert.equal(problem?.en, "Say a little more");
  });

  it("refuses a field that the form does not have", () => {
    assert.deepEqual(
      check({ decision: "accept", extra: 1 }).map(({ code, path }) => [code, path]),
      [["FORM_UNEVALUATED_PROPERTIES", "/extra"]],
    );
  });

  it("speaks of photos in sheets and of a wrong type in words", () => {
    assert.equal(check({ decision: "return", reason: "不属于本单位", photos: [] })[0]?.zh, "“照片”至少 1 张");
    assert.equal(check({ decision: 1 })[0]?.zh, "“签收意见”应为文字");
  });

  it("escapes a property name in the pointer", () => {
    assert.equal(check({ decision: "accept", "a/b~c": 1 })[0]?.path, "/a~1b~0c");
  });

  it("asks the rules across fields only when every field is right", () => {
    const dated = formOf({
      properties: { from: { type: "integer", title: "起" }, to: { type: "integer", title: "止" } },
      required: ["from"],
      additionalProperties: false,
      "x-rules": [{ id: "order", item: "to", test: "to = null or from <= to", message: "止不能早于起" }],
    });
    const rules = validatorOf(dated.schema);
    assert.deepEqual(checkSubmission(dated, { from: 2, to: 1 }, rules, context), [
      { code: "FORM_RULE", zh: "止不能早于起", en: "The answers do not fit together, please check", path: "/to" },
    ]);
    assert.deepEqual(checkSubmission(dated, { from: 2, to: 3 }, rules, context), []);
    assert.equal(checkSubmission(dated, { to: 1 }, rules, context)[0]?.code, "FORM_REQUIRED");
  });
});

describe("prepareSubmission", () => {
  it("drops what does not show and keeps what the form does not know, so that it is refused", () => {
    const prepared = prepareSubmission(signing, { decision: "accept", reason: "写过又改主意", extra: 1 }, context);
    assert.deepEqual(prepared, { ok: true, value: { decision: "accept", extra: 1 } });
  });

  it("keeps the answers of the branch that applies", () => {
    const data = { decision: "return", reason: "不属于本单位职责" };
    assert.deepEqual(prepareSubmission(signing, data, context), { ok: true, value: data });
  });

  it("hides by x-visible where a branch cannot say it", () => {
    const form = formOf({
      properties: { people: { type: "integer" }, elderly: { type: "integer", "x-visible": "people > 2" } },
    });
    assert.deepEqual(prepareSubmission(form, { people: 2, elderly: 1 }, context), { ok: true, value: { people: 2 } });
    assert.deepEqual(prepareSubmission(form, { people: 3, elderly: 1 }, context), {
      ok: true,
      value: { people: 3, elderly: 1 },
    });
  });

  it("computes in the order of the schema and ignores what was sent for a computed field", () => {
    const form = formOf({
      properties: {
        a: { type: "integer" },
        double: { type: "integer", "x-computed": "a * 2" },
        more: { type: "integer", "x-computed": "double + 1" },
      },
    });
    assert.deepEqual(prepareSubmission(form, { a: 4, double: 99 }, context), {
      ok: true,
      value: { a: 4, double: 8, more: 9 },
    });
    assert.deepEqual(prepareSubmission(form, { double: 99 }, context), { ok: true, value: {} });
  });

  it("reads what the shell adds", () => {
    const form = formOf({ properties: { limit: { type: "integer", "x-computed": "param.days" } } });
    const added = { ...context, variables: { param: { days: 5 } } };
    assert.deepEqual(prepareSubmission(form, {}, added), { ok: true, value: { limit: 5 } });
  });

  it("names the field whose expression cannot be evaluated", () => {
    const form = formOf({ properties: { a: { type: "integer", "x-computed": "1 +" } } });
    const prepared = prepareSubmission(form, {}, context);
    assert.equal(!prepared.ok && prepared.problems[0]?.code, "FORM_EXPRESSION");
    assert.equal(!prepared.ok && prepared.problems[0]?.path, "/a");
  });

  it("prepares members of lists and objects inside", () => {
    const member = { type: "object", properties: { kind: { enum: ["a", "b"] }, note: { "x-visible": 'kind = "b"' } } };
    const form = formOf({ properties: { rows: { type: "array", items: member } } });
    const prepared = prepareSubmission(
      form,
      {
        rows: [
          { kind: "a", note: 1 },
          { kind: "b", note: 2 },
        ],
      },
      context,
    );
    assert.deepEqual(prepared, { ok: true, value: { rows: [{ kind: "a" }, { kind: "b", note: 2 }] } });
  });
});
