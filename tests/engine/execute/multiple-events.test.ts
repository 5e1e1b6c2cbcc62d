import assert from "node:assert/strict";
import {
  boundary,
  bundleFrom,
  conditionalEvent,
  documentOf,
  end,
  errorEvent,
  escalationEvent,
  eventSubProcess,
  extensions,
  flows,
  mappings,
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

const ROOTS =
  message("M", "answer", "=no") +
  message("N", "payment", "=no") +
  signal("S", "stop") +
  `<bpmn:escalation id="E" escalationCode="late" /><bpmn:error id="X" errorCode="broken" />`;
const doc = (...content: readonly string[]): string => documentOf(ROOTS + processOf("p", start(), ...content));
const any = [messageEvent("M"), signalEvent("S"), timer("timeDuration", "PT2H"), conditionalEvent("done = true")];

describe("multiple events: any one (BPMN 2.0 §10.5.2, §10.5.5)", () => {
  const caught = doc(
    node("intermediateCatchEvent", "x", { name: "等回复" }, ...any),
    userTask("next"),
    flows("start > x > next"),
  );

  it("catch: the first of its parts lets the token go on and the other waits end", async () => {
    const bundle = await bundleFrom(caught);
    const begun = (): Story => new Story(bundle).start({ no: "1" });
    for (const story of [
      begun().deliver("answer", "1", { x: 1 }),
      begun().signal("stop"),
      begun().fire("x"),
      begun().set({ done: true }),
    ]) {
      assert.deepEqual(story.waitsAt(), ["next"]);
      const { subscriptions, timers, signals, conditions } = story.state;
      assert.deepEqual([subscriptions, timers, signals, conditions], [undefined, undefined, undefined, undefined]);
    }
  });

  it("says all that it waits for, and until when", async () => {
    const [reason] = new Story(await bundleFrom(caught)).start({ no: "1" }).reasons();
    assert.equal(reason?.zh, "“等回复”等待以下任一事件：消息“answer”、信号“stop”、条件成立、到期时间");
    assert.equal(reason?.until, "2026-03-02T04:00:00.000Z");
  });

  it("boundary: an error, an escalation or a message, whichever comes", async () => {
    const xml = doc(
      node(
        "subProcess",
        "sub",
        {},
        start("s"),
        userTask("a"),
        node("exclusiveGateway", "g", { default: "g_e1" }),
        node("endEvent", "e1", {}, errorEvent("X")),
        node("endEvent", "e2", {}, escalationEvent("E")),
        flows("s > a > g > e1"),
        `<bpmn:sequenceFlow id="g_e2" sourceRef="g" targetRef="e2"><bpmn:conditionExpression>late</bpmn:conditionExpression></bpmn:sequenceFlow>`,
      ),
      boundary("x", "sub", messageEvent("M") + errorEvent("X") + escalationEvent("E")),
      userTask("next"),
      flows("start > sub", "x > next"),
    );
    const bundle = await bundleFrom(xml);
    const begun = (late: boolean): Story => new Story(bundle).start({ no: "1", late });
    assert.deepEqual(begun(false).complete("a").waitsAt(), ["next"]);
    assert.equal(begun(false).complete("a").variables()["errorCode"], "broken");
    assert.deepEqual(begun(true).complete("a").waitsAt(), ["next"]);
    const story = begun(false).deliver("answer", "1", { by: "phone" });
    assert.deepEqual([story.waitsAt(), story.variables()["by"]], [["next"], "phone"]);
  });

  it("boundary, not interrupting: each occurrence of each part", async () => {
    const xml = doc(
      userTask("a"),
      boundary("x", "a", messageEvent("M") + signalEvent("S"), false),
      userTask("note"),
      flows("start > a", "x > note"),
    );
    const story = new Story(await bundleFrom(xml)).start({ no: "1" });
    story.deliver("answer", "1", {}, "m1").signal("stop").deliver("answer", "1", {}, "m2");
    assert.deepEqual(story.waitsAt(), ["a", "note", "note", "note"]);
  });

  it("event sub-process: begins by any of its parts", async () => {
    const xml = doc(
      userTask("a"),
      flows("start > a"),
      eventSubProcess("esp", messageEvent("M") + signalEvent("S"), true, userTask("inner"), flows("espStart > inner")),
    );
    const story = new Story(await bundleFrom(xml)).start({ no: "1" }).signal("stop");
    assert.deepEqual(story.waitsAt(), ["esp", "inner"]);
    assert.equal(story.state.subscriptions, undefined);
  });
});

describe("parallel multiple events: all (BPMN 2.0 §10.5.2, §10.5.5)", () => {
  const both = { parallelMultiple: "true" };

  it("catch: waits for each part and brings what all have brought", async () => {
    const xml = doc(
      node("intermediateCatchEvent", "x", both, messageEvent("M"), messageEvent("N"), timer("timeDuration", "PT1H")),
      userTask("next"),
      flows("start > x > next"),
    );
    const story = new Story(await bundleFrom(xml)).start({ no: "1" }).deliver("payment", "1", { paid: 5 });
    assert.deepEqual(story.waitsAt(), ["x"]);
    assert.equal(story.reasons()[0]?.zh, "“x”等待以下全部事件：消息“answer”、到期时间");
    story.fire("x");
    assert.deepEqual(story.waitsAt(), ["x"]);
    story.deliver("answer", "1", { says: "yes" });
    assert.deepEqual(story.waitsAt(), ["next"]);
    assert.deepEqual(story.variables(), { no: "1", paid: 5, says: "yes" });
    assert.equal(story.state.gatherings, undefined);
  });

  it("boundary, interrupting: what was gathered goes with the activity", async () => {
    const xml = doc(
      userTask("a"),
      node("boundaryEvent", "x", { attachedToRef: "a", ...both }, messageEvent("M"), signalEvent("S")),
      userTask("next"),
      end(),
      flows("start > a > end", "x > next"),
    );
    const bundle = await bundleFrom(xml);
    const story = new Story(bundle).start({ no: "1" }).signal("stop", { s: 1 });
    assert.deepEqual(story.waitsAt(), ["a"]);
    assert.deepEqual(story.deliver("answer", "1", { m: 1 }).waitsAt(), ["next"]);
    assert.deepEqual(story.variables(), { no: "1", s: 1, m: 1 });
    const left = new Story(bundle).start({ no: "1" }).signal("stop").complete("a");
    assert.equal(left.state.status, "completed");
    assert.equal(left.state.gatherings, undefined);
  });

  it("boundary, not interrupting: one of each part is taken, the surplus is kept", async () => {
    const xml = doc(
      userTask("a"),
      node(
        "boundaryEvent",
        "x",
        { attachedToRef: "a", cancelActivity: "false", ...both },
        messageEvent("M"),
        messageEvent("N"),
      ),
      userTask("note"),
      flows("start > a", "x > note"),
    );
    const story = new Story(await bundleFrom(xml)).start({ no: "1" });
    story.deliver("answer", "1", {}, "m1").deliver("answer", "1", {}, "m2");
    assert.deepEqual(story.waitsAt(), ["a"]);
    assert.deepEqual(story.deliver("payment", "1", {}, "n1").waitsAt(), ["a", "note"]);
    assert.deepEqual(story.deliver("payment", "1", {}, "n2").waitsAt(), ["a", "note", "note"]);
    assert.equal(story.state.gatherings, undefined);
  });

  it("event sub-process: begins when each part has happened", async () => {
    const begin = node("startEvent", "in", { isInterrupting: "false", ...both }, messageEvent("M"), signalEvent("S"));
    const inner = [begin, userTask("inner"), flows("in > inner")];
    const xml = doc(
      userTask("a"),
      flows("start > a"),
      node("subProcess", "esp", { triggeredByEvent: "true" }, ...inner),
    );
    const story = new Story(await bundleFrom(xml)).start({ no: "1" }).signal("stop", { s: 1 });
    assert.deepEqual(story.waitsAt(), ["a"]);
    assert.deepEqual(story.deliver("answer", "1", {}).waitsAt(), ["a", "esp", "inner"]);
  });
});

describe("multiple events: all are thrown (BPMN 2.0 §10.5.3, §10.5.5)", () => {
  const thrown = [messageEvent("M"), messageEvent("N"), signalEvent("S")];

  it("in the middle: each with an id of its own and the same input mappings", async () => {
    const input = extensions(mappings({ inputs: { x: "=no" } }));
    const xml = doc(
      node("intermediateThrowEvent", "t", {}, input, ...thrown),
      userTask("next"),
      flows("start > t > next"),
    );
    const story = new Story(await bundleFrom(xml)).start({ no: "1" });
    const sent = story.effects.filter(
      (effect) => effect.type === "publishMessage" || effect.type === "broadcastSignal",
    );
    const ids = sent.map((effect) => (effect.type === "publishMessage" ? effect.messageId : effect.signalId));
    assert.deepEqual(ids, ["t3-0", "t3-1", "t3-2"]);
    assert.ok(sent.every(({ variables }) => variables["x"] === "1"));
    assert.deepEqual(story.waitsAt(), ["next"]);
  });

  it("at the end: what ends the scope comes last, wherever it stands in the diagram", async () => {
    const xml = doc(
      node("parallelGateway", "fork"),
      userTask("a"),
      node("endEvent", "t", {}, "<bpmn:terminateEventDefinition />", messageEvent("M"), escalationEvent("E")),
      flows("start > fork > a", "fork > t"),
    );
    const story = new Story(await bundleFrom(xml)).start({ no: "1" });
    assert.equal(story.state.status, "completed");
    const order = story.trace().filter((line) => /messagePublished|escalation|terminate/.test(line));
    assert.deepEqual(order, ["messagePublished", "escalation late", "terminate a"]);
  });

  it("an escalation that is caught may end the event itself; what it sent has gone out", async () => {
    const xml = doc(
      node(
        "subProcess",
        "sub",
        {},
        start("s"),
        node("endEvent", "t", {}, escalationEvent("E"), messageEvent("M"), errorEvent("X")),
        flows("s > t"),
      ),
      boundary("x", "sub", escalationEvent("E")),
      userTask("next"),
      flows("start > sub", "x > next"),
    );
    const story = new Story(await bundleFrom(xml)).start({ no: "1" });
    assert.deepEqual(story.waitsAt(), ["next"]);
    assert.equal(story.effect("publishMessage").messageName, "answer");
    assert.equal(story.incident(), undefined);
  });

  it("definitions by reference are the same as their own", async () => {
    const xml = documentOf(
      ROOTS +
        `<bpmn:messageEventDefinition id="byMessage" messageRef="M" /><bpmn:signalEventDefinition id="bySignal" signalRef="S" />` +
        processOf(
          "p",
          start(),
          node(
            "intermediateCatchEvent",
            "x",
            {},
            "<bpmn:eventDefinitionRef>byMessage</bpmn:eventDefinitionRef>",
            "<bpmn:eventDefinitionRef>bySignal</bpmn:eventDefinitionRef>",
          ),
          userTask("next"),
          flows("start > x > next"),
        ),
    );
    const bundle = await bundleFrom(xml);
    assert.deepEqual(new Story(bundle).start({ no: "1" }).signal("stop").waitsAt(), ["next"]);
    assert.deepEqual(new Story(bundle).start({ no: "1" }).deliver("answer", "1").waitsAt(), ["next"]);
  });
});
