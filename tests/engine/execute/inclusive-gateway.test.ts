import assert from "node:assert/strict";
import fc from "fast-check";
import {
  boundary,
  bundleFrom,
  documentOf,
  errorEvent,
  flow,
  flows,
  node,
  processOf,
  serviceTask,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const gateway = (id: string, defaultFlow?: string): string =>
  node("inclusiveGateway", id, defaultFlow === undefined ? {} : { default: defaultFlow });

const branches = ["a", "b", "c"];

const FORK_JOIN = documentOf(
  processOf(
    "p",
    start(),
    gateway("fork", "fork_c"),
    ...branches.map((id) => userTask(id)),
    gateway("join"),
    userTask("after"),
    flows("start > fork", "fork > c", ...branches.map((id) => `${id} > join`), "join > after"),
    flow("fork", "a", "=x > 1"),
    flow("fork", "b", "=x > 2"),
  ),
);

describe("inclusive gateway", () => {
  it("takes every flow whose condition is true and waits for just those (BPMN 2.0 §13.4.3)", async () => {
    const story = new Story(await bundleFrom(FORK_JOIN)).start({ x: 3 });
    assert.deepEqual(story.waitsAt(), ["a", "b"]);
    assert.deepEqual(story.complete("a").waitsAt(), ["b", "join"]);
    assert.deepEqual(story.complete("b").trace().slice(3), [
      "enter join",
      "arrive join b_join",
      "join join",
      "enter join",
      "complete join",
      "flow join_after",
      "enter after",
      "task after",
    ]);
  });

  it("joins at once when only one branch was taken", async () => {
    const story = new Story(await bundleFrom(FORK_JOIN)).start({ x: 2 }).complete("a");
    assert.deepEqual(story.waitsAt(), ["after"]);
  });

  it("takes the default flow only when no condition is true (§10.6.3)", async () => {
    const story = new Story(await bundleFrom(FORK_JOIN)).start({ x: 0 });
    assert.deepEqual(story.waitsAt(), ["c"]);
  });

  it("throws when nothing is true and there is no default (§13.4.3): an incident, resolved by correcting data", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        gateway("g"),
        userTask("a"),
        userTask("b"),
        flows("start > g"),
        flow("g", "a", "=x = 1"),
        flow("g", "b", "=x = 2"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start({ x: 0 });
    assert.equal(story.incident(), "NO_FLOW_TRUE");
    story.do({ type: "setVariables", variables: { x: 2 }, reason: "typo" }).resolve();
    assert.deepEqual(story.waitsAt(), ["b"]);
  });

  it("joins whatever was taken, in any order", async () => {
    const bundle = await bundleFrom(FORK_JOIN);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.nat(5), (x, turn) => {
        const story = new Story(bundle).start({ x });
        while (!story.waitsAt().includes("after")) {
          const open = story.waitsAt().filter((id) => id !== "join");
          story.complete(open[turn % open.length] ?? "");
        }
        assert.deepEqual(story.waitsAt(), ["after"]);
      }),
      { numRuns: 20 },
    );
  });

  it("is asked again when a token upstream dies: the branch is interrupted and goes elsewhere", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("parallelGateway", "fork"),
        userTask("a"),
        userTask("b"),
        gateway("join"),
        userTask("after"),
        boundary("late", "b", timer("timeDuration", "PT1H")),
        userTask("elsewhere"),
        flows("start > fork > a > join > after", "fork > b > join", "late > elsewhere"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a");
    assert.deepEqual(story.waitsAt(), ["b", "join"]);
    assert.deepEqual(story.fire("late").waitsAt(), ["elsewhere", "after"]);
  });

  it("waits for what a boundary event of an activity upstream may still send (§13.4.3 with §10.5.4)", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("parallelGateway", "fork"),
        userTask("a"),
        serviceTask("b"),
        gateway("join"),
        userTask("after"),
        boundary("fails", "b", errorEvent()),
        node("endEvent", "done"),
        flows("start > fork > a > join > after", "fork > b > done", "fails > join"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a");
    assert.deepEqual(story.waitsAt(), ["b", "join"]);
    story.do({ type: "throwError", jobId: story.job("b"), errorCode: "E", message: "" });
    assert.deepEqual(story.waitsAt(), ["after"]);
    assert.equal(story.history.filter((event) => event.type === "joinFired").length, 1);
  });

  it("does not wait for a token that can only add to a flow that has one already (§13.4.3, second path)", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("parallelGateway", "fork"),
        node("exclusiveGateway", "merge"),
        userTask("a"),
        userTask("b"),
        gateway("join"),
        userTask("after"),
        flows("start > fork > a > merge > join > after", "fork > b > merge"),
        flow("start", "join", undefined)
          .replace('id="start_join"', 'id="unused"')
          .replace('sourceRef="start"', 'sourceRef="never"'),
        node("exclusiveGateway", "never"),
        flows("b > never"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a");
    assert.deepEqual(story.waitsAt(), ["b", "after"], "b could come by merge, which has a token");
  });

  it("in a loop: waits for the branch that is still going round, not for itself", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        gateway("fork", "fork_b"),
        userTask("a"),
        userTask("b"),
        gateway("join"),
        userTask("check"),
        node("exclusiveGateway", "again", { default: "again_done" }),
        userTask("done"),
        flows("start > fork", "fork > b", "a > join", "b > join", "join > check > again", "again > done"),
        flow("fork", "a", "=true"),
        flow("again", "fork", "=round < 2"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start({ round: 1 });
    assert.deepEqual(story.complete("a").complete("check").waitsAt(), ["a"], "second round");
    story.do({ type: "setVariables", variables: { round: 2 }, reason: "" });
    assert.deepEqual(story.complete("a").complete("check").waitsAt(), ["done"]);
  });

  it("counts what goes on inside a sub-process upstream (§13.4.3: nested scopes)", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("parallelGateway", "fork"),
        userTask("a"),
        node("subProcess", "sub", {}, start("s"), userTask("inner"), flows("s > inner")),
        gateway("join"),
        userTask("after"),
        flows("start > fork > a > join > after", "fork > sub > join"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a");
    assert.deepEqual(story.waitsAt(), ["sub", "inner", "join"]);
    assert.deepEqual(story.complete("inner").waitsAt(), ["after"]);
  });

  it("says what it waits for", async () => {
    const story = new Story(await bundleFrom(FORK_JOIN)).start({ x: 3 }).complete("a");
    assert.deepEqual(story.reasons().find((reason) => reason.kind === "join")?.detail, { missingFlows: ["b_join"] });
  });

  it("joins 300 branches without a blow-up", async () => {
    const ids = Array.from({ length: 300 }, (_, at) => `t${at}`);
    const xml = documentOf(
      processOf(
        "p",
        start(),
        gateway("fork"),
        ...ids.map((id) => node("task", id)),
        gateway("join"),
        userTask("after"),
        flows("start > fork", ...ids.map((id) => `${id} > join`), "join > after"),
        ...ids.map((id) => flow("fork", id, "=true")),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.deepEqual(story.waitsAt(), ["after"]);
  });
});
