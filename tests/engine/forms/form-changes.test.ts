import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { formChanges, typeProblems } from "../../../engine/forms/index.ts";
import type { Json, JsonObject } from "../../../engine/model/json.ts";

const form = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  key: "visit",
  title: { "zh-CN": "走访", en: "Visit" },
  schema: { type: "object", properties, required: ["name"], additionalProperties: false },
  uiSchema: { kind: { "ui:enumNames": ["甲", "乙"] } },
  messages: { en: { name: { title: "Name" }, kind: { title: "Kind", options: { a: "A", b: "B" } } } },
  ...more,
});
const name: JsonObject = { type: "string", title: "姓名", maxLength: 40 };
const kind: JsonObject = { type: "string", title: "类别", enum: ["a", "b"] };
const base = form({ name, kind });
const told = (after: JsonObject) => formChanges(base, after).map(({ severity, zh }) => `${severity} ${zh}`);

describe("what changed between two versions of a form", () => {
  it("is nothing for the same form, and one line for the first version", () => {
    for (const file of readdirSync(new URL("../../../definitions/city/forms/", import.meta.url))) {
      const text = readFileSync(new URL(`../../../definitions/city/forms/${file}`, import.meta.url), "utf8");
      assert.deepEqual(formChanges(JSON.parse(text) as JsonObject, JSON.parse(text) as JsonObject), []);
    }
    assert.deepEqual(
      formChanges(undefined, base).map(({ zh }) => zh),
      ["首次发布"],
    );
  });

  const cases: readonly (readonly [string, JsonObject, string])[] = [
    ["a field that is gone", form({ name }), "lossy 删除字段“类别”"],
    ["a new field", form({ name, kind, age: { type: "integer", title: "年龄" } }), "safe 新增字段“年龄”"],
    ["another name", form({ name: { ...name, title: "户主" }, kind }), "attention “姓名”改名为“户主”"],
    [
      "another type",
      form({ name: { type: "integer", title: "姓名", maxLength: 40 }, kind }),
      "lossy “姓名”的数据类型变了",
    ],
    ["a stricter limit", form({ name: { ...name, maxLength: 10 }, kind }), "attention “姓名”最多字数：40 → 10"],
    ["a looser limit", form({ name: { ...name, maxLength: 90 }, kind }), "safe “姓名”最多字数：40 → 90"],
    ["a limit taken away", form({ name: { type: "string", title: "姓名" }, kind }), "safe “姓名”最多字数：40 → 不限"],
    ["a rule of another kind", form({ name: { ...name, pattern: "^A" }, kind }), "attention “姓名”的校验规则有修改"],
    [
      "a field made sensitive",
      form({ name: { ...name, "x-sensitivity": "sensitive" }, kind }),
      "attention “姓名”的敏感等级有变化",
    ],
    [
      "a name of an option",
      form({ name, kind }, { uiSchema: { kind: { "ui:enumNames": ["甲", "丙"] } } }),
      "attention “类别”选项改名：丙",
    ],
    ["another name of the form", form({ name, kind }, { title: { "zh-CN": "入户" } }), "safe 表单名称有修改"],
    ["another place on the phone", form({ name, kind }, { module: "patrol" }), "attention 手机入口有变化"],
    ["another order", form({ kind, name }), "safe 字段顺序有调整"],
  ];
  for (const [what, after, line] of cases)
    it(`tells ${what}`, () => {
      const lines = told(after);
      assert.equal(lines.length, 1, lines.join("\n"));
      assert.ok(lines[0]?.startsWith(line), lines[0]);
    });

  it("tells options that came and went, the gravest first", () => {
    const after = form(
      { name, kind: { ...kind, enum: ["a", "c"] } },
      { uiSchema: { kind: { "ui:enumNames": ["甲", "丙"] } } },
    );
    assert.deepEqual(told(after), ["lossy “类别”删除选项：乙", "safe “类别”新增选项：丙"]);
  });

  it("tells required and optional", () => {
    const required = (list: readonly Json[]): JsonObject =>
      form(
        { name, kind },
        { schema: { type: "object", properties: { name, kind }, required: list, additionalProperties: false } },
      );
    assert.deepEqual(told(required(["kind"])), ["attention “类别”改为必填", "safe “姓名”改为选填"]);
  });

  it("refuses another type under the same key, in lists too", () => {
    const codes = (after: JsonObject) => typeProblems(base, after).map((problem) => `${problem.code} ${problem.path}`);
    assert.deepEqual(codes(form({ name: { type: "boolean", title: "姓名" }, kind })), [
      "FORM_TYPE_CHANGED /schema/properties/name",
    ]);
    assert.deepEqual(codes(form({ name, kind: { ...kind, enum: ["z"] } })), []);
    assert.deepEqual(typeProblems(undefined, base), []);
  });
});
