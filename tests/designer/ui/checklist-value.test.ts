import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import {
  itemsOf,
  readAnswers,
  sayElapsed,
  writeAnswers,
  type CheckAnswers,
  type CheckItem,
} from "../../../designer/ui/form/checklist-value.ts";
import type { Json } from "../../../designer/ui/form/schema.ts";

const answer = {
  type: "object",
  properties: {
    result: { enum: ["normal", "problem", "notApplicable"] },
    note: { type: "string" },
    photos: { type: "array" },
    matter: { type: "string" },
  },
};
const byId = { type: "object", properties: { lane: answer, stall: answer } };
const asList = { type: "array", items: { ...answer, properties: { item: { type: "string" }, ...answer.properties } } };
const items: readonly CheckItem[] = [
  { id: "lane", title: "消防通道", group: "安全", raises: "fireLane" },
  { id: "stall", title: "占道经营", group: "经营" },
];

const oneAnswer = fc.record(
  {
    result: fc.constantFrom("normal", "problem", "notApplicable"),
    note: fc.string({ minLength: 1 }),
    photos: fc.array(fc.uuid(), { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ["result"] },
);

describe("answers of a checklist", () => {
  for (const [name, schema] of [
    ["an object by item", byId],
    ["a list", asList],
  ] as const)
    it(`come back from ${name} as they were given`, () => {
      fc.assert(
        fc.property(oneAnswer, oneAnswer, (lane, stall) => {
          const given = { lane, stall } as CheckAnswers;
          const back = readAnswers(writeAnswers(given, items, schema), schema);
          for (const id of ["lane", "stall"]) {
            assert.equal(back[id]?.result, given[id]?.result);
            const isProblem = given[id]?.result === "problem";
            assert.equal(back[id]?.note, isProblem ? given[id]?.note : undefined);
            assert.deepEqual(back[id]?.photos, isProblem ? given[id]?.photos : undefined);
          }
        }),
      );
    });

  it("name the matter that a problem raises, unless the person chose another", () => {
    const problem = (matter?: string) =>
      writeAnswers({ lane: { result: "problem", ...(matter === undefined ? {} : { matter }) } }, items, byId);
    assert.deepEqual(problem(), { lane: { result: "problem", matter: "fireLane" } });
    assert.deepEqual(problem("fireEquipment"), { lane: { result: "problem", matter: "fireEquipment" } });
  });

  it("are nothing while nothing is answered", () => {
    assert.equal(writeAnswers({}, items, byId), undefined);
    assert.deepEqual(readAnswers(undefined, byId), {});
    assert.deepEqual(readAnswers("nonsense", asList), {});
  });
});

describe("the patrol of the city", () => {
  const form = JSON.parse(
    readFileSync(new URL("../../../definitions/city/forms/dailyPatrol.json", import.meta.url), "utf8"),
  ) as { schema: Json; uiSchema: Json; messages: Json };
  const schema = (form.schema["properties"] as Json)["checklist"] as Json;
  const options = (form.uiSchema["checklist"] as Json)["ui:options"] as Json;
  const english = { ...options, words: ((form.messages["en"] as Json)["checklist"] as Json)["options"] };

  it("has a title and a group for every item, in both languages", () => {
    const zh = itemsOf(schema, options, false);
    const en = itemsOf(schema, english, true);
    assert.ok(zh.length >= 10);
    assert.deepEqual(
      zh.map((item) => item.id),
      en.map((item) => item.id),
    );
    for (const item of zh) assert.match(`${item.title}${item.group}`, /^[^A-Za-z]+$/);
    for (const item of en) assert.doesNotMatch(`${item.title}${item.group}`, /[一-鿿]/);
  });
});

describe("elapsed time", () => {
  it("is said in minutes and seconds", () => {
    assert.equal(sayElapsed(0), "0:00");
    assert.equal(sayElapsed(187.9), "3:07");
    assert.equal(sayElapsed(-5), "0:00");
  });
});
