import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "../../../engine/model/json.ts";
import { createFormCompiler, type FormCompiler } from "../../../server/forms/compile.ts";
import { temporaryFolder } from "../../support/stores.ts";

const draft = "https://json-schema.org/draft/2020-12/schema";
const forms = new URL("../../../definitions/city/forms/", import.meta.url);
const text = { type: "string" } as const;
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  $schema: draft,
  type: "object",
  properties,
  ...more,
});

describe("compiling a form", () => {
  const folder = temporaryFolder();
  let compiler: FormCompiler;
  before(() => {
    compiler = createFormCompiler(folder);
  });
  after(async () => {
    await compiler.stop();
    rmSync(folder, { recursive: true });
  });

  const compiled = async (schema: JsonObject) => {
    const result = await compiler.compileForm(schema);
    assert.ok(result.ok, result.ok ? "" : JSON.stringify(result.problems));
    return result.value;
  };
  const codesOf = async (schema: JsonObject) => {
    const result = await compiler.compileForm(schema);
    return result.ok ? [] : result.problems.map((problem) => problem.code);
  };
  const keywords = async (schema: JsonObject, data: unknown) =>
    (await compiled(schema)).validate(data).map((error) => `${error.instancePath} ${error.keyword}`);

  it("gives one verdict for every keyword it passes on to ajv", async () => {
    const schema = object(
      { name: { ...text, pattern: "^\\p{Script=Han}{2,4}$", maxLength: 4 }, id: { ...text, format: "idNumber" } },
      { required: ["name"], additionalProperties: false },
    );
    assert.deepEqual(await keywords(schema, { name: "王小明", id: "11010519491231002X" }), []);
    assert.deepEqual(await keywords(schema, { name: "Wang", id: "1", extra: 1 }), [
      " additionalProperties",
      "/name pattern",
      "/id format",
    ]);
    assert.deepEqual(await keywords(schema, {}), [" required"]);
  });

  it("counts characters, not UTF-16 units, and compares values, not objects", async () => {
    const schema = object({ word: { ...text, maxLength: 2 }, same: { const: { a: [1, { b: null }] } } });
    assert.deepEqual(await keywords(schema, { word: "𠮷𠮷", same: { a: [1, { b: null }] } }), []);
    assert.deepEqual(await keywords(schema, { word: "𠮷𠮷𠮷", same: { a: [1, {}] } }), [
      "/word maxLength",
      "/same const",
    ]);
  });

  it("keeps conditional items: they are allowed only when the condition holds", async () => {
    const schema = object(
      { kind: { enum: ["shop", "home"] } },
      {
        if: { properties: { kind: { const: "shop" } }, required: ["kind"] },
        then: { properties: { licence: text }, required: ["licence"] },
        unevaluatedProperties: false,
      },
    );
    assert.deepEqual(await keywords(schema, { kind: "shop", licence: "x" }), []);
    assert.deepEqual(await keywords(schema, { kind: "home", licence: "x" }), [" unevaluatedProperties"]);
  });

  it("takes our own keywords as words for the second pass", async () => {
    const schema = object({ a: { ...text, "x-visible": "b = 1", "x-sensitivity": "personal" } }, { "x-rules": [] });
    assert.deepEqual(await keywords(schema, { a: "x" }), []);
  });

  for (const name of readdirSync(forms)) {
    it(`compiles the city's form ${name}`, async () => {
      const { schema } = JSON.parse(readFileSync(new URL(name, forms), "utf8")) as { schema: JsonObject };
      const form = await compiled(schema);
      assert.match(form.moduleSource, /^import \{ require \} from "\.\/runtime-[0-9a-f]{16}\.js";/);
      assert.doesNotMatch(form.moduleSource, /new Function|\beval\(/);
    });
  }

  it("loads the kept module after a restart without compiling", async () => {
    const schema = object({ once: { ...text, minLength: 1 } });
    const { hash } = await compiled(schema);
    const again = createFormCompiler(folder);
    const result = await again.compileForm(schema);
    assert.equal(result.ok && result.value.hash, hash);
    assert.ok((await again.moduleByHash(hash))?.includes("validators"));
    assert.equal(await again.moduleByHash("../../etc/passwd"), undefined);
    await again.stop();
  });

  const refused: readonly (readonly [string, JsonObject, string])[] = [
    ["an unknown type", { type: "objekt" }, "FORM_SCHEMA_INVALID"],
    ["an unknown keyword", object({ a: { typo: 1 } }), "FORM_KEYWORD_REFUSED"],
    ["an older draft", { $schema: "http://json-schema.org/draft-07/schema#" }, "FORM_DRAFT_REFUSED"],
    ["a reference to another document", object({ a: { $ref: "http://127.0.0.1:9/x" } }), "FORM_REF_REFUSED"],
    ["a reference to nothing", object({ a: { $ref: "#/$defs/gone" } }), "FORM_REF_MISSING"],
    ["a reference in a ring", object({ a: { $ref: "#" } }), "FORM_RECURSIVE"],
    ["$id inside", object({ a: { $id: "other" } }), "FORM_KEYWORD_REFUSED"],
    ["$data", object({ a: { ...text, maxLength: { $data: "1/b" } } }), "FORM_DATA_REF_REFUSED"],
    ["an unknown format", object({ a: { ...text, format: "regex" } }), "FORM_FORMAT_UNKNOWN"],
    ["look-around", object({ a: { ...text, pattern: "(?=x)y", maxLength: 9 } }), "FORM_PATTERN_REFUSED"],
    ["a back reference", object({ a: { ...text, pattern: "(a)\\1", maxLength: 9 } }), "FORM_PATTERN_REFUSED"],
    ["a pattern without maxLength", object({ a: { ...text, pattern: "^a+$" } }), "FORM_PATTERN_UNBOUNDED"],
    ["uniqueItems without maxItems", object({ a: { type: "array", uniqueItems: true } }), "FORM_LIST_UNBOUNDED"],
    ["more than 1,000 fields", object(Object.fromEntries(many(1001, text))), "FORM_TOO_MANY_FIELDS"],
    [
      "more than 200 patterns",
      object(Object.fromEntries(many(201, { ...text, pattern: "a", maxLength: 1 }))),
      "FORM_TOO_MANY_PATTERNS",
    ],
    ["a depth of 500", deep(500), "FORM_TOO_DEEP"],
    ["six nested anyOf", branched(6), "FORM_TOO_BRANCHED"],
    ["more than 256 KiB", object({ a: { ...text, description: "x".repeat(262_144) } }), "FORM_TOO_LARGE"],
    ["references that unfold to millions", unfolding(8), "FORM_UNFOLDS_TOO_FAR"],
  ];
  for (const [what, schema, code] of refused) {
    it(`refuses ${what}`, async () => assert.ok((await codesOf(schema)).includes(code), String(await codesOf(schema))));
  }

  it("gives up within the time limit, and goes on working", async () => {
    const condition = (index: number): JsonObject => ({
      if: { properties: { [`f${index}`]: { const: 1 } } },
      then: { properties: { [`g${index}`]: text } },
      else: { properties: { [`h${index}`]: text } },
    });
    const heavy = object({}, { allOf: many(30, {}).map((_, index) => condition(index)) });
    const start = performance.now();
    const codes = await codesOf(heavy);
    assert.ok(performance.now() - start < 20_000);
    assert.deepEqual(codes, ["FORM_COMPILE_TOO_LONG"]);
    assert.deepEqual(await codesOf(object({ after: text })), []);
  });

  it("runs an evil expression in linear time", async () => {
    const form = await compiled(object({ a: { ...text, pattern: "^(a+)+$", maxLength: 100_000 } }));
    const start = performance.now();
    assert.equal(form.validate({ a: `${"a".repeat(99_000)}!` }).length, 1);
    assert.ok(performance.now() - start < 5_000);
  });

  it("lets no text of a schema become code", async () => {
    const evil = [
      '"];globalThis.hacked=1;["',
      "`${globalThis.hacked=1}`",
      "*/globalThis.hacked=1;/*",
      "\u2028globalThis.hacked=1",
    ];
    for (const word of evil) {
      const schema = object({ [word]: { title: word, const: word, default: word } }, { required: [word] });
      (await compiled(schema)).validate({ [word]: 1 });
    }
    assert.equal(Reflect.get(globalThis, "hacked"), undefined);
  });

  it("writes only whole files below its folder", () => {
    assert.ok(
      readdirSync(folder).every((name) => /^[0-9a-f]{40}\.mjs$/.test(name)),
      readdirSync(folder).join(),
    );
    assert.ok(readdirSync(folder).length > 5 && join(folder).length > 0);
  });
});

function many(count: number, schema: JsonObject): [string, JsonObject][] {
  return Array.from({ length: count }, (_, index) => [`f${index}`, schema]);
}
function deep(levels: number): JsonObject {
  return levels === 0 ? {} : { type: "array", items: deep(levels - 1) };
}
function branched(levels: number): JsonObject {
  return levels === 0 ? {} : { anyOf: [branched(levels - 1)] };
}
function unfolding(levels: number): JsonObject {
  const level = (index: number): JsonObject =>
    object(Object.fromEntries(many(8, index === 0 ? text : { $ref: `#/$defs/d${index - 1}` })));
  const $defs = Object.fromEntries(Array.from({ length: levels }, (_, index) => [`d${index}`, level(index)]));
  return { ...object({ a: { $ref: `#/$defs/d${levels - 1}` } }), $defs };
}
