import assert from "node:assert/strict";
import { kinds } from "../../../engine/overlay/index.ts";
import type { JsonObject } from "../../../engine/model/json.ts";
import { contentOf, keysOf, resolvedPack } from "../../support/packs.ts";
import { codesOf, documentIn, form, operation, resolved } from "./pack-of.ts";

const visitIn = (pack: Parameters<typeof documentIn>[0]) => documentIn(pack, "form/visit").content;
const schemaIn = (pack: Parameters<typeof documentIn>[0]) => visitIn(pack)["schema"] as JsonObject;
const value = { type: "string", title: "车位号", maxLength: 20, en: { title: "Parking" }, ui: { "ui:help": "可不填" } };

describe("overlay on a form", () => {
  it("puts a new field where the one it follows stands, branch and order included", () => {
    const pack = resolved([operation("form/visit/east__parking", { op: "add", value, after: "people" })]);
    const then = schemaIn(pack)["then"] as JsonObject;
    assert.deepEqual(then["properties"], {
      people: { type: "integer", title: "人数" },
      east__parking: { type: "string", title: "车位号", maxLength: 20 },
    });
    assert.deepEqual(then["required"], ["people"]);
    assert.deepEqual((visitIn(pack)["uiSchema"] as JsonObject)["ui:order"], [
      "met",
      "people",
      "east__parking",
      "note",
      "kind",
    ]);
    assert.deepEqual((visitIn(pack)["uiSchema"] as JsonObject)["east__parking"], { "ui:help": "可不填" });
    assert.deepEqual(((visitIn(pack)["messages"] as JsonObject)["en"] as JsonObject)["east__parking"], {
      title: "Parking",
    });
  });

  it("puts a new field at the top when it follows nothing", () => {
    const pack = resolved([
      operation("form/visit/east__parking", { op: "add", value: { ...value, isRequired: true } }),
    ]);
    assert.ok(Object.hasOwn(schemaIn(pack)["properties"] as object, "east__parking"));
    assert.deepEqual(schemaIn(pack)["required"], ["met", "east__parking"]);
  });

  it("asks for more, never for less", () => {
    assert.deepEqual(schemaIn(resolved([operation("form/visit/note", { op: "require" })]))["required"], [
      "met",
      "note",
    ]);
    assert.deepEqual(codesOf([operation("form/visit/met", { op: "relax" })]), ["OVERLAY_NOT_ALLOWED"]);
    assert.deepEqual(codesOf([operation("form/visit/note", { op: "set", attribute: "minLength", value: 10 })]), []);
    assert.deepEqual(codesOf([operation("form/visit/note", { op: "set", attribute: "minLength", value: 1 })]), [
      "OVERLAY_NOT_ALLOWED",
    ]);
    assert.deepEqual(codesOf([operation("form/visit/note", { op: "set", attribute: "pattern", value: "x" })]), [
      "OVERLAY_NOT_ALLOWED",
    ]);
  });

  it("offers fewer choices together with their names", () => {
    const fewer = operation("form/visit/kind", { op: "set", attribute: "enum", value: ["a", "c"] });
    const names = operation(
      "form/visit/kind",
      { op: "set", attribute: "ui", value: { "ui:enumNames": ["甲", "丙"] } },
      "op2",
    );
    assert.deepEqual(codesOf([fewer]), ["PACK_CONTENT_INVALID"]);
    assert.deepEqual(codesOf([fewer, names]), []);
    assert.deepEqual(codesOf([operation("form/visit/kind", { op: "set", attribute: "enum", value: ["a", "z"] })]), [
      "OVERLAY_NOT_ALLOWED",
    ]);
  });

  it("hides what is optional, wherever it is named", () => {
    const pack = resolved([operation("form/visit/note", { op: "hide" })]);
    assert.ok(!Object.hasOwn(schemaIn(pack)["properties"] as object, "note"));
    assert.doesNotMatch(JSON.stringify(visitIn(pack)), /note/);
    assert.deepEqual(codesOf([operation("form/visit/met", { op: "hide" })]), ["OVERLAY_NOT_ALLOWED"]);
  });

  it("refuses a field without a name in both languages", () => {
    const nameless = { ...value, en: {} };
    assert.deepEqual(codesOf([operation("form/visit/east__parking", { op: "add", value: nameless })]), [
      "PACK_CONTENT_INVALID",
    ]);
  });
});

describe("fields as items", () => {
  const city = resolvedPack();
  for (const key of keysOf(city, "form"))
    it(`take ${key} apart and put it together the same`, () => {
      const content = contentOf(city, "form", key);
      assert.deepEqual(kinds.form.withItems(content, kinds.form.items(content)), content);
    });

  it("find a condition that asks about a field that is not there", () => {
    const schema = {
      ...(form["schema"] as JsonObject),
      if: { properties: { gone: { const: 1 } }, required: ["gone"] },
    };
    const problems = kinds.form.check({ ...form, schema }, (pointer, zh, en) => ({ code: "X", zh, en, path: pointer }));
    assert.deepEqual(
      problems.map(({ en }) => en),
      ['"gone" is referred to and is not there'],
    );
  });
});
