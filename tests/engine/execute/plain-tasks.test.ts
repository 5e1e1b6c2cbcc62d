import assert from "node:assert/strict";
import {
  bundleFrom,
  documentOf,
  flows,
  message,
  node,
  processOf,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const BANK = `<bpmn:interface id="i" name="bank"><bpmn:operation id="o" name="pay"><bpmn:inMessageRef>m</bpmn:inMessageRef></bpmn:operation></bpmn:interface>`;
const story = async (task: string): Promise<Story> =>
  new Story(
    await bundleFrom(
      documentOf(message("m", "payment") + BANK + processOf("p", start(), task, userTask("a"), flows("start > x > a"))),
    ),
  ).start({ n: 1 });

describe("tasks without any extension", () => {
  it("a service task's job is the operation that it calls, else its implementation (BPMN 2.0 §10.3.3)", async () => {
    const called = await story(node("serviceTask", "x", { operationRef: "o" }));
    assert.deepEqual([called.effect("createJob").jobType, called.effect("createJob").variables], ["pay", { n: 1 }]);
    assert.deepEqual(called.completeJob("x", { paid: true }).variables(), { n: 1, paid: true });
    const named = await story(node("serviceTask", "x", { implementation: "http://bank.example/pay" }));
    assert.equal(named.effect("createJob").jobType, "http://bank.example/pay");
  });

  it("a send task sends the message of its operation, or by an implementation", async () => {
    const sent = await story(node("sendTask", "x", { operationRef: "o" }));
    assert.equal(sent.effect("publishMessage").messageName, "payment");
    assert.deepEqual(sent.waitsAt(), ["a"]);
    assert.equal((await story(node("sendTask", "x", { implementation: "mail" }))).effect("createJob").jobType, "mail");
  });

  it("a receive task waits for the message of its operation", async () => {
    const waiting = await story(node("receiveTask", "x", { operationRef: "o" }));
    assert.deepEqual(waiting.deliver("payment", "").waitsAt(), ["a"]);
  });
});
