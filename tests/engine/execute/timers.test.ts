import assert from "node:assert/strict";
import { timersOf } from "../../../engine/index.ts";
import {
  boundary,
  bundleFrom,
  documentOf,
  flows,
  node,
  processOf,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { MONDAY_TEN, Story } from "../../support/engine-story.ts";

async function withBoundary(definition: string, isInterrupting: boolean): Promise<Story> {
  const xml = documentOf(
    processOf(
      "p",
      start(),
      userTask("work"),
      boundary("late", "work", definition, isInterrupting),
      userTask("remind"),
      flows("start > work", "late > remind"),
    ),
  );
  return new Story(await bundleFrom(xml));
}

async function waitingFor(definition: string, variables = {}): Promise<Story> {
  const xml = documentOf(
    processOf(
      "p",
      start(),
      node("intermediateCatchEvent", "wait", {}, definition),
      userTask("a"),
      flows("start > wait > a"),
    ),
  );
  return new Story(await bundleFrom(xml)).start(variables);
}

describe("timers", () => {
  it("a duration runs from the moment the event is entered", async () => {
    const story = await waitingFor(timer("timeDuration", "PT2H"));
    const { timerId, ...effect } = story.effect("scheduleTimer");
    assert.deepEqual(effect, {
      type: "scheduleTimer",
      elementId: "wait",
      dueAt: "2026-03-02T04:00:00.000Z",
      kind: "timer",
    });
    assert.equal(story.reasons()[0]?.until, "2026-03-02T04:00:00.000Z");
    assert.equal(story.refused({ type: "fireTimer", timerId }).code, "TIMER_NOT_DUE");
    story.fire("wait");
    assert.deepEqual(story.waitsAt(), ["a"]);
    assert.equal(story.refused({ type: "fireTimer", timerId }).code, "TIMER_NOT_FOUND");
  });

  it("a date may be FEEL, local or with offset", async () => {
    const due = async (body: string, at: string): Promise<string | undefined> =>
      timersOf((await waitingFor(timer("timeDate", body), { at })).state)[0]?.dueAt;
    assert.equal(await due("=at", "2026-03-05T09:00:00+08:00"), "2026-03-05T01:00:00.000Z");
    assert.equal(await due("2026-03-05T09:00:00", ""), "2026-03-05T01:00:00.000Z");
    assert.equal(await due("=date(at)", "2026-03-05"), "2026-03-04T16:00:00.000Z");
  });

  it("a duration may be a limit on one of the four clocks", async () => {
    const story = await waitingFor(timer("timeDuration", "=limit"), { limit: { value: 4, clock: "workHour" } });
    assert.equal(story.effect("scheduleTimer").dueAt, "2026-03-02T08:00:00.000Z", "two hours before lunch, two after");
  });

  it("a time that is none is an incident, resolved by correcting the variable", async () => {
    const story = await waitingFor(timer("timeDuration", "=wait"), { wait: "soon" });
    assert.equal(story.incident(), "DURATION_INVALID");
    story.do({ type: "setVariables", variables: { wait: "PT1H" }, reason: "更正" }).resolve();
    assert.equal(story.fire("wait").waitsAt()[0], "a");
  });

  it("interrupting: the activity ends before the new token enters", async () => {
    const story = (await withBoundary(timer("timeDuration", "PT1H"), true)).start().fire("late");
    assert.deepEqual(story.trace(), [
      "timerClosed",
      "taskClosed work cancelled",
      "terminate work",
      "enter late",
      "complete late",
      "flow late_remind",
      "enter remind",
      "task remind",
    ]);
    assert.equal(story.effect("closeTask").outcome, "cancelled");
  });

  it("completing the activity takes its timer away", async () => {
    const story = (await withBoundary(timer("timeDuration", "PT1H"), true)).start().complete("work");
    story.effect("cancelTimer");
    assert.equal(story.state.status, "completed");
  });

  it("non-interrupting: a token beside the activity", async () => {
    const story = (await withBoundary(timer("timeDuration", "PT1H"), false)).start().fire("late");
    assert.deepEqual(story.waitsAt(), ["work", "remind"]);
  });

  it("a cycle fires as often as it says", async () => {
    const story = (await withBoundary(timer("timeCycle", "R3/PT1H"), false)).start();
    const dues: string[] = [];
    for (let at = 0; at < 3; at += 1) {
      dues.push(timersOf(story.state)[0]?.dueAt ?? "");
      story.fire("late");
    }
    assert.deepEqual(dues, ["2026-03-02T03:00:00.000Z", "2026-03-02T04:00:00.000Z", "2026-03-02T05:00:00.000Z"]);
    assert.deepEqual(timersOf(story.state), []);
    assert.equal(story.waitsAt().filter((id) => id === "remind").length, 3);
  });

  it("of a cycle, what interrupts or is waited for takes the first time only", async () => {
    const beside = (await withBoundary(timer("timeCycle", "R3/PT1H"), true)).start().fire("late");
    const waited = (await waitingFor(timer("timeCycle", "R/PT1H"))).fire("wait");
    assert.deepEqual([beside.waitsAt(), timersOf(beside.state)], [["remind"], []]);
    assert.deepEqual([waited.waitsAt(), timersOf(waited.state)], [["a"], []]);
  });

  it("a cycle missed while the shell was down fires once", async () => {
    const story = (await withBoundary(timer("timeCycle", "R/PT1H"), false)).start();
    story.fire("late", "2026-03-02T08:30:00.000Z");
    assert.equal(story.waitsAt().filter((id) => id === "remind").length, 1);
    assert.equal(timersOf(story.state)[0]?.dueAt, "2026-03-02T09:00:00.000Z", "it keeps its rhythm");
    const counted = (await withBoundary(timer("timeCycle", "R3/PT1H"), false)).start();
    counted.fire("late", "2026-03-02T08:30:00.000Z");
    assert.deepEqual(timersOf(counted.state), [], "all three were missed and have fired as one");
  });

  it("a cycle shorter than a second is an incident", async () => {
    const story = (await withBoundary(timer("timeCycle", "=often"), false)).start({ often: "R/PT0.01S" });
    assert.equal(story.incident(), "TIMER_CYCLE_TOO_SHORT");
  });

  it("is not fired by the engine itself, even when it is due at once", async () => {
    const story = await waitingFor(timer("timeDate", "2020-01-01T00:00:00Z"));
    assert.deepEqual(story.waitsAt(), ["wait"]);
    assert.equal(story.now, MONDAY_TEN);
    assert.equal(story.fire("wait", story.now).waitsAt()[0], "a");
  });

  it("while suspended none fires; resuming arms it again for the same due date", async () => {
    const story = await waitingFor(timer("timeDuration", "PT2H"));
    const { timerId, dueAt } = story.effect("scheduleTimer");
    story.do({ type: "suspend", reason: "" });
    assert.equal(story.effect("cancelTimer").timerId, timerId);
    story.now = "2026-03-03T02:00:00.000Z";
    assert.equal(story.refused({ type: "fireTimer", timerId }).code, "INSTANCE_SUSPENDED");
    story.do({ type: "resume", reason: "" });
    assert.deepEqual([story.effect("scheduleTimer").timerId, story.effect("scheduleTimer").dueAt], [timerId, dueAt]);
    assert.equal(story.fire("wait", story.now).waitsAt()[0], "a");
  });
});
