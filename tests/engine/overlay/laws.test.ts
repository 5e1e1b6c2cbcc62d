import assert from "node:assert/strict";
import fc from "fast-check";
import type { Json, JsonObject } from "../../../engine/model/json.ts";
import type { Operation, OperationBody } from "../../../engine/model/pack.ts";
import { canonicalJson, diffOf, kinds, resolve } from "../../../engine/overlay/index.ts";
import type { JsonKind } from "../../../engine/overlay/index.ts";
import { valueOf } from "../../support/packs.ts";
import { base, childOf, documents, operation } from "./pack-of.ts";

const title = fc.record({ "zh-CN": fc.constantFrom("甲", "乙", "丙"), en: fc.constantFrom("A", "B") });
const body = (target: string, arbitrary: fc.Arbitrary<OperationBody>) =>
  arbitrary.map((each) => [target, each] as const);
const set = (attribute: string, value: fc.Arbitrary<Json>) =>
  value.map((each): OperationBody => ({ op: "set", attribute, value: each }));
const add = (value: fc.Arbitrary<JsonObject>, anchors: readonly (string | undefined)[]) =>
  fc
    .tuple(value, fc.constantFrom(...anchors))
    .map(([each, after]): OperationBody => ({ op: "add", value: each, ...(after === undefined ? {} : { after }) }));

/** Operations that are allowed on the sample base, each on a place of its own. */
const change = fc.oneof(
  body("vocabulary/level/grid", set("title", title)),
  body("vocabulary/level/street", set("title", title)),
  body("vocabulary/level", set("title", title)),
  body("vocabulary/level/east__block", add(fc.record({ title }), ["grid", "street", "east__house", undefined])),
  body("vocabulary/level/east__house", add(fc.record({ title }), ["grid", "street", undefined])),
  body("vocabulary/level/street", fc.constant<OperationBody>({ op: "move" })),
  body("ladder/disposal/remind", set("percent", fc.integer({ min: 1, max: 80 }))),
  body(
    "ladder/disposal/east__half",
    add(fc.record({ percent: fc.integer({ min: 1, max: 99 }), action: fc.constant("remind") }), [
      "remind",
      "late",
      undefined,
    ]),
  ),
  body("form/visit/note", fc.constant<OperationBody>({ op: "require" })),
  body("form/visit/kind", fc.constant<OperationBody>({ op: "hide" })),
  body("form/visit/note", set("maxLength", fc.integer({ min: 20, max: 100 }))),
  body(
    "form/visit/east__no",
    add(fc.constant({ type: "string", title: "号", en: { title: "No" } }), ["met", "people", "note", undefined]),
  ),
  body("parameter/parameters/role", set("value", fc.constantFrom("leader", "dispatcher"))),
);

/** No two on the same place, and no anchor that is not added too. */
const operations: fc.Arbitrary<readonly Operation[]> = fc
  .uniqueArray(change, {
    selector: ([target, each]) => `${target} ${each.op === "set" ? each.attribute : each.op}`,
    maxLength: 10,
  })
  .map((all) =>
    all.filter(
      ([, each]) =>
        each.op !== "add" || each.after !== "east__house" || all.some(([target]) => target.endsWith("east__house")),
    ),
  )
  .map((all) => all.map(([target, each], at) => operation(target, each, `op${at}`)));

const inForce = (all: readonly Operation[]) => valueOf(resolve(base, [childOf("base", all)])).pack;
const contents = (pack: ReturnType<typeof inForce>) => canonicalJson(pack.documents as unknown as Json);

describe("the laws of overlays", () => {
  it("the empty differential changes nothing", () => {
    const [city, child] = [valueOf(resolve(base, [])).pack, inForce([])];
    assert.deepEqual(child.documents, city.documents);
  });

  it("resolving does not depend on the order of the operations", () => {
    fc.assert(
      fc.property(
        operations.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }))),
        ([all, shuffled]) => {
          assert.equal(contents(inForce(shuffled)), contents(inForce(all)));
        },
      ),
    );
  });

  it("resolving again changes nothing: an empty child of the child is the child", () => {
    fc.assert(
      fc.property(operations, (all) => {
        const twice = valueOf(resolve(base, [childOf("base", all), childOf("east", [], "eastern")])).pack;
        assert.deepEqual(twice.documents, inForce(all).documents);
      }),
    );
  });

  it("every attribute of every item has exactly one origin", () => {
    fc.assert(
      fc.property(operations, (all) => {
        for (const document of Object.values(inForce(all).documents)) {
          if (!("content" in document)) continue;
          for (const { id, attributes } of kinds[document.kind].items(document.content))
            for (const attribute of Object.keys(attributes))
              assert.ok(document.provenance[id]?.[attribute] !== undefined, `${document.key}/${id}/${attribute}`);
        }
      }),
    );
  });

  it("nothing in what is in force refers to what is not there", () => {
    fc.assert(
      fc.property(operations, (all) => {
        for (const document of Object.values(inForce(all).documents)) {
          if (!("content" in document)) continue;
          const fault = (path: string, zh: string, en: string) => ({ code: "X", zh, en, path });
          assert.deepEqual(kinds[document.kind].check(document.content, fault), []);
        }
      }),
    );
  });

  it("does not alter what it is given", () => {
    fc.assert(
      fc.property(operations, (all) => {
        const before = JSON.stringify([base, all]);
        inForce(all);
        assert.equal(JSON.stringify([base, all]), before);
      }),
    );
  });

  it("the differences between a base and what is in force lead from one to the other", () => {
    const renamed: JsonObject = {
      key: "level",
      title: { "zh-CN": "级", en: "Level" },
      codes: [{ code: "street", title: { "zh-CN": "街", en: "S" } }],
    };
    const before = documents[0];
    assert.ok(before !== undefined && "content" in before);
    const differences = diffOf("vocabulary", "level", before.content, renamed);
    const all = differences.map((each, at): Operation => ({
      id: `op${at}`,
      target: each.target,
      was: each.was,
      by: "w",
      at: "2026-01-01",
      why: "y",
      ...each.body,
    }));
    const document = inForce(all).documents["vocabulary/level"];
    assert.ok(document !== undefined && "content" in document);
    assert.deepEqual(document.content, renamed);
    for (const kind of Object.keys(kinds) as JsonKind[])
      assert.deepEqual(diffOf(kind, "level", before.content, before.content), []);
  });
});
