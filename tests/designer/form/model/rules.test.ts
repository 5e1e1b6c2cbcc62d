import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { JsonObject } from "../../../../engine/model/json.ts";
import { applyEdit } from "../../../../designer/form/model/edit.ts";
import { fieldOf, fieldsOf, type FormContent } from "../../../../designer/form/model/fields.ts";
import {
  mayAsk,
  rulesAbout,
  rulesOf,
  valuesOf,
  type Condition,
  type Rule,
} from "../../../../designer/form/model/rules.ts";

const shops: FormContent = {
  key: "shopVisit",
  schema: {
    type: "object",
    additionalProperties: false,
    required: ["open", "reason"],
    properties: {
      open: { type: "boolean", title: "营业中" },
      trade: { type: "string", title: "业态", enum: ["food", "retail", "other"] },
      reason: { type: "string", title: "未营业原因", maxLength: 50 },
      licence: { type: "string", title: "许可证号", maxLength: 20 },
    },
  },
  uiSchema: {},
  messages: { en: {} },
};
const closed: Condition = { field: "open", is: true, values: [false] };
const food: Condition = { field: "trade", is: true, values: ["food"] };

const set = (content: FormContent, id: string, what: "shows" | "requires", condition?: Condition) =>
  applyEdit(content, { type: "setRule", id, what, condition });
const ids = (content: FormContent) => fieldsOf(content).map(({ id }) => id);
const verdict = (content: FormContent, data: object) =>
  new Ajv2020({ strict: false }).compile(content["schema"] as object)(data);

/** Every field that the condition of this rule shows; two rules may have the same. */
const shownWhen = (content: FormContent, { condition }: Rule): readonly string[] =>
  rulesOf(content)
    .filter((each) => JSON.stringify(each.condition) === JSON.stringify(condition))
    .flatMap(({ shows }) => shows)
    .sort();

describe("the conditions of a form", () => {
  it("show a field in plain JSON Schema, which a validator of any make obeys", () => {
    const made = set(shops, "reason", "shows", closed);
    assert.deepEqual((made["schema"] as JsonObject)["allOf"], [
      {
        if: { properties: { open: { const: false } }, required: ["open"] },
        // oxlint-disable-next-line unicorn/no-thenable
        then: { properties: { reason: { type: "string", title: "未营业原因", maxLength: 50 } }, required: ["reason"] },
      },
    ]);
    assert.deepEqual(ids(made), ids(shops));
    assert.equal(verdict(made, { open: false }), false);
    assert.equal(verdict(made, { open: false, reason: "搬走" }), true);
    assert.equal(verdict(made, { open: true }), true);
    assert.equal(verdict(made, { open: true, reason: "搬走" }), false);
  });

  it("require a field that is always shown, and may ask for what is not", () => {
    const made = set(shops, "licence", "requires", { field: "trade", is: false, values: ["other", "retail"] });
    assert.equal(verdict(made, { open: true, reason: "无", trade: "food" }), false);
    assert.equal(verdict(made, { open: true, reason: "无", trade: "retail" }), true);
    assert.equal(verdict(made, { open: true, reason: "无" }), false);
    const [rule] = rulesAbout(made, "licence", "requires");
    assert.deepEqual(rule?.condition, { field: "trade", is: false, values: ["other", "retail"] });
    assert.equal(fieldOf(made, "licence")?.isConditional, false);
  });

  it("of the same words are one, and go with the last field that hangs on them", () => {
    const one = set(shops, "licence", "shows", food);
    const two = set(one, "reason", "shows", food);
    assert.equal(rulesOf(two).length, 1);
    assert.deepEqual(rulesOf(two)[0]?.shows, ["licence", "reason"]);
    const back = set(set(two, "licence", "shows"), "reason", "shows");
    assert.equal((back["schema"] as JsonObject)["allOf"], undefined);
    assert.deepEqual(ids(back), ids(shops));
    assert.equal(fieldOf(back, "reason")?.isRequired, true);
    assert.equal(verdict(back, { open: true, reason: "无", licence: "A1" }), true);
  });

  it("go with a field that is deleted, and are named anew with one that is renamed", () => {
    const made = set(shops, "licence", "shows", food);
    assert.deepEqual(rulesOf(applyEdit(made, { type: "remove", id: "licence" })), []);
    const renamed = applyEdit(made, { type: "rename", id: "trade", to: "business" });
    assert.deepEqual(rulesOf(renamed)[0]?.condition?.field, "business");
    assert.equal(applyEdit(made, { type: "remove", id: "trade" }), made);
  });

  it("never ask a field about itself, and never go round in a circle", () => {
    assert.equal(set(shops, "open", "shows", { ...closed, field: "open" }), shops);
    assert.equal(set(shops, "reason", "shows", { ...closed, values: [] }), shops);
    const made = set(shops, "trade", "shows", closed);
    const open = fieldOf(made, "open");
    const trade = fieldOf(made, "trade");
    assert.ok(open !== undefined && trade !== undefined);
    assert.equal(mayAsk(made, "open", trade), false);
    assert.equal(mayAsk(made, "licence", trade), true);
    assert.deepEqual(
      [valuesOf(made, open), valuesOf(made, trade)],
      [
        [true, false],
        ["food", "retail", "other"],
      ],
    );
  });

  it("that this editor cannot say stay as they are written, whatever else is changed", () => {
    const strange = { if: { properties: { open: { const: true }, trade: { const: "food" } } }, else: false };
    const both = {
      if: { properties: { open: { const: true } }, required: ["open"] },
      // oxlint-disable-next-line unicorn/no-thenable
      then: { required: ["licence"] },
      else: { properties: { since: { type: "string", title: "何时起", maxLength: 10 } } },
    };
    const content = { ...shops, schema: { ...(shops["schema"] as JsonObject), allOf: [strange, both] } };
    assert.deepEqual(
      rulesOf(content).map(({ condition }) => condition),
      [undefined, undefined],
    );
    const made = set(set(content, "reason", "shows", food), "reason", "shows");
    assert.deepEqual((made["schema"] as JsonObject)["allOf"], [strange, both]);
  });

  it("of every shipped form are read, and come back as they were after a detour", () => {
    const folder = join(import.meta.dirname, "../../../../definitions/city/forms");
    for (const name of readdirSync(folder)) {
      const content = JSON.parse(readFileSync(join(folder, name), "utf8")) as FormContent;
      for (const rule of rulesOf(content).filter((each) => each.condition !== undefined && each.shows.length > 1)) {
        const [id = ""] = rule.shows;
        const there = set(set(content, id, "shows"), id, "shows", rule.condition);
        assert.deepEqual(ids(there), ids(content), name);
        assert.deepEqual(shownWhen(there, rule), shownWhen(content, rule), name);
      }
    }
  });
});
