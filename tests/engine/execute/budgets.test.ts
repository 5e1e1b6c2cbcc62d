import assert from "node:assert/strict";
import { budgetsOf, timersOf } from "../../../engine/index.ts";
import type { Bundle, Ladder } from "../../../engine/index.ts";
import {
  boundary,
  bundleFrom,
  documentOf,
  escalationEvent,
  flow,
  flows,
  mappings,
  node,
  processOf,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const DISPOSAL: Ladder = {
  key: "disposal",
  title: { "zh-CN": "处置督办阶梯" },
  escalationCode: "overdue",
  rungs: [
    { id: "red", percent: 150, action: "redCard", notify: '[owner + "/leader"]' },
    { id: "remind", percent: 50, action: "remind", notify: "owner" },
    { id: "yellow", percent: 100, action: "yellowCard" },
    { id: "up", percent: 200, action: "escalate" },
  ],
};

const CLOCK = `<gl:clock limit="=limit" />`;
const LADDER = `<gl:ladder key="disposal" />`;

async function handling(...inner: readonly string[]): Promise<Bundle> {
  const xml = documentOf(
    `<bpmn:escalation id="esc" escalationCode="overdue" />` +
      processOf(
        "p",
        start(),
        userTask("handle", { name: "处置" }, CLOCK, ...inner),
        boundary("up", "handle", escalationEvent("esc"), false),
        userTask("boss"),
        flows("start > handle", "up > boss"),
      ),
  );
  return bundleFrom(xml, { ladders: { disposal: DISPOSAL } });
}

const FOUR_HOURS = { limit: { value: 4, clock: "workHour" }, owner: "urban" };

describe("budgets (gl:clock)", () => {
  it("give the task its due date and limit: two hours before lunch, two after", async () => {
    const story = new Story(await handling()).start(FOUR_HOURS);
    const { task } = story.effect("createTask");
    assert.deepEqual([task.dueAt, task.limit], ["2026-03-02T08:00:00.000Z", FOUR_HOURS.limit]);
    assert.deepEqual(timersOf(story.state), [], "without a ladder nothing fires");
    assert.equal(story.reasons()[0]?.until, "2026-03-02T08:00:00.000Z");
  });

  it("close with their activity and say whether it was late", async () => {
    const bundle = await handling();
    const closed = (now: string): boolean => {
      const story = new Story(bundle).start(FOUR_HOURS);
      story.now = now;
      const event = story.complete("handle").events.find((other) => other.type === "budgetClosed");
      assert.ok(event?.type === "budgetClosed");
      return event.overdue;
    };
    assert.deepEqual([closed("2026-03-02T08:00:00.000Z"), closed("2026-03-02T08:00:00.001Z")], [false, true]);
  });

  it("stop while suspended and run on with what was left; nothing is lost", async () => {
    const story = new Story(await handling()).start(FOUR_HOURS);
    story.now = "2026-03-02T03:00:00.000Z"; // 11:00, one hour used
    story.do({ type: "suspend", reason: "等待材料" });
    assert.deepEqual(story.trace(), ["instanceSuspended", "budgetChanged"]);
    assert.equal(story.refused({ type: "suspend", reason: "" }).code, "INSTANCE_ALREADY_SUSPENDED");
    const taskId = story.task("handle");
    assert.equal(story.refused({ type: "completeTask", taskId, submission: {} }).code, "INSTANCE_SUSPENDED");
    story.now = "2026-03-04T02:00:00.000Z"; // Wednesday, 10:00
    story.do({ type: "resume", reason: "材料齐全" });
    assert.equal(story.effect("updateTask").task.dueAt, "2026-03-04T07:00:00.000Z", "three hours left: 15:00");
    assert.equal(story.refused({ type: "resume", reason: "" }).code, "INSTANCE_NOT_SUSPENDED");
    assert.equal(story.complete("handle").state.status, "completed");
  });

  it("suspended and resumed at once are due as before", async () => {
    const story = new Story(await handling()).start({ ...FOUR_HOURS, limit: { value: 3, clock: "workDay" } });
    const before = budgetsOf(story.state)[0]?.dueAt;
    story.do({ type: "suspend", reason: "" }).do({ type: "resume", reason: "" });
    assert.equal(budgetsOf(story.state)[0]?.dueAt, before);
  });

  it("are extended on their own clock", async () => {
    const story = new Story(await handling(LADDER)).start(FOUR_HOURS);
    const extend = {
      type: "extend",
      elementId: "handle",
      by: { value: 2, clock: "workHour" },
      reason: "雨天",
    } as const;
    story.do(extend);
    assert.equal(story.effect("updateTask").task.dueAt, "2026-03-02T10:00:00.000Z");
    assert.equal(timersOf(story.state)[0]?.dueAt, "2026-03-02T07:00:00.000Z", "half of six hours, an hour after lunch");
    assert.equal(story.refused({ ...extend, elementId: "boss" }).code, "BUDGET_NOT_RUNNING");
    assert.equal(story.refused({ ...extend, by: { value: 1, clock: "workDay" } }).code, "EXTEND_CLOCK_DIFFERS");
    assert.equal(story.refused({ ...extend, by: { value: -1, clock: "workHour" } }).code, "LIMIT_INVALID");
  });

  it("a limit that is none is an incident, and nothing is opened", async () => {
    const story = new Story(await handling()).start({ limit: { value: -1, clock: "workHour" } });
    assert.equal(story.incident(), "LIMIT_INVALID");
    assert.deepEqual([story.state.tasks, story.state.budgets], [undefined, undefined]);
    story.do({ type: "setVariables", variables: FOUR_HOURS, reason: "更正" }).resolve();
    assert.deepEqual(story.waitsAt(), ["handle"]);
  });

  it("begun while suspended begin to run on resuming", async () => {
    const job = `<bpmn:serviceTask id="job"><bpmn:extensionElements><zeebe:taskDefinition type="x" /></bpmn:extensionElements></bpmn:serviceTask>`;
    const xml = documentOf(processOf("p", start(), job, userTask("a", {}, CLOCK, LADDER), flows("start > job > a")));
    const story = new Story(await bundleFrom(xml, { ladders: { disposal: DISPOSAL } })).start(FOUR_HOURS);
    story.do({ type: "suspend", reason: "" }).completeJob("job");
    assert.ok(!story.effects.some((effect) => effect.type === "scheduleTimer"));
    story.now = "2026-03-03T02:00:00.000Z";
    story.do({ type: "resume", reason: "" });
    assert.equal(budgetsOf(story.state)[0]?.dueAt, "2026-03-03T08:00:00.000Z");
    assert.equal(story.effect("scheduleTimer").dueAt, "2026-03-03T04:00:00.000Z");
  });
});

describe("ladders (gl:ladder)", () => {
  it("have one timer, for the next rung, in the order of their shares", async () => {
    const story = new Story(await handling(LADDER)).start(FOUR_HOURS);
    const reached: unknown[] = [];
    for (let at = 0; at < 4; at += 1) {
      assert.equal(timersOf(story.state).length, 1);
      story.fire("handle");
      const { rungId, percent, action, notify } = story.effect("rung");
      reached.push([rungId, percent, action, notify, story.now]);
    }
    assert.deepEqual(reached, [
      ["remind", 50, "remind", ["urban"], "2026-03-02T04:00:00.000Z"],
      ["yellow", 100, "yellowCard", [], "2026-03-02T08:00:00.000Z"],
      ["red", 150, "redCard", ["urban/leader"], "2026-03-02T10:00:00.000Z"],
      ["up", 200, "escalate", [], "2026-03-03T03:00:00.000Z"],
    ]);
    assert.deepEqual(timersOf(story.state), []);
    assert.deepEqual(story.trace(), [
      "timerClosed",
      "rungReached",
      "escalation overdue > up",
      "enter up",
      "complete up",
      "flow up_boss",
      "enter boss",
      "task boss",
    ]);
    assert.deepEqual(story.waitsAt(), ["handle", "boss"]);
  });

  it("end with their activity", async () => {
    const story = new Story(await handling(LADDER)).start(FOUR_HOURS).complete("handle");
    story.effect("cancelTimer");
    assert.deepEqual(timersOf(story.state), []);
  });

  it("follow the budget: suspended they wait, resumed they are re-armed for what was left", async () => {
    const story = new Story(await handling(LADDER)).start(FOUR_HOURS);
    const timerId = timersOf(story.state)[0]?.id ?? "";
    story.now = "2026-03-02T03:00:00.000Z";
    story.do({ type: "suspend", reason: "" });
    assert.equal(story.effect("cancelTimer").timerId, timerId);
    story.now = "2026-03-04T02:00:00.000Z";
    assert.equal(story.refused({ type: "fireTimer", timerId }).code, "INSTANCE_SUSPENDED");
    story.do({ type: "resume", reason: "" });
    const armed = story.effects.filter((effect) => effect.type === "scheduleTimer");
    assert.deepEqual(
      armed.map((effect) => [effect.timerId, effect.dueAt]),
      [[timerId, "2026-03-04T03:00:00.000Z"]],
    );
  });

  it("whom to tell cannot stop the clock: a rung that cannot name them is on record all the same", async () => {
    const story = new Story(await handling(LADDER)).start({ ...FOUR_HOURS, owner: 5 }).fire("handle");
    assert.deepEqual(story.effect("rung").notify, []);
  });

  it("an unknown ladder is an incident", async () => {
    const bundle = await handling(LADDER);
    assert.equal(new Story({ ...bundle, ladders: {} }).start(FOUR_HOURS).incident(), "LADDER_NOT_FOUND");
  });
});

describe("a granted extension (gl:extend)", () => {
  async function granting(): Promise<Story> {
    const extend = `<gl:extend activity="handle" by="=granted" />`;
    const xml = documentOf(
      processOf(
        "p",
        start(),
        userTask("handle", {}, CLOCK),
        userTask("grant", {}, extend, mappings({ outputs: { granted: "=submission.granted" } })),
        flows("start > handle", "start > grant"),
      ),
    );
    return new Story(await bundleFrom(xml)).start(FOUR_HOURS);
  }

  it("adds to the running budget of the activity when its decision completes", async () => {
    const story = (await granting()).complete("grant", { granted: { value: 2, clock: "workHour" } });
    assert.equal(story.effect("updateTask").task.dueAt, "2026-03-02T10:00:00.000Z");
    assert.deepEqual(story.trace().slice(0, 4), [
      "taskClosed grant completed",
      "set granted s1",
      "budgetChanged",
      "taskChanged",
    ]);
  });

  it("does nothing when the activity is done already", async () => {
    const story = (await granting()).complete("handle").complete("grant", { granted: null });
    assert.equal(story.state.status, "completed");
  });

  it("an extension that is none is an incident, resolved without asking the person again", async () => {
    const story = (await granting()).complete("grant", { granted: "much" });
    assert.equal(story.incident(), "LIMIT_INVALID");
    const granted = { value: 1, clock: "workHour" } as const;
    story.do({ type: "setVariables", variables: { granted }, reason: "更正" }).resolve();
    assert.equal(story.effect("updateTask").task.dueAt, "2026-03-02T09:00:00.000Z");
  });
});

describe("parameters (param.x)", () => {
  it("are read at the start date, live ones at the time of the command (decided.md 15)", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        userTask("a"),
        node("exclusiveGateway", "g", { default: "g_c" }),
        userTask("b"),
        userTask("c"),
        flows("start > a > g > c"),
        flow("g", "b", "=param.pinned = 1 and param.live = 2 and param.none = null"),
      ),
    );
    const values = [
      { from: "2026-01-01", value: 1 },
      { from: "2026-03-03", value: 2 },
    ];
    const parameters = { pinned: { values }, live: { values, live: true }, none: { values: [] } };
    const story = new Story(await bundleFrom(xml, { parameters })).start();
    story.now = "2026-03-02T16:00:00.000Z"; // 3 March in Shanghai
    assert.deepEqual(story.complete("a").waitsAt(), ["b"]);
  });
});
