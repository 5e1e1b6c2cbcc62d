import assert from "node:assert/strict";
import {
  boundary,
  bundleFrom,
  documentOf,
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
  serviceTask,
  signal,
  signalEvent,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const ROOTS =
  message("M", "tip", "=no") +
  signal("S") +
  `<bpmn:error id="E" errorCode="bad" /><bpmn:escalation id="X" escalationCode="high" />`;
const around = (...content: string[]): string => documentOf(ROOTS + processOf("p", start(), ...content));

describe("event sub-process", () => {
  it("interrupting, ends all else in its scope before it begins (BPMN 2.0 §13.5.4)", async () => {
    const xml = around(
      userTask("a"),
      flows("start > a"),
      eventSubProcess("alarm", messageEvent("M"), true, userTask("c"), flows("alarmStart > c")),
    );
    const story = new Story(await bundleFrom(xml)).start({ no: "1" }).deliver("tip", "1", { who: "li" });
    assert.deepEqual(story.trace(), [
      "subscriptionClosed",
      "taskClosed a cancelled",
      "terminate a",
      "enter alarm",
      "scope alarm",
      "enter alarmStart",
      "set who s1",
      "complete alarmStart",
      "flow alarmStart_c",
      "enter c",
      "task c",
    ]);
    assert.equal(story.complete("c").state.status, "completed");
  });

  it("not interrupting, runs beside the rest, as often as its event happens (§13.5.4)", async () => {
    const xml = around(
      userTask("a"),
      flows("start > a"),
      eventSubProcess("alarm", signalEvent("S"), false, userTask("c"), flows("alarmStart > c")),
    );
    const story = new Story(await bundleFrom(xml)).start().signal("S").signal("S", {}, "g2");
    assert.deepEqual(story.waitsAt(), ["a", "alarm", "c", "alarm", "c"]);
    story.complete("a");
    assert.equal(story.state.status, "running", "the scope waits for what it has started");
    assert.equal(story.complete("c").complete("c").state.status, "completed");
    assert.equal(story.state.signals, undefined);
  });

  it("by a timer, once or in a cycle, from the moment the scope begins", async () => {
    const once = around(
      userTask("a"),
      flows("start > a"),
      eventSubProcess("late", timer("timeDuration", "PT1H"), true, userTask("c"), flows("lateStart > c")),
    );
    assert.deepEqual(new Story(await bundleFrom(once)).start().fire("lateStart").waitsAt(), ["late", "c"]);
    const often = around(
      userTask("a"),
      flows("start > a"),
      eventSubProcess("urge", timer("timeCycle", "R2/PT1H"), false, userTask("c"), flows("urgeStart > c")),
    );
    const story = new Story(await bundleFrom(often)).start().fire("urgeStart").fire("urgeStart");
    assert.deepEqual(story.waitsAt(), ["a", "urge", "c", "urge", "c"]);
    assert.equal(story.state.timers, undefined);
  });

  it("catches an error of its scope before the boundary of the scope does (§10.5.7)", async () => {
    const sub = node(
      "subProcess",
      "sub",
      {},
      start("s"),
      serviceTask("job"),
      flows("s > job"),
      eventSubProcess("fix", errorEvent("E"), true, userTask("c"), flows("fixStart > c")),
    );
    const xml = around(sub, boundary("b", "sub", errorEvent()), userTask("d"), flows("start > sub", "b > d"));
    const begun = new Story(await bundleFrom(xml)).start();
    begun.do({ type: "throwError", jobId: begun.job("job"), errorCode: "bad", message: "" });
    assert.deepEqual(begun.waitsAt(), ["sub", "fix", "c"]);
    const other = new Story(await bundleFrom(xml)).start();
    other.do({ type: "throwError", jobId: other.job("job"), errorCode: "other", message: "" });
    assert.deepEqual(other.waitsAt(), ["d"], "a code it does not catch goes outward");
  });

  it("does not catch the errors it throws itself: they go outward (§13.5.4, rethrow)", async () => {
    const sub = node(
      "subProcess",
      "sub",
      {},
      start("s"),
      serviceTask("job"),
      flows("s > job"),
      eventSubProcess(
        "fix",
        errorEvent("E"),
        true,
        userTask("c"),
        node("endEvent", "again", {}, errorEvent("E")),
        flows("fixStart > c > again"),
      ),
    );
    const xml = around(sub, boundary("b", "sub", errorEvent()), userTask("d"), flows("start > sub", "b > d"));
    const story = new Story(await bundleFrom(xml)).start();
    story.do({ type: "throwError", jobId: story.job("job"), errorCode: "bad", message: "" }).complete("c");
    assert.deepEqual(story.waitsAt(), ["d"]);
  });

  it("gives what an error brought to the output mappings of its start event", async () => {
    const begin = node(
      "startEvent",
      "fs",
      {},
      extensions(mappings({ outputs: { why: "=errorMessage" } })),
      errorEvent("E"),
    );
    const fix = node("subProcess", "fix", { triggeredByEvent: "true" }, begin, userTask("c"), flows("fs > c"));
    const story = new Story(await bundleFrom(around(serviceTask("job"), flows("start > job"), fix))).start();
    story.do({ type: "throwError", jobId: story.job("job"), errorCode: "bad", message: "no paper" });
    assert.deepEqual(story.variables(), { why: "no paper" });
  });

  it("catches an escalation and lets the thrower go on when it does not interrupt (§10.5.7)", async () => {
    const xml = around(
      node("intermediateThrowEvent", "tell", {}, escalationEvent("X")),
      userTask("a"),
      flows("start > tell > a"),
      eventSubProcess("lead", escalationEvent("X"), false, userTask("c"), flows("leadStart > c")),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.deepEqual([...story.waitsAt()].sort(), ["a", "c", "lead"]);
    assert.ok(story.trace().includes("escalation high > leadStart"));
  });

  it("is disarmed when its scope ends, and armed again when it begins again", async () => {
    const sub = node(
      "subProcess",
      "sub",
      {},
      start("s"),
      userTask("inner"),
      flows("s > inner"),
      eventSubProcess("alarm", signalEvent("S"), true, userTask("c"), flows("alarmStart > c")),
    );
    const xml = around(sub, userTask("after"), flows("start > sub > after > sub"));
    const story = new Story(await bundleFrom(xml)).start().complete("inner");
    assert.equal(story.state.signals, undefined);
    assert.deepEqual(story.complete("after").signal("S").waitsAt(), ["sub", "alarm", "c"]);
    assert.deepEqual(story.complete("c").waitsAt(), ["after"]);
  });

  it("works in a called process, with that process's variables", async () => {
    const call = node("callActivity", "call", {}, extensions(`<zeebe:calledElement processId="q" />`));
    const q = processOf(
      "q",
      start("qs"),
      userTask("inner"),
      flows("qs > inner"),
      eventSubProcess("tip", messageEvent("M"), true, userTask("c"), flows("tipStart > c")),
    );
    const xml = documentOf(ROOTS + processOf("p", start(), call, flows("start > call")) + q);
    const story = new Story(await bundleFrom(xml)).start({ no: "9" }).deliver("tip", "9");
    assert.deepEqual(story.waitsAt(), ["call", "tip", "c"]);
  });

  it("refuses to start an instance whose event cannot be awaited, and parks a sub-process in the same case", async () => {
    const alarm = eventSubProcess("alarm", messageEvent("M"), true, userTask("c"), flows("alarmStart > c"));
    const root = new Story(await bundleFrom(around(userTask("a"), flows("start > a"), alarm)));
    assert.equal(root.refused({ type: "start", variables: {} }).code, "VALUE_NOT_TEXT");
    const sub = node("subProcess", "sub", {}, start("s"), userTask("inner"), flows("s > inner"), alarm);
    const story = new Story(await bundleFrom(around(sub, flows("start > sub")))).start();
    assert.equal(story.incident(), "VALUE_NOT_TEXT");
    assert.deepEqual(story.set({ no: "1" }).resolve().waitsAt(), ["sub", "inner"]);
  });
});
