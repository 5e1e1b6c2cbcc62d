import assert from "node:assert/strict";
import {
  bundleFrom,
  documentOf,
  end,
  extensions,
  flows,
  multiInstance,
  node,
  processOf,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const people = extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`);
const forked = (...content: string[]): string =>
  documentOf(processOf("p", start(), node("parallelGateway", "fork"), flows("start > fork"), ...content));

describe("quantities of tokens", () => {
  it("an activity with a startQuantity begins once that many tokens have come (BPMN 2.0 §13.3.2)", async () => {
    const xml = forked(
      ...["a", "b", "c"].map((id) => userTask(id)),
      node("userTask", "x", { startQuantity: "2", name: "汇总" }, people),
      flows("fork > a > x", "fork > b > x", "fork > c > x"),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a");
    assert.deepEqual([...story.waitsAt()].sort(), ["b", "c", "x"]);
    const reason = story.reasons().find(({ elementId }) => elementId === "x");
    assert.deepEqual([reason?.kind, reason?.zh], ["join", "“汇总”要到齐 2 次才开始，还差 1 次"]);
    story.complete("b");
    assert.deepEqual(story.trace().slice(-4), ["arrive x b_x", "join x", "enter x", "task x"]);
    // The third is the first of the next time.
    story.complete("c").complete("x");
    assert.deepEqual(story.waitsAt(), ["x"]);
    assert.equal(story.state.status, "running");
  });

  it("counts tokens of one flow too, whatever activity repeats inside", async () => {
    const xml = forked(
      ...["a", "b"].map((id) => node("task", id)),
      node("exclusiveGateway", "merge"),
      node("userTask", "x", { startQuantity: "2" }, people, multiInstance({}, { cardinality: "3" })),
      end(),
      flows("fork > a > merge", "fork > b > merge", "merge > x > end"),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.deepEqual(story.waitsAt().filter((id) => id === "x").length, 4, "the host and its three instances");
    story.complete("x").complete("x").complete("x");
    assert.equal(story.state.status, "completed");
  });

  it("puts completionQuantity tokens on each flow that is taken (§13.3.2)", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("task", "x", { completionQuantity: "3" }),
        userTask("a"),
        userTask("b"),
        flows("start > x > a", "x > b"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.deepEqual([...story.waitsAt()].sort(), ["a", "a", "a", "b", "b", "b"]);
  });

  it("what one gives the other takes: three out, three in", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("task", "x", { completionQuantity: "3" }),
        node("task", "y", { startQuantity: "3" }),
        end(),
        flows("start > x > y > end"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.equal(story.state.status, "completed");
    assert.equal(story.trace().filter((line) => line === "join y").length, 1);
  });
});
