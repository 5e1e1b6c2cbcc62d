import assert from "node:assert/strict";
import { bundleFrom, documentOf, flow, flows, node, processOf, start, userTask } from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

async function fork(defaultFlow?: string): Promise<Story> {
  const xml = documentOf(
    processOf(
      "p",
      start(),
      node("exclusiveGateway", "choice", defaultFlow === undefined ? {} : { default: defaultFlow }),
      userTask("a"),
      userTask("b"),
      userTask("c"),
      flows("start > choice"),
      flow("choice", "a", "=n > 10"),
      flow("choice", "b", "n > 5"),
      defaultFlow === undefined ? flow("choice", "c", "= n = 1") : flows("choice > c"),
    ),
  );
  return new Story(await bundleFrom(xml));
}

describe("exclusive gateway", () => {
  it("takes the first flow whose condition is true, in the order of the document (§13.4.2)", async () => {
    const story = (await fork("choice_c")).start({ n: 20 });
    assert.deepEqual(story.waitsAt(), ["a"]);
    assert.deepEqual(story.trace().slice(3, 8), [
      "flow start_choice",
      "enter choice",
      "complete choice",
      "flow choice_a",
      "enter a",
    ]);
  });

  it("asks on when the first is false, with or without the leading =", async () => {
    assert.deepEqual((await fork("choice_c")).start({ n: 7 }).waitsAt(), ["b"]);
  });

  it("takes the default when none is true", async () => {
    assert.deepEqual((await fork("choice_c")).start({ n: 1 }).waitsAt(), ["c"]);
  });

  it("without a default and a true condition stops with an incident, never with a silent end", async () => {
    const story = (await fork()).start({ n: 2 });
    assert.equal(story.incident(), "NO_FLOW_TRUE");
    assert.equal(story.effect("openIncident").elementId, "choice");
    story.do({ type: "setVariables", variables: { n: 1 }, reason: "更正" }).resolve();
    assert.deepEqual(story.waitsAt(), ["c"]);
    assert.equal(story.incident(), undefined);
  });

  it("a missing variable is an incident at the gateway, not a false", async () => {
    const story = (await fork("choice_c")).start();
    assert.equal(story.incident(), "FEEL_UNKNOWN_NAME");
    assert.deepEqual(story.waitsAt(), ["choice"]);
  });

  it("a condition that is neither true nor false is an incident", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("exclusiveGateway", "choice", { default: "choice_b" }),
        userTask("a"),
        userTask("b"),
        flows("start > choice > b"),
        flow("choice", "a", "=n"),
      ),
    );
    assert.equal(new Story(await bundleFrom(xml)).start({ n: "yes" }).incident(), "CONDITION_NOT_BOOLEAN");
  });

  it("as a merge passes each token", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("parallelGateway", "fork"),
        node("exclusiveGateway", "merge"),
        userTask("a"),
        node("task", "x"),
        node("task", "y"),
        flows("start > fork > x > merge > a", "fork > y > merge"),
      ),
    );
    assert.deepEqual(new Story(await bundleFrom(xml)).start().waitsAt(), ["a", "a"]);
  });

  it("a variable that is null is known: it is no more true than false, but no incident", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("exclusiveGateway", "g", { default: "g_b" }),
        userTask("a"),
        userTask("b"),
        flows("start > g > b"),
        flow("g", "a", "=x = 1"),
      ),
    );
    assert.deepEqual(new Story(await bundleFrom(xml)).start({ x: null }).waitsAt(), ["b"]);
  });
});
