import assert from "node:assert/strict";
import {
  boundary,
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

const paid = message("m", "paid", "=order.id");

describe("messages", () => {
  it("a receive task takes the message of its name and key, once", async () => {
    const xml = documentOf(
      paid +
        processOf("p", start(), node("receiveTask", "r", { messageRef: "m" }), userTask("a"), flows("start > r > a")),
    );
    const story = new Story(await bundleFrom(xml)).start({ order: { id: 17 } });
    const { subscriptionId: _, ...effect } = story.effect("openSubscription");
    assert.deepEqual(effect, { type: "openSubscription", messageName: "paid", correlationKey: "17" });
    const other = {
      type: "deliverMessage",
      messageName: "paid",
      correlationKey: "18",
      messageId: "x",
      variables: {},
    } as const;
    assert.equal(story.refused(other).code, "MESSAGE_NOT_EXPECTED");
    story.deliver("paid", "17", { amount: 3 });
    assert.deepEqual(story.variables(), { order: { id: 17 }, amount: 3 });
    story.effect("closeSubscription");
    assert.equal(story.refused({ ...other, correlationKey: "17" }).code, "MESSAGE_NOT_EXPECTED");
  });

  it("a catch event with outputs takes only what they name", async () => {
    const event = node(
      "intermediateCatchEvent",
      "c",
      {},
      extensions(mappings({ outputs: { sum: "=amount * 2" } })),
      messageEvent("m"),
    );
    const xml = documentOf(paid + processOf("p", start(), event, userTask("a"), flows("start > c > a")));
    const story = new Story(await bundleFrom(xml)).start({ order: { id: "k" } }).deliver("paid", "k", { amount: 3 });
    assert.deepEqual(story.variables(), { order: { id: "k" }, sum: 6 });
  });

  it("reaches exactly one of several that wait, the oldest", async () => {
    const xml = documentOf(
      paid +
        processOf(
          "p",
          start(),
          node("receiveTask", "one", { messageRef: "m" }),
          node("receiveTask", "two", { messageRef: "m" }),
          flows("start > one", "start > two"),
        ),
    );
    const story = new Story(await bundleFrom(xml)).start({ order: { id: "k" } }).deliver("paid", "k");
    assert.deepEqual(story.waitsAt(), ["two"]);
  });

  it("a non-interrupting boundary event listens on, but takes the same message id once", async () => {
    const xml = documentOf(
      paid +
        processOf(
          "p",
          start(),
          userTask("work"),
          boundary("news", "work", messageEvent("m"), false),
          userTask("read"),
          flows("start > work", "news > read"),
        ),
    );
    const story = new Story(await bundleFrom(xml)).start({ order: { id: "k" } }).deliver("paid", "k", { n: 1 }, "id1");
    assert.deepEqual(story.waitsAt(), ["work", "read"]);
    assert.equal(story.variables()["n"], 1);
    const again = {
      type: "deliverMessage",
      messageName: "paid",
      correlationKey: "k",
      messageId: "id1",
      variables: {},
    } as const;
    assert.equal(story.refused(again).code, "MESSAGE_ALREADY_DELIVERED");
    story.do({ ...again, messageId: "id2" });
    assert.deepEqual(story.waitsAt(), ["work", "read", "read"]);
    story.complete("work").effect("closeSubscription");
  });

  it("an interrupting boundary event ends its activity", async () => {
    const xml = documentOf(
      paid +
        processOf(
          "p",
          start(),
          userTask("work"),
          boundary("stop", "work", messageEvent("m")),
          userTask("read"),
          flows("start > work", "stop > read"),
        ),
    );
    const story = new Story(await bundleFrom(xml)).start({ order: { id: "k" } }).deliver("paid", "k");
    assert.deepEqual(story.waitsAt(), ["read"]);
  });

  it("throw event, end event and send task publish what their inputs made, and go on", async () => {
    const inputs = extensions(mappings({ inputs: { text: '="hello " + order.id' } }));
    const xml = documentOf(
      paid +
        processOf(
          "p",
          start(),
          node("intermediateThrowEvent", "throw", {}, inputs, messageEvent("m")),
          node("sendTask", "send", { messageRef: "m" }),
          node("endEvent", "end", {}, messageEvent("m")),
          flows("start > throw > send > end"),
        ),
    );
    const story = new Story(await bundleFrom(xml)).start({ order: { id: "k" } });
    const published = story.effects.flatMap((effect) => (effect.type === "publishMessage" ? [effect] : []));
    assert.deepEqual(
      published.map(({ messageName, correlationKey, variables }) => ({ messageName, correlationKey, variables })),
      [
        { messageName: "paid", correlationKey: "k", variables: { text: "hello k" } },
        { messageName: "paid", correlationKey: "k", variables: {} },
        { messageName: "paid", correlationKey: "k", variables: {} },
      ],
    );
    assert.equal(new Set(published.map((effect) => effect.messageId)).size, 3);
    assert.equal(story.state.status, "completed");
  });

  it("a send task with a job type is a job", async () => {
    const job = extensions(`<zeebe:taskDefinition type="mail" />`);
    const xml = documentOf(
      processOf("p", start(), node("sendTask", "send", {}, job), end(), flows("start > send > end")),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.equal(story.effect("createJob").jobType, "mail");
    assert.equal(story.completeJob("send").state.status, "completed");
  });

  it("a key that is nothing is an incident", async () => {
    const xml = documentOf(
      paid + processOf("p", start(), node("receiveTask", "r", { messageRef: "m" }), flows("start > r")),
    );
    assert.equal(new Story(await bundleFrom(xml)).start().incident(), "VALUE_NOT_TEXT");
  });
});
