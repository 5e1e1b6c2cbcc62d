import assert from "node:assert/strict";
import {
  bundleFrom,
  documentOf,
  end,
  extensions,
  flows,
  mappings,
  message,
  messageEvent,
  node,
  processOf,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

describe("start event", () => {
  it("none: begins the process with the variables given (BPMN 2.0 §13.5.1)", async () => {
    const bundle = await bundleFrom(documentOf(processOf("p", start(), end(), flows("start > end"))));
    const story = new Story(bundle).start({ a: 1 });
    assert.deepEqual(story.trace(), [
      "processStarted",
      "enter start",
      "complete start",
      "flow start_end",
      "enter end",
      "complete end",
      "processCompleted",
    ]);
    assert.equal(story.effect("endInstance").outcome, "completed");
  });

  it("message: its variables pass through the output mappings", async () => {
    const xml = documentOf(
      message("m", "reported") +
        processOf(
          "p",
          node("startEvent", "start", {}, extensions(mappings({ outputs: { place: "=where" } })), messageEvent("m")),
          userTask("a"),
          flows("start > a"),
        ),
    );
    const story = new Story(await bundleFrom(xml));
    story.do({ type: "start", messageName: "reported", variables: { where: "南苑", noise: 1 } });
    assert.deepEqual(story.variables(), { place: "南苑" });
  });

  it("message: without mappings all its variables go to the process", async () => {
    const xml = documentOf(
      message("m", "reported") +
        processOf("p", node("startEvent", "start", {}, messageEvent("m")), userTask("a"), flows("start > a")),
    );
    const story = new Story(await bundleFrom(xml)).start({ where: "南苑" });
    assert.deepEqual(story.variables(), { where: "南苑" });
  });

  it("chooses among several by the message's name", async () => {
    const xml = documentOf(
      message("m1", "byPhone") +
        message("m2", "byScan") +
        processOf(
          "p",
          start("none"),
          node("startEvent", "phone", {}, messageEvent("m1")),
          node("startEvent", "scan", {}, messageEvent("m2")),
          userTask("a"),
          userTask("b"),
          userTask("c"),
          flows("none > a", "phone > b", "scan > c"),
        ),
    );
    const bundle = await bundleFrom(xml);
    const waits = (messageName?: string): readonly string[] =>
      new Story(bundle)
        .do({ type: "start", variables: {}, ...(messageName === undefined ? {} : { messageName }) })
        .waitsAt();
    assert.deepEqual([waits(), waits("byPhone"), waits("byScan")], [["a"], ["b"], ["c"]]);
    assert.equal(
      new Story(bundle).refused({ type: "start", variables: {}, messageName: "byFax" }).code,
      "START_EVENT_NOT_FOUND",
    );
  });

  it("is refused twice, and for a process that is not there", async () => {
    const bundle = await bundleFrom(documentOf(processOf("p", start(), userTask("a"), flows("start > a"))));
    assert.equal(
      new Story(bundle).refused({ type: "start", variables: {}, processKey: "no" }).code,
      "PROCESS_NOT_FOUND",
    );
    const story = new Story(bundle);
    assert.equal(story.refused({ type: "cancel", reason: "" }).code, "INSTANCE_NOT_STARTED");
    assert.equal(story.start().refused({ type: "start", variables: {} }).code, "INSTANCE_ALREADY_STARTED");
  });
});
