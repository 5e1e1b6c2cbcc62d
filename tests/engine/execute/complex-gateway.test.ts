import assert from "node:assert/strict";
import {
  bundleFrom,
  documentOf,
  end,
  flow,
  flows,
  node,
  processOf,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const condition = (text: string): string =>
  `<bpmn:activationCondition xsi:type="bpmn:tFormalExpression">${text.replaceAll(">", "&gt;")}</bpmn:activationCondition>`;

/** Three departments give an opinion; behind the gateway goes whatever its flows say. */
const consulted = (activation: string, ...out: readonly string[]): string =>
  documentOf(
    processOf(
      "p",
      start(),
      node("parallelGateway", "fork"),
      ...["a", "b", "c"].map((id) => userTask(id)),
      node("complexGateway", "x", { name: "意见汇总" }, activation),
      userTask("next"),
      end(),
      flows("start > fork", "fork > a > x", "fork > b > x", "fork > c > x", "next > end"),
      ...out,
    ),
  );

describe("complex gateway", () => {
  it("fires when its activation condition becomes true, and keeps quiet about the rest (BPMN 2.0 §13.4.5)", async () => {
    const story = new Story(
      await bundleFrom(consulted(condition("activationCount >= 2"), flow("x", "next", "waitingForStart"))),
    ).start();
    story.complete("a");
    assert.deepEqual(story.waitsAt(), ["b", "c", "x"]);
    assert.match(story.reasons()[2]?.zh ?? "", /意见汇总.*等待激活条件成立：已到达 1 个/);
    story.complete("b");
    assert.deepEqual(story.trace(), [
      "taskClosed b completed",
      "complete b",
      "flow b_x",
      "enter x",
      "arrive x b_x",
      "join x",
      "enter x",
      "enter x",
      "complete x",
      "flow x_next",
      "enter next",
      "task next",
    ]);
    assert.deepEqual(story.waitsAt(), ["c", "x", "next"]);
    assert.match(story.reasons()[1]?.zh ?? "", /已放行，等待其余分支/);
  });

  it("waits for the flows that gave nothing, resets and asks its conditions again", async () => {
    const late = userTask("late");
    const xml = consulted(
      condition("activationCount >= 1"),
      late,
      flow("x", "next", "waitingForStart"),
      flow("x", "late", "not(waitingForStart)"),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a").complete("b");
    assert.deepEqual(story.waitsAt(), ["c", "x", "next", "x"]);
    story.complete("c");
    assert.deepEqual(story.waitsAt(), ["next", "late"]);
  });

  it("resets without a token when none of its conditions is true then: no exception in the second phase", async () => {
    const story = new Story(
      await bundleFrom(consulted(condition("activationCount >= 1"), flow("x", "next", "waitingForStart"))),
    ).start();
    story.complete("a").complete("next");
    assert.equal(story.state.status, "running");
    story.complete("b").complete("c");
    assert.equal(story.state.status, "completed");
  });

  it("does not wait for a flow that no token can come by any more", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("inclusiveGateway", "fork"),
        userTask("a"),
        userTask("b"),
        node("complexGateway", "x", {}, condition("activationCount >= 1")),
        userTask("next"),
        flow("start", "fork"),
        flow("fork", "a", "true"),
        flow("fork", "b", "withB"),
        flows("a > x", "b > x"),
        flow("x", "next", "waitingForStart"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start({ withB: false }).complete("a");
    assert.deepEqual(story.waitsAt(), ["next"]);
  });

  it("counts each flow under its id (§10.6.5)", async () => {
    const story = new Story(
      await bundleFrom(consulted(condition("a_x > 0 and b_x + c_x > 0"), flow("x", "next", "waitingForStart"))),
    ).start();
    assert.deepEqual(story.complete("b").complete("c").waitsAt(), ["a", "x", "x"]);
    assert.ok(story.complete("a").waitsAt().includes("next"));
  });

  it("asks again when variables change, and takes the default when no condition is true in the first phase", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("parallelGateway", "fork"),
        userTask("a"),
        userTask("b"),
        node("complexGateway", "x", { default: "x_next" }, condition("isUrgent = true")),
        userTask("next"),
        userTask("other"),
        flows("start > fork", "fork > a > x", "fork > b > x", "x > next"),
        flow("x", "other", "false"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start({ isUrgent: false }).complete("a");
    assert.deepEqual(story.waitsAt(), ["b", "x"]);
    assert.deepEqual(story.set({ isUrgent: true }).waitsAt(), ["b", "x", "next"]);
  });

  it("is an incident when nothing is true in the first phase and there is no default", async () => {
    const xml = consulted(condition("activationCount >= 1"), flow("x", "next", "false"));
    const story = new Story(await bundleFrom(xml)).start().complete("a");
    assert.equal(story.incident(), "NO_FLOW_TRUE");
  });

  it("is an incident at the arriving token when its condition is no truth value", async () => {
    const xml = consulted(condition("activationCount + 1"), flow("x", "next", "true"));
    const story = new Story(await bundleFrom(xml)).start().complete("a");
    assert.equal(story.incident(), "CONDITION_NOT_BOOLEAN");
  });

  it("only forks when one flow leads to it", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("complexGateway", "x"),
        userTask("a"),
        userTask("b"),
        flow("start", "x"),
        flow("x", "a", "true"),
        flow("x", "b", "false"),
      ),
    );
    assert.deepEqual(new Story(await bundleFrom(xml)).start().waitsAt(), ["a"]);
  });

  it("keeps surplus tokens for its next round", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("parallelGateway", "fork"),
        ...["a", "b", "c"].map((id) => userTask(id)),
        node("exclusiveGateway", "merge"),
        node("complexGateway", "x", {}, condition("activationCount >= 2")),
        userTask("next"),
        flows("start > fork", "fork > a > merge", "fork > b > merge", "merge > x", "fork > c > x"),
        flow("x", "next", "waitingForStart"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a").complete("b").complete("c");
    assert.equal(story.state.status, "running");
    assert.deepEqual([...story.waitsAt()].sort(), ["next", "x"]);
  });
});
