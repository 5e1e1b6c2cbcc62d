import assert from "node:assert/strict";
import { tasksOf, withdrawableSteps } from "../../../../engine/index.ts";
import type { Actor } from "../../../../engine/index.ts";
import {
  bundleFrom,
  documentOf,
  extensions,
  flows,
  multiInstance,
  node,
  processOf,
  serviceTask,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { Story } from "../../../support/engine-story.ts";

const person = (id: string): Actor => ({ kind: "person", id, groups: ["team"] });
const li = person("li");
const withdraw = { type: "withdrawStep", reason: "填错了" } as const;

async function storyOf(...content: readonly string[]): Promise<Story> {
  return new Story(await bundleFrom(documentOf(processOf("p", start(), ...content)))).start();
}

const line = [userTask("a"), serviceTask("tell"), userTask("b"), userTask("c"), flows("start > a > tell > b > c")];

describe("撤回 (withdrawStep)", () => {
  it("takes the step back before the next one has acted: it is his again", async () => {
    const told = (await storyOf(...line)).complete("a").completeJob("tell").do(withdraw);
    assert.deepEqual(told.trace(), [
      "stepWithdrawn",
      "taskClosed b cancelled",
      "terminate b",
      "enter a",
      "task a",
      "taskChanged",
    ]);
    assert.deepEqual(
      tasksOf(told.state).map(({ elementId, assignee }) => [elementId, assignee]),
      [["a", "wang"]],
    );
    assert.deepEqual(told.complete("a").waitsAt(), ["tell"]);
    assert.deepEqual(told.do(withdraw).waitsAt(), ["a"], "machine work under way is taken back as well");
  });

  it("is refused once somebody has claimed, passed on or completed the next one, and when it was not his", async () => {
    const told = (await storyOf(...line)).complete("a").completeJob("tell");
    assert.equal(told.refused(withdraw, li).code, "WITHDRAW_NOTHING");
    const taskId = told.task("b");
    told.do({ type: "claimTask", taskId, assignee: "li" });
    assert.equal(told.refused(withdraw).code, "WITHDRAW_TASK_TAKEN");
    told.do({ type: "releaseTask", taskId }, li);
    assert.deepEqual(
      withdrawableSteps(told.state, "wang").map(({ elementId }) => elementId),
      ["a"],
    );
    told.do({ type: "transferTask", taskId, candidateGroups: ["x"], reason: "" });
    assert.equal(told.refused(withdraw).code, "WITHDRAW_TASK_TAKEN");
    told.complete("b", {}, li);
    assert.equal(told.refused(withdraw).code, "WITHDRAW_NOTHING");
    assert.deepEqual(told.do(withdraw, li).waitsAt(), ["b"]);
  });

  it("takes back all branches behind it, or none when one has been worked on, even when that one has ended", async () => {
    const fork = [userTask("a"), userTask("b"), userTask("c"), flows("start > a > b", "a > c")];
    const told = (await storyOf(...fork)).complete("a").do(withdraw);
    assert.deepEqual(told.waitsAt(), ["a"]);
    told.complete("a").complete("b", {}, li);
    assert.equal(told.refused(withdraw).code, "WITHDRAW_NOTHING");
    assert.equal(told.refused(withdraw, li).code, "WITHDRAW_GONE_ON", "behind b there is nothing");
  });

  it("from a join only as long as it has not fired", async () => {
    const told = await storyOf(
      node("parallelGateway", "fork"),
      userTask("a"),
      userTask("b"),
      node("parallelGateway", "join"),
      userTask("c"),
      flows("start > fork > a > join > c", "fork > b > join"),
    );
    told.complete("a").do(withdraw);
    assert.deepEqual(told.waitsAt(), ["b", "a"]);
    told.complete("a").complete("b", {}, li);
    assert.deepEqual([told.waitsAt(), withdrawableSteps(told.state, "wang")], [["c"], []]);
    assert.equal(told.refused(withdraw).code, "WITHDRAW_NOTHING");
    assert.equal(told.refused(withdraw, li).code, "WITHDRAW_NOTHING");
  });

  it("sees through sub-processes, calls and 会签 behind it whether somebody has acted", async () => {
    const call = node("callActivity", "call", {}, extensions(`<zeebe:calledElement processId="q" />`));
    const many = node(
      "userTask",
      "many",
      {},
      extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`),
      multiInstance({}, { cardinality: "2" }),
    );
    const xml = documentOf(
      processOf("p", start(), userTask("a"), call, userTask("z"), flows("start > a > call > z")) +
        processOf("q", start("qs"), userTask("x"), many, flows("qs > x > many")),
    );
    const told = new Story(await bundleFrom(xml)).start().complete("a").do(withdraw).complete("a");
    assert.deepEqual(Object.keys(told.state.scopes).length, 2);
    told.do({ type: "claimTask", taskId: told.task("x"), assignee: "li" });
    assert.equal(told.refused(withdraw).code, "WITHDRAW_TASK_TAKEN");
    told.complete("x", {}, li);
    assert.equal(told.refused(withdraw).code, "WITHDRAW_NOTHING");
    told.do(withdraw, li);
    assert.deepEqual(told.waitsAt(), ["call", "x"]);
    told.complete("x", {}, li).complete("many");
    assert.equal(told.refused(withdraw, li).code, "WITHDRAW_NOTHING", "one of the signers has signed");
    assert.equal(told.refused(withdraw).code, "WITHDRAW_NOTHING", "a signature is not taken back");
    told.complete("many");
    assert.deepEqual(
      Object.values(told.state.scopes).flatMap(({ steps }) => Object.keys(steps ?? {})),
      [],
    );
  });

  it("of several the latest, or the one named; gl:excludeActorOf sees who did it at last", async () => {
    const told = await storyOf(
      userTask("a"),
      userTask("b"),
      userTask("check", { "gl:excludeActorOf": "a" }),
      flows("start > a > check", "start > b"),
    );
    told.complete("a").complete("b");
    assert.equal(told.refused({ ...withdraw, elementId: "b" }).code, "WITHDRAW_GONE_ON");
    assert.deepEqual(told.do(withdraw).waitsAt(), ["a"], "b has nothing behind it");
    told.do({ type: "transferTask", taskId: told.task("a"), assignee: "li", reason: "" }).complete("a", {}, li);
    assert.deepEqual(told.effect("createTask").task.excludedActors, ["li"]);
    assert.equal(told.refused({ ...withdraw, elementId: "constructor" }).code, "WITHDRAW_NOTHING");
    told.do({ type: "suspend", reason: "" });
    assert.equal(told.refused(withdraw, li).code, "INSTANCE_SUSPENDED");
  });
});
