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
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

describe("user task", () => {
  it("waits for a person, takes only what its outputs name, and goes on", async () => {
    const io = mappings({ inputs: { place: "=report.place" }, outputs: { result: "=submission.result" } });
    const xml = documentOf(
      processOf("p", start(), userTask("sign", { name: "签收" }, io), end(), flows("start > sign > end")),
    );
    const story = new Story(await bundleFrom(xml)).start({ report: { place: "南苑街道" } });
    assert.deepEqual(story.trace(), [
      "processStarted",
      "enter start",
      "complete start",
      "flow start_sign",
      "enter sign",
      "localsSet",
      "task sign",
    ]);
    story.complete("sign", { result: "done", other: 1 });
    assert.deepEqual(story.trace(), [
      "taskClosed sign completed",
      "set result s1",
      "complete sign",
      "flow sign_end",
      "enter end",
      "complete end",
      "processCompleted",
    ]);
    assert.deepEqual(story.variables(), { report: { place: "南苑街道" }, result: "done" });
    assert.equal(story.state.status, "completed");
  });
});
