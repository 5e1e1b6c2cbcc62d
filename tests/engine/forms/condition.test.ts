/* oxlint-disable unicorn/no-thenable -- `then` is a word of JSON Schema, never awaited */
import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { holds } from "../../../engine/forms/condition.ts";
import { visibleItems } from "../../../engine/forms/index.ts";
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import { context, formOf } from "./form-of.ts";

const leaf = fc.constantFrom<Json>("a", "bb", "𠮷", "", 0, 1, 2.5, true, false, null);
const value: fc.Arbitrary<Json> = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom("x", "y"), fc.oneof(leaf, fc.array(leaf, { maxLength: 2 })), { noNullPrototype: true }),
);
const size = fc.integer({ min: 0, max: 3 });

/** Conditions as people and the designer write them. */
const { condition } = fc.letrec<{ condition: JsonObject | boolean; part: JsonObject }>((tie) => ({
  part: fc.oneof(
    fc.record({ const: value }),
    fc.record({ enum: fc.uniqueArray(leaf, { minLength: 1, maxLength: 3 }) }),
    fc.record({ type: fc.constantFrom("string", "number", "integer", "boolean", "object", "array", "null") }),
    fc.record({ required: fc.constantFrom(["x"], ["x", "y"]) }),
    fc.record({
      properties: fc.dictionary(fc.constantFrom("x", "y"), tie("condition"), { noNullPrototype: true, maxKeys: 2 }),
    }),
    fc.record({ not: tie("condition") }),
    fc.record({ allOf: fc.array(tie("condition"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ anyOf: fc.array(tie("condition"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ contains: tie("condition") }),
    ...["minLength", "maxLength", "minItems", "maxItems", "minimum", "exclusiveMaximum"].map((keyword) =>
      size.map((each) => ({ [keyword]: each })),
    ),
  ),
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.boolean(),
    tie("part"),
    fc.tuple(tie("part"), tie("part")).map(([a, b]) => ({ ...a, ...b })),
  ),
}));

describe("holds", () => {
  it("gives the verdict of a JSON Schema validator, for every condition it decides", () => {
    const ajv = new Ajv2020({ strict: false, addUsedSchema: false });
    fc.assert(
      fc.property(condition, value, (schema, each) => {
        assert.equal(holds(schema, each), ajv.compile(schema)(each));
      }),
      { numRuns: 300 },
    );
  });

  it("leaves a condition that it does not know undecided, also inside", () => {
    assert.equal(holds({ pattern: "^a" }, "a"), undefined);
    assert.equal(holds({ not: { pattern: "^a" } }, "a"), undefined);
    assert.equal(holds({ const: 1, pattern: "^a" }, "a"), false);
    assert.equal(holds({ anyOf: [{ pattern: "^a" }, { const: "a" }] }, "a"), true);
  });
});

describe("visibleItems", () => {
  const form = formOf({
    properties: { outcome: { enum: ["yes", "no", "maybe"] } },
    allOf: [
      {
        if: { properties: { outcome: { const: "yes" } }, required: ["outcome"] },
        then: { properties: { how: {} } },
        else: { properties: { why: {} } },
      },
      { if: { properties: { outcome: { pattern: "^m" } } }, then: { properties: { when: {} } } },
    ],
  });

  it("shows the branch that applies, and hides nothing that it cannot decide", () => {
    assert.deepEqual([...visibleItems(form, { outcome: "yes" }, context)], ["outcome", "how", "when"]);
    assert.deepEqual([...visibleItems(form, { outcome: "no" }, context)], ["outcome", "why", "when"]);
    assert.deepEqual([...visibleItems(form, {}, context)], ["outcome", "why", "when"]);
  });
});
