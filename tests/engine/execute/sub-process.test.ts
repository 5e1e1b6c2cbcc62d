import assert from "node:assert/strict";
import {
  boundary,
  bundleFrom,
  documentOf,
  end,
  extensions,
  flows,
  mappings,
  node,
  processOf,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const inner = [start("s"), userTask("a"), userTask("b"), end("e"), flows("s > a > e", "s > b > e")];

describe("sub-process", () => {
  it("completes when it has no tokens left (BPMN 2.0 §13.3.4)", async () => {
    const xml = documentOf(
      processOf("p", start(), node("subProcess", "sub", {}, ...inner), userTask("after"), flows("start > sub > after")),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.deepEqual(story.trace().slice(4), [
      "enter sub",
      "scope sub",
      "enter s",
      "complete s",
      "flow s_a",
      "enter a",
      "flow s_b",
      "enter b",
      "task a",
      "task b",
    ]);
    assert.deepEqual(
      story.reasons().map((reason) => reason.kind),
      ["scope", "task", "task"],
    );
    story.complete("b");
    assert.deepEqual(story.waitsAt(), ["sub", "a"]);
    story.complete("a");
    assert.deepEqual(story.trace().slice(3), [
      "enter e",
      "complete e",
      "scopeLeft sub",
      "complete sub",
      "flow sub_after",
      "enter after",
      "task after",
    ]);
  });

  it("its inputs are its variables; they end with it but for what outputs take out", async () => {
    const io = extensions(mappings({ inputs: { count: "=10" }, outputs: { total: "=count" } }));
    const sub = node(
      "subProcess",
      "sub",
      {},
      io,
      start("s"),
      userTask("a", {}, mappings({ outputs: { count: "=count + submission.n", outer: "=outer + 1" } })),
      flows("s > a"),
    );
    const xml = documentOf(processOf("p", start(), sub, userTask("after"), flows("start > sub > after")));
    const story = new Story(await bundleFrom(xml)).start({ count: 1, outer: 1 }).complete("a", { n: 5 });
    assert.deepEqual(
      story.variables(),
      { count: 1, outer: 2, total: 15 },
      "each variable goes to the nearest that has it",
    );
  });

  it("an interrupting boundary event ends everything inside", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("subProcess", "sub", {}, ...inner),
        boundary("late", "sub", timer("timeDuration", "PT1H")),
        userTask("after"),
        flows("start > sub", "late > after"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().fire("late");
    assert.deepEqual(story.waitsAt(), ["after"]);
    assert.deepEqual(Object.keys(story.state.scopes), ["s1"]);
    assert.equal(story.effects.filter((effect) => effect.type === "closeTask").length, 2);
  });

  it("its boundary timer is taken away when it completes", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("subProcess", "sub", {}, start("s"), userTask("a"), flows("s > a")),
        boundary("late", "sub", timer("timeDuration", "PT1H")),
        userTask("after"),
        flows("start > sub", "late > after"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a");
    story.effect("cancelTimer");
    assert.equal(story.state.status, "completed");
  });

  it("nested ones are scopes within scopes", async () => {
    const deep = node("subProcess", "deep", {}, start("s2"), userTask("x"), flows("s2 > x"));
    const xml = documentOf(
      processOf("p", start(), node("subProcess", "sub", {}, start("s"), deep, flows("s > deep")), flows("start > sub")),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.deepEqual(story.waitsAt(), ["sub", "deep", "x"]);
    assert.equal(story.complete("x").state.status, "completed");
  });
});
