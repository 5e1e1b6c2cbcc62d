import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "../../../../engine/model/json.ts";
import { raisedItems } from "../../../../engine/forms/index.ts";
import { checkForm } from "../../../../designer/form/model/check-form.ts";
import { applyEdit, type Check } from "../../../../designer/form/model/edit.ts";
import type { FormContent } from "../../../../designer/form/model/fields.ts";
import { getIn, textOf } from "../../../../designer/form/model/json-path.ts";
import { newField } from "../../../../designer/form/model/new-field.ts";

const empty: FormContent = {
  key: "shopCheck",
  title: { "zh-CN": "商铺检查", en: "Shop check" },
  schema: { type: "object", properties: {}, additionalProperties: false },
  uiSchema: { "ui:order": [] },
  messages: { en: {} },
};
const none = new Set<string>();
const withChecklist = applyEdit(empty, { type: "add", parts: newField("checklist", "检查", none), spot: {} });
const check = (raises: string): Check => ({ id: "item1", zh: "消防通道", en: "Fire lane", group: "general", raises });
const setRaises = (content: FormContent, raises: string) =>
  applyEdit(content, { type: "setChecks", id: "checklist", checks: [check(raises)] });
const raised = (content: FormContent, submission: JsonObject) => {
  const form = { ...(content as object), raises: content["raises"] ?? {} } as never;
  const result = raisedItems(form, submission, { now: 0, zone: "Asia/Shanghai" } as never);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};
const here = { lng: 120, lat: 30, source: "gps" };
const problem = { result: "problem", note: "通道堆满杂物", photos: ["p1"], matter: "fireLane" };

describe("a checklist whose problems open cases", () => {
  const made = setRaises(
    applyEdit(withChecklist, { type: "add", parts: newField("position", "位置", none), spot: {} }),
    "fireLane",
  );

  it("reports each problem as its matter, where the form was filled in", () => {
    assert.deepEqual(raised(made, { checklist: { item1: problem }, position: here }), [
      { item: "item1", matter: "fireLane", description: "通道堆满杂物", photos: ["p1"], position: here },
    ]);
    assert.notEqual(getIn(made, ["schema", "$defs", "check", "properties", "matter"]), undefined);
  });

  it("reports nothing of what is normal, not filled in, or of no matter", () => {
    assert.deepEqual(raised(made, { checklist: { item1: { result: "normal" } } }), []);
    assert.deepEqual(raised(made, {}), []);
    assert.deepEqual(raised(made, { checklist: { item1: { ...problem, matter: null } } }), []);
  });

  it("follows the form: a renamed checklist or place, and one that goes", () => {
    const renamed = applyEdit(applyEdit(made, { type: "rename", id: "checklist", to: "checks" }), {
      ...{ type: "rename", id: "position", to: "spot" },
    });
    assert.equal(raised(renamed, { checks: { item1: problem }, spot: here }).length, 1);
    assert.deepEqual(raised(renamed, { checks: { item1: problem }, spot: here })[0]?.["position"], here);
    assert.equal(setRaises(made, "")["raises"], undefined);
    assert.equal(applyEdit(made, { type: "remove", id: "checklist" })["raises"], undefined);
  });

  it("has to be somewhere", () => {
    const codes = (content: FormContent) => checkForm(content).map(({ code }) => code);
    assert.ok(codes(setRaises(withChecklist, "fireLane")).includes("RAISES_WITHOUT_PLACE"));
    assert.ok(!codes(made).includes("RAISES_WITHOUT_PLACE"));
    assert.ok(!codes(withChecklist).includes("RAISES_WITHOUT_PLACE"));
  });

  it("leaves an expression alone that somebody wrote by hand, and its names are kept true", () => {
    const file = join(import.meta.dirname, "../../../../definitions/city/forms/dailyPatrol.json");
    const patrol = JSON.parse(readFileSync(file, "utf8")) as FormContent;
    const changed = applyEdit(patrol, { type: "set", path: ["title", "en"], value: "Patrol" });
    assert.deepEqual(changed["raises"], patrol["raises"]);
    const renamed = applyEdit(patrol, { type: "rename", id: "checklist", to: "checks" });
    assert.match(textOf(getIn(renamed, ["raises", "items"])), /submission\.checks\b/);
    assert.deepEqual(Object.keys(renamed["raises"] as object), ["items"]);
  });
});
