import assert from "node:assert/strict";
import {
  bundleFrom,
  documentOf,
  end,
  extensions,
  flows,
  mappings,
  node,
  processOf,
  start,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

for (const kind of ["task", "manualTask", "intermediateThrowEvent"]) {
  describe(`${kind} (nothing to wait for)`, () => {
    it("passes the token on and applies its output mappings", async () => {
      const io = extensions(mappings({ outputs: { n: "=n + 1" } }));
      const xml = documentOf(
        processOf("p", start(), node(kind, "x", { "gl:caseState": "accepted" }, io), end(), flows("start > x > end")),
      );
      const story = new Story(await bundleFrom(xml)).start({ n: 1 });
      assert.deepEqual(story.trace().slice(3), [
        "flow start_x",
        "enter x",
        "caseStateSet",
        "set n s1",
        "complete x",
        "flow x_end",
        "enter end",
        "complete end",
        "processCompleted",
      ]);
      assert.deepEqual(story.variables(), { n: 2 });
      assert.equal(story.effect("setCaseState").caseState, "accepted");
      assert.equal(story.state.caseState, "accepted");
    });
  });
}
