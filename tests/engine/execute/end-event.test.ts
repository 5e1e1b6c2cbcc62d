import assert from "node:assert/strict";
import {
  boundary,
  bundleFrom,
  documentOf,
  end,
  errorEvent,
  escalationEvent,
  extensions,
  flows,
  mappings,
  node,
  processOf,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const terminate = "<bpmn:terminateEventDefinition />";

describe("end event", () => {
  it("none: the process goes on while other tokens live", async () => {
    const xml = documentOf(
      processOf("p", start(), userTask("a"), end("e1"), end("e2"), flows("start > a > e1", "start > e2")),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.equal(story.state.status, "running");
    assert.equal(story.complete("a").state.status, "completed");
  });

  it("terminate: ends all of its scope at once, with a completed process", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        userTask("a"),
        userTask("b"),
        node("endEvent", "stop", {}, terminate),
        flows("start > a > stop", "start > b"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a");
    assert.deepEqual(story.trace(), [
      "taskClosed a completed",
      "complete a",
      "flow a_stop",
      "enter stop",
      "complete stop",
      "taskClosed b cancelled",
      "terminate b",
      "processCompleted",
    ]);
  });

  it("terminate: of a sub-process ends only the sub-process, which then completes", async () => {
    const inner = [
      start("s"),
      userTask("a"),
      userTask("b"),
      node("endEvent", "stop", {}, terminate),
      flows("s > a > stop", "s > b"),
    ];
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("subProcess", "sub", {}, ...inner),
        userTask("outside"),
        userTask("after"),
        flows("start > sub > after", "start > outside"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a");
    assert.deepEqual(story.waitsAt(), ["outside", "after"]);
  });

  it("error: the nearest catcher outward, through a call; its code before any", async () => {
    const called = processOf("called", start("s"), node("endEvent", "fail", {}, errorEvent("err")), flows("s > fail"));
    const call = node("callActivity", "call", {}, extensions(`<zeebe:calledElement processId="called" />`));
    const sub = node("subProcess", "sub", {}, start("s2"), call, flows("s2 > call"));
    const xml = documentOf(
      `<bpmn:error id="err" errorCode="E1" />` +
        processOf(
          "p",
          start(),
          sub,
          boundary("caught", "sub", errorEvent("err")),
          userTask("after"),
          flows("start > sub", "caught > after"),
        ) +
        called,
    );
    const story = new Story(await bundleFrom(xml)).start();
    const trace = story.trace();
    assert.deepEqual(trace.slice(trace.indexOf("error E1 > caught")), [
      "error E1 > caught",
      "terminate fail",
      "scopeLeft called terminated",
      "terminate call",
      "scopeLeft sub terminated",
      "terminate sub",
      "enter caught",
      "complete caught",
      "flow caught_after",
      "enter after",
      "task after",
    ]);
    assert.deepEqual(story.waitsAt(), ["after"]);
  });

  it("error: uncaught is an incident at the thrower, tried again on resolving", async () => {
    const xml = documentOf(
      `<bpmn:error id="err" errorCode="E1" />` +
        processOf("p", start(), node("endEvent", "fail", {}, errorEvent("err")), flows("start > fail")),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.equal(story.incident(), "ERROR_UNCAUGHT");
    assert.equal(story.resolve().incident(), "ERROR_UNCAUGHT");
  });

  it("escalation: a non-interrupting catcher gets a token, the thrower ends", async () => {
    const inner = [start("s"), userTask("a"), node("endEvent", "up", {}, escalationEvent("esc")), flows("s > a > up")];
    const xml = documentOf(
      `<bpmn:escalation id="esc" escalationCode="U1" />` +
        processOf(
          "p",
          start(),
          node("subProcess", "sub", {}, ...inner),
          boundary("caught", "sub", escalationEvent("esc"), false),
          userTask("boss"),
          userTask("after"),
          flows("start > sub > after", "caught > boss"),
        ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a");
    assert.deepEqual([...story.waitsAt()].sort(), ["after", "boss"]);
  });

  it("escalation: uncaught goes on", async () => {
    const xml = documentOf(
      `<bpmn:escalation id="esc" escalationCode="U1" />` +
        processOf("p", start(), node("endEvent", "up", {}, escalationEvent("esc")), flows("start > up")),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.ok(story.trace().includes("escalation U1"));
    assert.equal(story.state.status, "completed");
  });

  it("escalation thrown on the way may interrupt the scope it comes from", async () => {
    const inner = [
      start("s"),
      node("intermediateThrowEvent", "up", {}, escalationEvent("esc")),
      userTask("never"),
      flows("s > up > never"),
    ];
    const xml = documentOf(
      `<bpmn:escalation id="esc" escalationCode="U1" />` +
        processOf(
          "p",
          start(),
          node("subProcess", "sub", {}, ...inner),
          boundary("caught", "sub", extensions(mappings({ outputs: { code: "=escalationCode" } })) + escalationEvent()),
          userTask("boss"),
          flows("start > sub", "caught > boss"),
        ),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.deepEqual(story.waitsAt(), ["boss"]);
    assert.deepEqual(story.variables(), { code: "U1" });
  });

  it("escalation thrown on the way, caught beside: the thrower goes on", async () => {
    const inner = [
      start("s"),
      node("intermediateThrowEvent", "up", {}, escalationEvent("esc")),
      userTask("on"),
      flows("s > up > on"),
    ];
    const xml = documentOf(
      `<bpmn:escalation id="esc" escalationCode="U1" />` +
        processOf(
          "p",
          start(),
          node("subProcess", "sub", {}, ...inner),
          boundary("caught", "sub", escalationEvent("esc"), false),
          userTask("boss"),
          flows("start > sub", "caught > boss"),
        ),
    );
    assert.deepEqual([...new Story(await bundleFrom(xml)).start().waitsAt()].sort(), ["boss", "on", "sub"]);
  });
});
