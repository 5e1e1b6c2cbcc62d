import assert from "node:assert/strict";
import {
  bundleFrom,
  compensated,
  conditionalEvent,
  documentOf,
  end,
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

const ROOTS = message("M", "reported", "=no") + message("N", "paid", "=no") + signal("S", "rainstorm");
const doc = (...content: readonly string[]): string => documentOf(ROOTS + processOf("p", ...content));
const startAt = (id: string, definition: string, ...inner: readonly string[]): string =>
  node("startEvent", id, {}, ...inner, definition);

describe("start events of a process (BPMN 2.0 §10.5.2, §13.2)", () => {
  it("several are alternatives: each begins an instance of its own way", async () => {
    const xml = doc(
      start("plain"),
      startAt("daily", timer("timeCycle", "R/P1D")),
      startAt("warned", signalEvent("S")),
      startAt("called", messageEvent("M")),
      ...["plainly", "patrol", "flood", "report"].map((id) => userTask(id)),
      flows("plain > plainly", "daily > patrol", "warned > flood", "called > report"),
    );
    const bundle = await bundleFrom(xml);
    const begun = (startId?: string): readonly string[] =>
      new Story(bundle).do({ type: "start", variables: {}, ...(startId === undefined ? {} : { startId }) }).waitsAt();
    assert.deepEqual(
      [begun(), begun("daily"), begun("warned"), begun("called")],
      [["plainly"], ["patrol"], ["flood"], ["report"]],
    );
    assert.equal(
      new Story(bundle).refused({ type: "start", variables: {}, startId: "patrol" }).code,
      "START_EVENT_NOT_FOUND",
    );
  });

  it("signal: what it brings passes through the output mappings, as a message's does", async () => {
    const xml = doc(
      startAt("warned", signalEvent("S"), extensions(mappings({ outputs: { level: "=colour" } }))),
      userTask("flood"),
      flows("warned > flood"),
    );
    const story = new Story(await bundleFrom(xml));
    story.do({ type: "start", startId: "warned", variables: { colour: "red", noise: 1 } });
    assert.deepEqual(story.variables(), { level: "red" });
  });

  it("timer: brings nothing, the process begins with the variables of the command", async () => {
    const xml = doc(startAt("daily", timer("timeCycle", "R/P1D")), userTask("patrol"), flows("daily > patrol"));
    const story = new Story(await bundleFrom(xml)).do({ type: "start", startId: "daily", variables: { grid: "g1" } });
    assert.deepEqual(story.variables(), { grid: "g1" });
    assert.equal(
      new Story(story.bundle).refused({ type: "start", variables: {} }).code,
      "START_EVENT_NOT_FOUND",
      "without a name only a none start event or the one message is meant",
    );
  });

  it("conditional: reads what the command brings, because there is no instance yet", async () => {
    const xml = doc(startAt("hot", conditionalEvent("temperature >= 40")), userTask("a"), flows("hot > a"));
    const bundle = await bundleFrom(xml);
    const begin = { type: "start", startId: "hot" } as const;
    assert.deepEqual(new Story(bundle).do({ ...begin, variables: { temperature: 41 } }).waitsAt(), ["a"]);
    for (const variables of [{ temperature: 39 }, {}])
      assert.equal(new Story(bundle).refused({ ...begin, variables }).code, "START_CONDITION_NOT_MET");
  });

  it("multiple: any of its parts begins the process", async () => {
    const xml = doc(startAt("any", messageEvent("M") + signalEvent("S")), userTask("a"), flows("any > a"));
    const bundle = await bundleFrom(xml);
    for (const named of [{ messageName: "reported" }, { startId: "any" }]) {
      const story = new Story(bundle).do({ type: "start", variables: { x: 1 }, ...named });
      assert.deepEqual([story.waitsAt(), story.variables()], [["a"], { x: 1 }]);
    }
  });
});

describe("a process without a start event (BPMN 2.0 §10.5.2)", () => {
  it("puts a token on every node that no flow leads to", async () => {
    const xml = doc(
      userTask("a"),
      userTask("b"),
      userTask("c"),
      node("boundaryEvent", "late", { attachedToRef: "a" }, timer("timeDuration", "PT1H")),
      userTask("remind"),
      node("task", "undo", { isForCompensation: "true" }),
      compensated("c", "undo"),
      node(
        "subProcess",
        "esp",
        { triggeredByEvent: "true" },
        startAt("espStart", signalEvent("S")),
        userTask("e"),
        flows("espStart > e"),
      ),
      flows("a > c", "b > c", "late > remind"),
    );
    const story = new Story(await bundleFrom(xml)).start({ x: 1 });
    assert.deepEqual(story.trace(), [
      "processStarted",
      "signalAwaited",
      "enter a",
      "enter b",
      "timerScheduled",
      "task a",
      "task b",
    ]);
    story.complete("a").complete("b").complete("c").complete("c");
    assert.equal(story.state.status, "completed");
  });

  it("so does a sub-process, and a process that is called", async () => {
    const called = `<zeebe:calledElement processId="q" />`;
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("subProcess", "sub", {}, userTask("a"), userTask("b")),
        node("callActivity", "call", {}, extensions(called)),
        end(),
        flows("start > sub > call > end"),
      ) + processOf("q", userTask("c"), userTask("d")),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.deepEqual(story.waitsAt(), ["sub", "a", "b"]);
    assert.deepEqual(story.complete("a").complete("b").waitsAt(), ["call", "c", "d"]);
    assert.equal(story.complete("c").complete("d").state.status, "completed");
  });
});

