import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import type { Form } from "../../../server/contract/types.ts";
import { createFormCompiler, type CompiledForm } from "../../../server/forms/compile.ts";
import { sayErrors } from "../../../designer/ui/form/messages.ts";
import { temporaryFolder } from "../../support/stores.ts";

const folder = new URL("../../../definitions/city/forms/", import.meta.url);
const forms = readdirSync(folder).map(
  (file) =>
    ({
      version: 1,
      hash: "",
      street: "",
      validatorUrl: "",
      ...JSON.parse(readFileSync(new URL(file, folder), "utf8")),
    }) as Form,
);
const formNamed = (key: string) => forms.find((form) => form.key === key) as Form;

/** Values that break as much as possible: nothing, wrong types, too short, too long, unknown. */
const badData: readonly Record<string, unknown>[] = [
  {},
  { nonsense: 1 },
  ...["outcome", "decision"].flatMap((key) =>
    ["done", "escalate", "assign", "return", "partial", "refused", "fail", "nonsense", 7].map((value) => ({
      [key]: value,
    })),
  ),
  { matter: "Bad Matter", position: {}, description: "短", severity: "none", photos: [1], onSpot: "yes" },
  {
    matter: "sewer",
    position: { lng: 999, lat: "x", source: "?" },
    description: "长".repeat(600),
    photos: [],
    onSpot: true,
  },
  { place: "XF1-0101", outcome: "completed", informed: false, area: -1, phone: "123", idNumber: "1", residents: 1.5 },
  {
    shift: "day",
    position: { lng: 1, lat: 1, source: "gps" },
    checklist: { covers: { result: "problem", note: "短" } },
  },
];

describe("what is wrong with a form", () => {
  const compiler = createFormCompiler(temporaryFolder());
  const compiled = new Map<string, CompiledForm>();
  before(async () => {
    for (const form of forms) {
      const result = await compiler.compileForm(form.schema as never);
      assert.ok(result.ok, form.key);
      compiled.set(form.key, result.value);
    }
  });
  after(() => compiler.stop());

  const errorsOf = (form: Form, data: unknown, language: "zh-CN" | "en" = "zh-CN") =>
    sayErrors(form, compiled.get(form.key)?.validate(data) ?? [], language);

  it("is never said with a key, a pattern or English to a grid worker", () => {
    const said = forms.flatMap((form) => badData.flatMap((data) => errorsOf(form, data)));
    assert.ok(said.length > 100);
    // "X" stands in identity numbers, "60 岁" in a title; nothing else is Latin.
    const foreign = said.filter((error) => /[A-Za-z^$\\[\]{}]{2,}/.test(error.text)).map((error) => error.text);
    assert.deepEqual(foreign, []);
  });

  it("is said in English without a Chinese word", () => {
    const said = forms.flatMap((form) => badData.flatMap((data) => errorsOf(form, data, "en")));
    assert.deepEqual(
      said.filter((error) => /[一-鿿]/.test(error.text)).map((error) => error.text),
      [],
    );
  });

  it("asks for each thing in the way it is given", () => {
    const report = errorsOf(formNamed("eventReport"), {});
    assert.deepEqual(Object.fromEntries(report.map(({ path, text }) => [path, text])), {
      matter: "请选择“事项类别”",
      position: "请确定“位置”",
      description: "请填写“情况描述”",
      severity: "请选择“严重程度”",
      photos: "请拍摄“现场照片”",
    });
  });

  it("comes in the order in which the form shows its fields", () => {
    const form = formNamed("eventReport");
    const order = form.uiSchema["ui:order"] as string[];
    const paths = sayErrors(form, compiled.get(form.key)?.validate({}) ?? [], "zh-CN", order).map((one) => one.path);
    assert.deepEqual(
      paths,
      order.filter((key) => paths.includes(key)),
    );
  });

  it("says of a failed branch what is missing, not that its fields are unknown", () => {
    const data = { outcome: "done", result: "已疏通管道" };
    assert.deepEqual(errorsOf(formNamed("disposal"), data), [{ path: "photos", text: "请拍摄“处置后照片”" }]);
  });

  it("counts the items of a patrol nobody looked at, and leads to the first", () => {
    const data = { shift: "day", position: { lng: 1, lat: 1, source: "gps" }, checklist: {} };
    const [only, ...rest] = errorsOf(formNamed("dailyPatrol"), data);
    assert.deepEqual(rest, []);
    assert.match(only?.text ?? "", /^“检查项目”还有 \d+ 项没有检查$/);
    assert.match(only?.path ?? "", /^checklist\./);
  });

  it("names the item of a patrol in which something is missing", () => {
    const items = Object.keys(
      ((formNamed("dailyPatrol").schema["properties"] as Record<string, Record<string, object>>)["checklist"] ?? {})[
        "properties"
      ] ?? {},
    );
    const normal = Object.fromEntries(items.map((item) => [item, { result: "normal" }]));
    const checklist = { ...normal, covers: { result: "problem", matter: "manholeCover", photos: ["a"] } };
    const data = { shift: "day", position: { lng: 1, lat: 1, source: "gps" }, checklist };
    const texts = errorsOf(formNamed("dailyPatrol"), data).map((error) => error.text);
    assert.ok(texts.includes("井盖和路面：请填写“问题描述”"), texts.join("\n"));
  });

  it("may be worded by the pack", () => {
    const form = formNamed("eventReport");
    const own = { ...form, messages: { ...form.messages, "zh-CN": { matter: { errors: { required: "先选事项" } } } } };
    assert.ok(errorsOf(own, {}).some((error) => error.text === "先选事项"));
  });
});
