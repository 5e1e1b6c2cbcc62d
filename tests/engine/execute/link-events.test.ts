import assert from "node:assert/strict";
import { bundleFrom, documentOf, flow, flows, node, processOf, start, userTask } from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const throwing = (id: string, name: string): string =>
  node("intermediateThrowEvent", id, {}, `<bpmn:linkEventDefinition name="${name}" />`);
const catching = (id: string, name: string): string =>
  node("intermediateCatchEvent", id, {}, `<bpmn:linkEventDefinition name="${name}" />`);

describe("link events", () => {
  it("are a sequence flow in two pieces (BPMN 2.0 §10.5.5): from the source to the target, in one step", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        throwing("to", "A"),
        catching("from", "A"),
        userTask("a"),
        flows("start > to", "from > a"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.deepEqual(story.trace().slice(-7), [
      "enter to",
      "complete to",
      "enter from",
      "complete from",
      "flow from_a",
      "enter a",
      "task a",
    ]);
  });

  it("may have several sources for one target (§10.5.5)", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("exclusiveGateway", "g", { default: "g_two" }),
        throwing("one", "A"),
        throwing("two", "A"),
        catching("from", "A"),
        userTask("a"),
        flows("start > g", "g > two", "from > a"),
        flow("g", "one", "=x"),
      ),
    );
    const bundle = await bundleFrom(xml);
    for (const x of [true, false]) assert.deepEqual(new Story(bundle).start({ x }).waitsAt(), ["a"]);
  });

  it("loop backwards, and a loop that never ends is parked (§10.5.5: used to create looping situations)", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        catching("again", "L"),
        node("exclusiveGateway", "merge"),
        userTask("a"),
        throwing("back", "L"),
        flows("start > merge > a > back", "again > merge"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.deepEqual(story.complete("a").complete("a").waitsAt(), ["a"]);
  });

  it("keep within their scope: a sub-process has links of its own", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        throwing("to", "A"),
        catching("from", "A"),
        node(
          "subProcess",
          "sub",
          {},
          start("s"),
          throwing("inTo", "A"),
          catching("inFrom", "A"),
          userTask("inner"),
          flows("s > inTo", "inFrom > inner"),
        ),
        flows("start > to", "from > sub"),
      ),
    );
    assert.deepEqual(new Story(await bundleFrom(xml)).start().waitsAt(), ["sub", "inner"]);
  });

  it("are seen by an inclusive join: what must still come over a link is waited for", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("parallelGateway", "fork"),
        userTask("a"),
        userTask("b"),
        throwing("to", "A"),
        catching("from", "A"),
        node("inclusiveGateway", "join"),
        userTask("after"),
        flows("start > fork > a > join > after", "fork > b > to", "from > join"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a");
    assert.deepEqual(story.waitsAt(), ["b", "join"]);
    assert.deepEqual(story.complete("b").waitsAt(), ["after"]);
  });
});
