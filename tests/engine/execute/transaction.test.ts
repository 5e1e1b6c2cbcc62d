import assert from "node:assert/strict";
import {
  boundary,
  bundleFrom,
  compensated,
  documentOf,
  errorEvent,
  extensions,
  flow,
  flows,
  node,
  processOf,
  serviceTask,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const undo = (id: string): string =>
  node(
    "userTask",
    id,
    { isForCompensation: "true" },
    extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`),
  );
const cancel = "<bpmn:cancelEventDefinition />";

const XML = documentOf(
  `<bpmn:error id="E" errorCode="e" />` +
    processOf(
      "p",
      start(),
      node(
        "transaction",
        "tx",
        {},
        start("s"),
        userTask("pay"),
        compensated("pay", "refund"),
        undo("refund"),
        node("parallelGateway", "fork"),
        userTask("other"),
        serviceTask("book"),
        node("exclusiveGateway", "ok", { default: "ok_stop" }),
        node("endEvent", "stop", {}, cancel),
        node("endEvent", "done"),
        flows("s > pay > fork > book > ok > stop", "fork > other"),
        flow("ok", "done", "=booked = true"),
      ),
      boundary("cancelled", "tx", cancel),
      boundary("failed", "tx", errorEvent()),
      userTask("afterCancel"),
      userTask("afterError"),
      userTask("after"),
      flows("start > tx > after", "cancelled > afterCancel", "failed > afterError"),
    ),
);

describe("transaction", () => {
  it("that completes goes on like a sub-process (BPMN 2.0 §10.3.5)", async () => {
    const story = new Story(await bundleFrom(XML))
      .start()
      .complete("pay")
      .completeJob("book", { booked: true })
      .complete("other");
    assert.deepEqual(story.waitsAt(), ["after"]);
  });

  it("cancelled: ends what goes on, compensates what is done, then leaves by the cancel event (§13.5.5)", async () => {
    const story = new Story(await bundleFrom(XML)).start().complete("pay").completeJob("book", { booked: false });
    assert.deepEqual(story.waitsAt(), ["tx", "stop", "refund"]);
    assert.ok(story.trace().includes("taskClosed other cancelled"));
    assert.deepEqual(story.complete("refund").waitsAt(), ["afterCancel"]);
  });

  it("with a hazard, an error, leaves without compensation (§10.3.5)", async () => {
    const story = new Story(await bundleFrom(XML)).start().complete("pay");
    story.do({ type: "throwError", jobId: story.job("book"), errorCode: "e", message: "" });
    assert.deepEqual(story.waitsAt(), ["afterError"]);
    assert.equal(story.state.compensations, undefined);
  });

  it("cancelled with nothing done leaves at once", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("transaction", "tx", {}, start("s"), node("endEvent", "stop", {}, cancel), flows("s > stop")),
        boundary("cancelled", "tx", cancel),
        userTask("afterCancel"),
        flows("start > tx", "cancelled > afterCancel"),
      ),
    );
    assert.deepEqual(new Story(await bundleFrom(xml)).start().waitsAt(), ["afterCancel"]);
  });
});
