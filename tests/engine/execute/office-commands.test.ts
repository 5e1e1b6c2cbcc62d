import assert from "node:assert/strict";
import { supervisionsOf, timersOf } from "../../../engine/index.ts";
import { bundleFrom, documentOf, flows, processOf, start, userTask } from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const leader = { kind: "person", id: "leader", groups: [] } as const;

async function story(): Promise<Story> {
  const xml = documentOf(processOf("p", start(), userTask("a"), userTask("b"), flows("start > a", "start > b")));
  return new Story(await bundleFrom(xml)).start();
}

describe("督办 (supervise)", () => {
  it("is recorded and told to those who have the open tasks", async () => {
    const told = await story();
    told.do({ type: "claimTask", taskId: told.task("a"), assignee: "wang" });
    told.do({ type: "supervise", requirement: "今日办结" }, leader);
    const { notify, requirement } = told.effect("notifySupervision");
    assert.deepEqual([requirement, notify], ["今日办结", ["wang", "team"]]);
    const [supervision] = supervisionsOf(told.state);
    assert.deepEqual([supervision?.openedBy, supervision?.openedAt], ["leader", told.now]);
    assert.deepEqual(timersOf(told.state), []);
  });

  it("with a limit reminds once when the reply is late", async () => {
    const told = await story();
    told.do(
      { type: "supervise", requirement: "书面答复", limit: { value: 4, clock: "workHour" }, notify: ["urban/leader"] },
      leader,
    );
    assert.deepEqual(told.effect("notifySupervision").notify, ["urban/leader"]);
    assert.equal(told.effect("scheduleTimer").kind, "supervision");
    told.fire("p");
    assert.deepEqual(told.trace(), ["timerClosed", "supervisionOverdue"]);
    assert.deepEqual(told.effect("notifySupervision").notify, ["team"]);
  });

  it("is answered once, and the answer takes its timer away", async () => {
    const told = await story();
    told.do({ type: "supervise", requirement: "x", limit: { value: 1, clock: "workDay" } }, leader);
    const supervisionId = supervisionsOf(told.state)[0]?.id ?? "";
    const reply = { type: "replySupervision", supervisionId, reply: "已办结" } as const;
    told.do(reply).effect("cancelTimer");
    assert.equal(told.refused(reply).code, "SUPERVISION_NOT_FOUND");
  });

  it("is owed an answer even after the case is closed", async () => {
    const told = await story();
    told.do({ type: "supervise", requirement: "x", limit: { value: 1, clock: "workDay" } }, leader);
    const supervisionId = supervisionsOf(told.state)[0]?.id ?? "";
    told.complete("a").complete("b");
    assert.deepEqual([told.state.status, timersOf(told.state)], ["completed", []]);
    told.do({ type: "replySupervision", supervisionId, reply: "已办结" });
    assert.deepEqual(supervisionsOf(told.state), []);
    assert.equal(told.refused({ type: "supervise", requirement: "again" }, leader).code, "INSTANCE_NOT_RUNNING");
  });

  it("a limit that is none is rejected", async () => {
    const limit = { value: Number.NaN, clock: "workHour" } as const;
    assert.equal((await story()).refused({ type: "supervise", requirement: "", limit }).code, "LIMIT_INVALID");
  });
});

describe("cancel", () => {
  it("ends the instance with all its work", async () => {
    const ended = (await story()).do({ type: "cancel", reason: "重复上报" });
    assert.equal(ended.state.status, "cancelled");
    assert.deepEqual([ended.state.tokens, ended.state.tasks], [undefined, undefined]);
    assert.equal(ended.effects.filter((effect) => effect.type === "closeTask").length, 2);
    assert.equal(ended.effect("endInstance").outcome, "cancelled");
    assert.equal(ended.refused({ type: "cancel", reason: "" }).code, "INSTANCE_NOT_RUNNING");
  });
});

describe("setVariables", () => {
  it("changes a scope and says why; an unknown scope is rejected", async () => {
    const told = (await story()).do({ type: "setVariables", variables: { a: 1 }, reason: "更正" });
    const [event] = told.events;
    assert.ok(event?.type === "variablesSet");
    assert.equal(event.reason, "更正");
    const unknown = { type: "setVariables", scopeId: "s9", variables: {}, reason: "" } as const;
    assert.equal(told.refused(unknown).code, "SCOPE_NOT_FOUND");
    assert.equal(told.refused({ ...unknown, scopeId: "constructor" }).code, "SCOPE_NOT_FOUND");
  });
});
