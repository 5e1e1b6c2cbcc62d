import assert from "node:assert/strict";
import {
  bundleFrom,
  documentOf,
  extensions,
  flow,
  flows,
  mappings,
  node,
  processOf,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const count = node("task", "count", {}, extensions(mappings({ outputs: { n: "=n + 1" } })));

describe("step budget", () => {
  it("turns a runaway loop into an incident, and trying again takes up where it stopped", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        count,
        node("exclusiveGateway", "more", { default: "more_a" }),
        userTask("a"),
        flows("start > count > more > a"),
        flow("more", "count", "=n < limit"),
      ),
    );
    const story = new Story(await bundleFrom(xml), { steps: 100 }).start({ n: 0, limit: 1_000_000 });
    assert.equal(story.incident(), "RUNAWAY_LOOP");
    const turns = story.variables()["n"];
    assert.ok(typeof turns === "number" && turns > 10 && turns < 100);
    story.do({ type: "setVariables", variables: { limit: turns + 3 }, reason: "死循环" }).resolve();
    assert.deepEqual(story.waitsAt(), ["a"]);
    assert.equal(story.variables()["n"], turns + 3);
  });

  it("harms nobody else: other branches of the instance go on", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        userTask("other"),
        node("task", "x"),
        node("exclusiveGateway", "g"),
        flows("start > other", "start > x > g > x"),
      ),
    );
    const story = new Story(await bundleFrom(xml), { steps: 100 }).start();
    assert.equal(story.incident(), "RUNAWAY_LOOP");
    story.complete("other");
    assert.equal(story.waitsAt().length, 1);
  });

  it("at a join remembers the flow it came by", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("parallelGateway", "fork"),
        node("parallelGateway", "join"),
        node("task", "x"),
        node("task", "y"),
        userTask("after"),
        flows("start > fork > x > join > after", "fork > y > join"),
      ),
    );
    const story = new Story(await bundleFrom(xml), { steps: 6 }).start();
    while (story.incident() !== undefined) story.resolve();
    assert.deepEqual(story.waitsAt(), ["after"]);
  });
});
