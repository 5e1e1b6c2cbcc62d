import assert from "node:assert/strict";
import { bundleFrom, documentOf, flow, flows, node, processOf, start, userTask } from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

describe("flows out of an activity", () => {
  it("several without a gateway fork, several into one node pass each token (§13.2.1)", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("task", "x"),
        node("task", "a"),
        node("task", "b"),
        userTask("z"),
        flows("start > x > a > z", "x > b > z"),
      ),
    );
    assert.deepEqual(new Story(await bundleFrom(xml)).start().waitsAt(), ["z", "z"]);
  });

  it("conditional ones go beside the unconditional; the default only when no condition is true", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("task", "x", { default: "x_d" }),
        ...["a", "b", "c", "d"].map((id) => userTask(id)),
        flows("start > x > a", "x > d"),
        flow("x", "b", "=n > 1"),
        flow("x", "c", "=n > 2"),
      ),
    );
    const bundle = await bundleFrom(xml);
    const waits = (n: number): readonly string[] => [...new Story(bundle).start({ n }).waitsAt()].sort();
    assert.deepEqual(
      [waits(1), waits(2), waits(3)],
      [
        ["a", "d"],
        ["a", "b"],
        ["a", "b", "c"],
      ],
    );
  });

  it("none true and no default: an incident", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        userTask("x"),
        userTask("a"),
        userTask("b"),
        flows("start > x"),
        flow("x", "a", "=n = 1"),
        flow("x", "b", "=n = 2"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start({ n: 3 }).complete("x");
    assert.equal(story.incident(), "NO_FLOW_TRUE");
    story.do({ type: "setVariables", variables: { n: 2 }, reason: "更正" }).resolve();
    assert.deepEqual(story.waitsAt(), ["b"]);
  });

  it("a node without a way on is an implicit end", async () => {
    const xml = documentOf(processOf("p", start(), userTask("x"), flows("start > x")));
    assert.equal(new Story(await bundleFrom(xml)).start().complete("x").state.status, "completed");
  });
});