describe("instantiating receive task and event-based gateway (BPMN 2.0 §13.2)", () => {
  const receive = (id: string, messageRef: string, attributes = {}): string =>
    node("receiveTask", id, { messageRef, ...attributes });

  it("a receive task is done with the message that begins the process", async () => {
    const xml = doc(receive("r", "M", { instantiate: "true" }), userTask("a"), flows("r > a"));
    const story = new Story(await bundleFrom(xml));
    story.do({ type: "start", messageName: "reported", variables: { where: "南苑" } });
    assert.deepEqual(story.trace(), [
      "processStarted",
      "enter r",
      "set where s1",
      "complete r",
      "flow r_a",
      "enter a",
      "task a",
    ]);
  });

  it("may be drawn behind a none start event, which then begins nothing (§10.3.3)", async () => {
    const xml = doc(start(), receive("r", "M", { instantiate: "true" }), userTask("a"), flows("start > r > a"));
    const bundle = await bundleFrom(xml);
    assert.deepEqual(new Story(bundle).start({ where: "南苑" }).waitsAt(), ["a"]);
    assert.equal(
      new Story(bundle).refused({ type: "start", startId: "start", variables: {} }).code,
      "START_EVENT_NOT_FOUND",
    );
  });

  const gateway = (attributes: Readonly<Record<string, string>>): string =>
    doc(
      node("eventBasedGateway", "g", { instantiate: "true", ...attributes }),
      node("intermediateCatchEvent", "m", {}, messageEvent("M")),
      node("intermediateCatchEvent", "n", {}, messageEvent("N")),
      userTask("afterM"),
      userTask("afterN"),
      flows("g > m > afterM", "g > n > afterN"),
    );

  it("an exclusive gateway goes the way of the first event and waits for no other", async () => {
    const bundle = await bundleFrom(gateway({}));
    const story = new Story(bundle).do({ type: "start", messageName: "paid", variables: { no: "1" } });
    assert.deepEqual([story.waitsAt(), story.state.subscriptions], [["afterN"], undefined]);
    assert.deepEqual(new Story(bundle).do({ type: "start", startId: "m", variables: {} }).waitsAt(), ["afterM"]);
  });

  it("a parallel gateway waits for its other events, with the keys that the first has brought", async () => {
    const bundle = await bundleFrom(gateway({ eventGatewayType: "Parallel" }));
    const story = new Story(bundle).do({ type: "start", messageName: "paid", variables: { no: "7" } });
    assert.deepEqual([...story.waitsAt()].sort(), ["afterN", "g"]);
    const reason = story.reasons().find(({ elementId }) => elementId === "g");
    assert.equal(reason?.zh, "等待以下全部事件：m");
    story.complete("afterN");
    assert.equal(story.state.status, "running", "it is not complete before all events have occurred");
    assert.deepEqual(story.deliver("reported", "7").waitsAt(), ["afterM"]);
    assert.equal(story.complete("afterM").state.status, "completed");
  });
});
