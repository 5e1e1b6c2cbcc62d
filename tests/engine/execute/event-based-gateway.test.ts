import assert from "node:assert/strict";
import {
  bundleFrom,
  conditionalEvent,
  documentOf,
  flows,
  message,
  messageEvent,
  node,
  processOf,
  signal,
  signalEvent,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const XML = documentOf(
  message("M", "answer", "=no") +
    signal("S", "stop") +
    processOf(
      "p",
      start(),
      node("eventBasedGateway", "g"),
      node("intermediateCatchEvent", "m", {}, messageEvent("M")),
      node("intermediateCatchEvent", "t", {}, timer("timeDuration", "PT2H")),
      node("intermediateCatchEvent", "s", {}, signalEvent("S")),
      node("intermediateCatchEvent", "c", {}, conditionalEvent("done = true")),
      ...["afterM", "afterT", "afterS", "afterC"].map((id) => userTask(id)),
      flows("start > g > m > afterM", "g > t > afterT", "g > s > afterS", "g > c > afterC"),
    ),
);

describe("event-based gateway", () => {
  it("holds the token until one of the events behind it happens (BPMN 2.0 §13.4.4)", async () => {
    const story = new Story(await bundleFrom(XML)).start({ no: "1" });
    assert.deepEqual(story.waitsAt(), ["g"]);
    const [reason] = story.reasons();
    assert.equal(reason?.zh, "等待以下任一事件：m、t、s、c");
    assert.equal(reason?.until, "2026-03-02T04:00:00.000Z");
  });

  it("goes the way of the first event and forgets the others (§10.6.6)", async () => {
    const story = new Story(await bundleFrom(XML)).start({ no: "1" }).deliver("answer", "1", { x: 1 });
    assert.deepEqual(story.trace(), [
      "subscriptionClosed",
      "timerClosed",
      "signalWaitCancelled",
      "conditionClosed",
      "complete g",
      "flow g_m",
      "enter m",
      "set x s1",
      "complete m",
      "flow m_afterM",
      "enter afterM",
      "task afterM",
    ]);
    assert.deepEqual(story.waitsAt(), ["afterM"]);
    assert.equal(story.state.timers, undefined);
  });

  it("goes on by a timer, a signal, a condition alike", async () => {
    const bundle = await bundleFrom(XML);
    const begun = (): Story => new Story(bundle).start({ no: "1" });
    assert.deepEqual(begun().fire("t").waitsAt(), ["afterT"]);
    assert.deepEqual(begun().signal("stop").waitsAt(), ["afterS"]);
    assert.deepEqual(begun().set({ done: true }).waitsAt(), ["afterC"]);
  });

  it("takes a receive task for a message (§10.6.6)", async () => {
    const xml = documentOf(
      message("M", "answer", "=no") +
        processOf(
          "p",
          start(),
          node("eventBasedGateway", "g"),
          node("receiveTask", "r", { messageRef: "M" }),
          node("intermediateCatchEvent", "t", {}, timer("timeDuration", "PT2H")),
          userTask("a"),
          userTask("b"),
          flows("start > g > r > a", "g > t > b"),
        ),
    );
    const story = new Story(await bundleFrom(xml)).start({ no: 7 }).deliver("answer", "7", { ok: true });
    assert.deepEqual(story.waitsAt(), ["a"]);
    assert.deepEqual(story.variables(), { no: 7, ok: true });
  });

  it("in a loop waits anew each time", async () => {
    const xml = documentOf(
      signal("A") +
        signal("B") +
        processOf(
          "p",
          start(),
          node("exclusiveGateway", "merge"),
          node("eventBasedGateway", "g"),
          node("intermediateCatchEvent", "again", {}, signalEvent("A")),
          node("intermediateCatchEvent", "out", {}, signalEvent("B")),
          userTask("a"),
          flows("start > merge > g > again > merge", "g > out > a"),
        ),
    );
    const story = new Story(await bundleFrom(xml)).start().signal("A").signal("A", {}, "g2");
    assert.deepEqual(story.waitsAt(), ["g"]);
    assert.equal(Object.keys(story.state.signals ?? {}).length, 2);
    assert.deepEqual(story.signal("B").waitsAt(), ["a"]);
  });

  it("stands still with an incident when an event behind it cannot be awaited, and waits once it can", async () => {
    const story = new Story(await bundleFrom(XML)).start();
    assert.equal(story.incident(), "VALUE_NOT_TEXT");
    assert.deepEqual(story.set({ no: "5" }).resolve().waitsAt(), ["g"]);
    assert.equal(Object.keys(story.state.subscriptions ?? {}).length, 1);
  });
});
