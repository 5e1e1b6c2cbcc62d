import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { parseBpmn } from "../../../engine/index.ts";
import { WELL_FORMED } from "../../support/well-formed/index.ts";

const root = new URL("../../../definitions/", import.meta.url);
const shipped = Object.fromEntries(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".bpmn"))
    .map((path) => [path, readFileSync(new URL(path, root), "utf8")]),
);

/** No false alarm: the other half of `malformed.test.ts`. */
for (const [chapter, models] of Object.entries({ ...WELL_FORMED, shipped })) {
  describe(`well-formed models are accepted: ${chapter}`, () => {
    for (const [title, xml] of Object.entries(models)) {
      it(title, async () => {
        const result = await parseBpmn(xml);
        assert.deepEqual(
          result.ok ? [] : result.problems.map(({ code, elementId, en }) => `${code} ${elementId ?? "-"}: ${en}`),
          [],
        );
      });
    }
  });
}

it("there are at least 60 of them", () => {
  const models = [...Object.values(WELL_FORMED), shipped].flatMap((chapter) => Object.keys(chapter));
  assert.ok(models.length >= 60, String(models.length));
  assert.ok(Object.keys(shipped).length >= 3);
});
