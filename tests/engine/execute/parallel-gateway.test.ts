import assert from "node:assert/strict";
import fc from "fast-check";
import { bundleFrom, documentOf, end, flows, node, processOf, start, userTask } from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const gateway = (id: string): string => node("parallelGateway", id);
const branches = ["a", "b", "c"];

const FORK_JOIN = documentOf(
  processOf(
    "p",
    start(),
    gateway("fork"),
    ...branches.map((id) => userTask(id)),
    gateway("join"),
    userTask("after"),
    end(),
    flows("start > fork", ...branches.map((id) => `fork > ${id} > join`), "join > after > end"),
  ),
);

describe("parallel gateway", () => {
  it("forks to all and joins once all have come (BPMN 2.0 §13.4.1)", async () => {
    const story = new Story(await bundleFrom(FORK_JOIN)).start();
    assert.deepEqual(story.waitsAt(), branches);
    story.complete("a").complete("c");
    assert.deepEqual(story.trace(), [
      "taskClosed c completed",
      "complete c",
      "flow c_join",
      "enter join",
      "arrive join c_join",
    ]);
    story.complete("b");
    assert.deepEqual(story.trace().slice(3), [
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

  it("says what it waits for", async () => {
    const story = new Story(await bundleFrom(FORK_JOIN)).start().complete("a");
    const reason = story.reasons().find((other) => other.kind === "join");
    assert.deepEqual(reason?.detail, { missingFlows: ["b_join", "c_join"] });
    assert.equal(reason?.zh, "等待其他分支汇合：b、c");
    assert.equal(reason?.since, story.now);
  });

  it("joins once whatever the order in which the branches come", async () => {
    const bundle = await bundleFrom(FORK_JOIN);
    fc.assert(
      fc.property(fc.shuffledSubarray(branches, { minLength: 3 }), (order) => {
        const story = new Story(bundle).start();
        for (const id of order) story.complete(id);
        assert.deepEqual(story.waitsAt(), ["after"]);
        assert.equal(story.history.filter((event) => event.type === "joinFired").length, 1);
        assert.equal(story.complete("after").state.status, "completed");
      }),
      { numRuns: 6 },
    );
  });

  it("counts arrivals per flow: two on one flow do not make up for another", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        gateway("fork"),
        userTask("a"),
        userTask("b"),
        userTask("c"),
        node("exclusiveGateway", "merge"),
        gateway("join"),
        userTask("after"),
        flows("start > fork", "fork > a > merge > join", "fork > b > merge", "fork > c > join > after"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a").complete("b");
    assert.deepEqual(story.waitsAt(), ["c", "join", "join"]);
    story.complete("c");
    assert.deepEqual(story.waitsAt(), ["join", "after"], "one of each is consumed, the surplus is kept");
    story.complete("after");
    assert.equal(story.state.status, "running", "the surplus still waits, and says so");
    assert.deepEqual(
      story.reasons().map((reason) => reason.kind),
      ["join"],
    );
  });

  it("of one flow in and several out only forks, of one in and one out only passes", async () => {
    const xml = documentOf(
      processOf("p", start(), gateway("one"), userTask("a"), end(), flows("start > one > a > end")),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.deepEqual(story.waitsAt(), ["a"]);
  });

  it("joins and forks at once", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        gateway("fork"),
        gateway("both"),
        userTask("a"),
        userTask("b"),
        flows("start > fork > both > a", "both > b"),
        `<bpmn:sequenceFlow id="second" sourceRef="fork" targetRef="both" />`,
      ),
    );
    assert.deepEqual(new Story(await bundleFrom(xml)).start().waitsAt(), ["a", "b"]);
  });
});
