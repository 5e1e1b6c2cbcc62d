import assert from "node:assert/strict";
import {
  bundleFrom,
  documentOf,
  extensions,
  flows,
  mappings,
  node,
  processOf,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const CALLED = processOf(
  "called",
  start("s"),
  userTask("inner", {}, mappings({ outputs: { level: "=submission.level", outcome: '="done by " + owner' } })),
  flows("s > inner"),
);

function calling(attributes: string, ...inner: readonly string[]): string {
  const call = node(
    "callActivity",
    "call",
    {},
    extensions(`<zeebe:calledElement processId="called" ${attributes} />`, ...inner),
  );
  return documentOf(processOf("p", start(), call, userTask("after"), flows("start > call > after")) + CALLED);
}

describe("call activity", () => {
  it("runs the process as a nested scope with a copy of the variables, which come back", async () => {
    const story = new Story(await bundleFrom(calling(""))).start({ owner: "city", level: "grid" });
    assert.deepEqual(story.waitsAt(), ["call", "inner"]);
    assert.ok(story.trace().includes("scope called"));
    story.complete("inner", { level: "street" });
    assert.deepEqual(story.variables(), { owner: "city", level: "street", outcome: "done by city" });
    assert.deepEqual(story.waitsAt(), ["after"]);
  });

  it("the called process changes only its own variables until it is done", async () => {
    const story = new Story(await bundleFrom(calling(`propagateAllChildVariables="false"`))).start({
      owner: "city",
      level: "grid",
    });
    story.complete("inner", { level: "street" });
    assert.deepEqual(story.variables(), { owner: "city", level: "grid" });
  });

  it("with mappings only they pass", async () => {
    const io = mappings({ inputs: { owner: "=unit" }, outputs: { reached: "=level" } });
    const story = new Story(await bundleFrom(calling(`propagateAllParentVariables="false"`, io))).start({
      unit: "street",
      secret: 1,
    });
    assert.deepEqual(story.variables("s4"), { owner: "street" });
    story.complete("inner", { level: "district" });
    assert.deepEqual(story.variables(), { unit: "street", secret: 1, reached: "district" });
  });

  it("through a slot pass the variables it names, in and out", async () => {
    const slot = `<gl:slot id="escalation" in="owner place" out="level" />`;
    const story = new Story(await bundleFrom(calling("", slot))).start({ owner: "city", secret: 1 });
    assert.deepEqual(story.variables("s4"), { owner: "city" });
    story.complete("inner", { level: "district" });
    assert.deepEqual(story.variables(), { owner: "city", secret: 1, level: "district" });
  });

  it("sees nothing of its caller by itself", async () => {
    const story = new Story(await bundleFrom(calling(`propagateAllParentVariables="false"`))).start({ owner: "city" });
    story.complete("inner", { level: "x" });
    assert.deepEqual(story.variables()["outcome"], null);
  });

  it("a process that is not in the bundle is an incident", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("callActivity", "call", {}, extensions(`<zeebe:calledElement processId="=which" />`)),
        flows("start > call"),
      ) + CALLED,
    );
    const story = new Story(await bundleFrom(xml)).start({ which: "nothing" });
    assert.equal(story.incident(), "PROCESS_NOT_FOUND");
    story.do({ type: "setVariables", variables: { which: "called", owner: "x" }, reason: "更正" }).resolve();
    assert.deepEqual(story.waitsAt(), ["call", "inner"]);
  });

  it("a process that calls itself without end is an incident, in bounded depth", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("callActivity", "call", {}, extensions(`<zeebe:calledElement processId="p" />`)),
        flows("start > call"),
      ),
    );
    const story = new Story(await bundleFrom(xml), { depth: 10 }).start();
    assert.equal(story.incident(), "CALL_TOO_DEEP");
    assert.equal(Object.keys(story.state.scopes).length, 10);
    story.do({ type: "cancel", reason: "误建" });
    assert.equal(story.state.status, "cancelled");
  });
});
