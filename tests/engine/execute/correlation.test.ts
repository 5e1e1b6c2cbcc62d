import assert from "node:assert/strict";
import {
  bundleFrom,
  documentOf,
  flows,
  message,
  messageEvent,
  node,
  processOf,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const property = (id: string, paths: Readonly<Record<string, string>>): string =>
  `<bpmn:correlationProperty id="${id}" name="${id}">${Object.entries(paths)
    .map(
      ([ref, path]) =>
        `<bpmn:correlationPropertyRetrievalExpression messageRef="${ref}"><bpmn:messagePath>${path}</bpmn:messagePath></bpmn:correlationPropertyRetrievalExpression>`,
    )
    .join("")}</bpmn:correlationProperty>`;
const key = (...refs: string[]): string =>
  `<bpmn:collaboration id="c"><bpmn:correlationKey id="K">${refs.map((ref) => `<bpmn:correlationPropertyRef>${ref}</bpmn:correlationPropertyRef>`).join("")}</bpmn:correlationKey></bpmn:collaboration>`;
const bound = (paths: Readonly<Record<string, string>>): string =>
  `<bpmn:correlationSubscription id="s" correlationKeyRef="K">${Object.entries(paths)
    .map(
      ([ref, path]) =>
        `<bpmn:correlationPropertyBinding correlationPropertyRef="${ref}"><bpmn:dataPath>${path}</bpmn:dataPath></bpmn:correlationPropertyBinding>`,
    )
    .join("")}</bpmn:correlationSubscription>`;
const receive = node("receiveTask", "x", { messageRef: "Paid" });

describe("correlation by standard BPMN", () => {
  it("context-based: the process says what it waits for, the message what it is about (§8.3.2)", async () => {
    const root = message("Paid", "paid") + property("order", { Paid: "invoice.order" }) + key("order");
    const xml = documentOf(
      root + processOf("p", bound({ order: "order.id" }), start(), receive, userTask("a"), flows("start > x > a")),
    );
    const story = new Story(await bundleFrom(xml)).start({ order: { id: 7 } });
    assert.equal(story.effect("openSubscription").correlationKey, "7");
    const other = { type: "deliverMessage", messageName: "paid", correlationKey: "", messageId: "m1" } as const;
    assert.equal(story.refused({ ...other, variables: { invoice: { order: 8 } } }).code, "MESSAGE_NOT_EXPECTED");
    story.do({ ...other, variables: { invoice: { order: 7 }, amount: 3 } });
    assert.deepEqual([story.waitsAt(), story.variables()["amount"]], [["a"], 3]);
  });

  it("several properties are one key; a shell that knows the key may say it", async () => {
    const root =
      message("Paid", "paid") +
      property("order", { Paid: "id" }) +
      property("place", { Paid: "at" }) +
      key("order", "place");
    const paths = bound({ order: "number", place: `"c1"` });
    const xml = documentOf(root + processOf("p", paths, start(), receive, userTask("a"), flows("start > x > a")));
    const story = new Story(await bundleFrom(xml)).start({ number: 7 });
    assert.deepEqual(story.deliver("paid", "7/c1").waitsAt(), ["a"]);
  });

  it("key-based: what the first message of a conversation brings is what the next must have (§8.3.2)", async () => {
    const root =
      message("Ordered", "ordered") +
      message("Paid", "paid") +
      property("order", { Ordered: "id", Paid: "orderId" }) +
      key("order");
    const begin = node("startEvent", "begin", {}, messageEvent("Ordered"));
    const xml = documentOf(root + processOf("p", begin, receive, userTask("a"), flows("begin > x > a")));
    const story = new Story(await bundleFrom(xml)).do({
      type: "start",
      messageName: "ordered",
      variables: { id: "o-1" },
    });
    assert.equal(story.effect("openSubscription").correlationKey, "o-1");
    assert.equal(story.variables()["order"], "o-1");
    story.deliver("paid", "", { orderId: "o-1" });
    assert.deepEqual(story.waitsAt(), ["a"]);
    // Whatever a shell takes to belong here, the key of the conversation stays.
    const again = new Story(story.bundle).do({ type: "start", messageName: "ordered", variables: { id: "o-1" } });
    again.deliver("paid", "o-1", { orderId: "o-9" });
    assert.equal(again.variables()["order"], "o-1");
  });

  it("what is sent carries the key that is read off it, and the answer is waited for by the same", async () => {
    const root =
      message("Asked", "asked") +
      message("Paid", "paid") +
      property("order", { Asked: "order.id", Paid: "orderId" }) +
      key("order");
    const send = node("sendTask", "ask", { messageRef: "Asked" });
    const xml = documentOf(root + processOf("p", start(), send, receive, userTask("a"), flows("start > ask > x > a")));
    const story = new Story(await bundleFrom(xml)).start({ order: { id: "o-2" } });
    assert.equal(story.effect("publishMessage").correlationKey, "o-2");
  });

  it("without any key whoever waits for the name takes it, and one that fits by its key goes before", async () => {
    const xml = documentOf(
      message("Paid", "paid") +
        message("Keyed", "paid", "=id") +
        processOf(
          "p",
          start(),
          receive,
          node("receiveTask", "y", { messageRef: "Keyed" }),
          userTask("a"),
          flows("start > x > a", "start > y > a"),
        ),
    );
    const story = new Story(await bundleFrom(xml)).start({ id: "7" });
    assert.deepEqual(story.deliver("paid", "7").waitsAt(), ["x", "a"]);
    assert.deepEqual(story.deliver("paid", "anything", {}, "m2").waitsAt(), ["a", "a"]);
  });
});
