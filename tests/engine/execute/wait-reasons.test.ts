import assert from "node:assert/strict";
import type { WaitReason } from "../../../engine/index.ts";
import {
  boundary,
  bundleFrom,
  documentOf,
  end,
  extensions,
  flows,
  message,
  messageEvent,
  multiInstance,
  node,
  processOf,
  serviceTask,
  signal,
  signalEvent,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { MONDAY_TEN, Story } from "../../support/engine-story.ts";

const LATER = "2026-03-02T04:00:00.000Z";

async function waiting(...content: readonly string[]): Promise<Story> {
  const roots = message("m", "answer", "=no") + signal("s", "alarm");
  return new Story(await bundleFrom(documentOf(roots + processOf("p", start(), ...content)))).start({ no: "1" });
}

async function over(element: string, id: string): Promise<Story> {
  return waiting(element, end(), flows(`start > ${id} > end`));
}

const shown = ({ kind, since, until }: WaitReason): unknown => [kind, since, until];
const limit = (host: string, isInterrupting = true): string =>
  boundary("late", host, timer("timeDuration", "PT2H"), isInterrupting) + end("over") + flows("late > over");

describe("why a token waits, since when and until when (engine.md §2.11)", () => {
  const kinds: Readonly<Record<string, readonly [element: string, kind: string, until?: string]>> = {
    "a user task": [userTask("x"), "task"],
    "a service task": [serviceTask("x"), "job"],
    "a receive task": [node("receiveTask", "x", { messageRef: "m" }), "message"],
    "a message": [node("intermediateCatchEvent", "x", {}, messageEvent("m")), "message"],
    "a signal": [node("intermediateCatchEvent", "x", {}, signalEvent("s")), "signal"],
    "a timer": [node("intermediateCatchEvent", "x", {}, timer("timeDuration", "PT2H")), "timer", LATER],
    "a sub-process": [node("subProcess", "x", {}, start("s0"), userTask("a"), flows("s0 > a")), "scope"],
    "an activity for each of many": [
      node(
        "userTask",
        "x",
        {},
        extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`),
        multiInstance({}, { cardinality: "2" }),
      ),
      "scope",
    ],
  };
  for (const [title, [element, kind, until]] of Object.entries(kinds)) {
    it(title, async () => {
      const reason = (await over(element, "x")).reasons().find(({ elementId }) => elementId === "x");
      assert.ok(reason);
      assert.deepEqual(shown(reason), [kind, MONDAY_TEN, until]);
      assert.ok(/[\u4e00-\u9fff]/.test(reason.zh) && reason.en !== "");
    });
  }

  it("until an interrupting timer at its boundary takes it away; one beside it does not", async () => {
    for (const work of [userTask("x"), serviceTask("x"), node("receiveTask", "x", { messageRef: "m" })]) {
      const ended = await over(work + limit("x"), "x");
      assert.deepEqual(
        ended.reasons().map(({ until }) => until),
        [LATER],
      );
      const beside = await over(work + limit("x", false), "x");
      assert.deepEqual(
        beside.reasons().map(({ until }) => until),
        [undefined],
      );
    }
  });

  it("a join names the branches by their titles, since the moment of arrival", async () => {
    const story = await waiting(
      node("parallelGateway", "g"),
      userTask("a"),
      userTask("b", { name: "现场核实" }),
      node("parallelGateway", "j"),
      end(),
      flows("start > g > a > j > end", "g > b > j"),
    );
    story.now = LATER;
    const reason = story
      .complete("a")
      .reasons()
      .find(({ kind }) => kind === "join");
    assert.deepEqual([reason?.zh, reason?.since], ["等待其他分支汇合：现场核实", LATER]);
  });

  it("a job that failed and is tried again still waits for the system, with fewer tries", async () => {
    const story = await over(serviceTask("x"), "x");
    story.do({ type: "failJob", jobId: story.job("x"), retries: 1, message: "no answer" });
    assert.deepEqual(
      story.reasons().map(({ kind, detail }) => [kind, detail["retries"]]),
      [["job", 1]],
    );
  });

  it("an incident counts from the moment it was raised, not from when the token came", async () => {
    const story = await over(serviceTask("x"), "x");
    story.now = LATER;
    story.do({ type: "failJob", jobId: story.job("x"), retries: 0, message: "no answer" });
    const [reason] = story.reasons();
    assert.deepEqual([reason?.kind, reason?.since], ["incident", LATER]);
    assert.match(reason?.zh ?? "", /^发生异常：/);
  });

  it("a suspended instance waits for its resumption first, and says no time", async () => {
    const story = await over(node("intermediateCatchEvent", "x", {}, timer("timeDuration", "PT2H")), "x");
    const before = story.reasons();
    const [reason] = story.do({ type: "suspend", reason: "等待材料" }).reasons();
    assert.deepEqual([reason?.kind, reason?.until], ["timer", undefined]);
    assert.match(reason?.zh ?? "", /^已挂起，恢复后：“x”等待到期时间/);
    assert.equal(reason?.detail["suspendedAt"], MONDAY_TEN);
    assert.deepEqual(story.do({ type: "resume", reason: "材料已补" }).reasons(), before);
  });
});
