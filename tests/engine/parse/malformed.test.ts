import assert from "node:assert/strict";
import { parseBpmn } from "../../../engine/index.ts";
import { MUTATIONS } from "../../support/malformed/index.ts";
import type { Mutation } from "../../support/malformed/mutation.ts";
import { WELL_FORMED } from "../../support/well-formed/index.ts";
import { printXml, readXml } from "../../support/xml-tree.ts";

/** Every way to break a model, tried on so many models where it can be done. */
const MODELS_EACH = 6;

const models = Object.entries(WELL_FORMED)
  .filter(([chapter]) => chapter !== "editors")
  .flatMap(([chapter, titled]) =>
    Object.entries(titled).map(([title, xml]) => ({ title: `${chapter}: ${title}`, xml, tree: readXml(xml) })),
  );

function broken(mutation: Mutation): readonly (readonly [title: string, xml: string, elementId: string])[] {
  const fitting = models.filter(({ tree }) => mutation.places(tree).length > 0);
  return fitting.slice(0, MODELS_EACH).map(({ title, xml }) => {
    const root = readXml(xml);
    const places = mutation.places(root);
    const elementId = places[places.length - 1]?.() ?? "";
    return [title, printXml(root), elementId];
  });
}

describe("malformed models are refused at the right element by the right name", () => {
  let count = 0;
  for (const mutation of MUTATIONS) {
    const cases = broken(mutation);
    count += cases.length;
    it(`${mutation.title} → ${mutation.code} (${cases.length})`, async () => {
      assert.ok(cases.length > 0, "no model can be broken this way");
      for (const [title, xml, elementId] of cases) {
        const result = await parseBpmn(xml);
        const found = result.ok ? [] : result.problems.map((problem) => `${problem.code} ${problem.elementId ?? "-"}`);
        assert.ok(
          found.includes(`${mutation.code} ${elementId}`),
          `${title}: ${elementId}: ${found.join(", ")}\n${xml}`,
        );
        for (const { zh, en } of result.ok ? [] : result.problems) assert.ok(zh !== "" && en !== "");
      }
    });
  }
  it("there are at least 300 of them", () => assert.ok(count >= 300, String(count)));
});
