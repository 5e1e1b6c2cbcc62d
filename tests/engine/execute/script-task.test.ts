import assert from "node:assert/strict";
import {
  bundleFrom,
  documentOf,
  extensions,
  flows,
  mappings,
  node,
  processOf,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const around = (script: string): string =>
  documentOf(processOf("p", start(), script, userTask("a"), flows("start > s > a")));

describe("script task", () => {
  it("executes its script when reached and completes (BPMN 2.0 §13.3.3)", async () => {
    const xml = around(
      node("scriptTask", "s", { scriptFormat: "FEEL" }, "<bpmn:script>{ total: n * 2, ok: n > 1 }</bpmn:script>"),
    );
    const story = new Story(await bundleFrom(xml)).start({ n: 3 });
    assert.deepEqual(story.variables(), { n: 3, total: 6, ok: true });
    assert.deepEqual(story.waitsAt(), ["a"]);
  });

  it("gives zeebe's script its result variable", async () => {
    const xml = around(
      node("scriptTask", "s", {}, extensions(`<zeebe:script expression="=n + 1" resultVariable="m" />`)),
    );
    assert.equal(new Story(await bundleFrom(xml)).start({ n: 3 }).variables()["m"], 4);
  });

  it("with output mappings brings up only what they take; the value itself is `result`", async () => {
    const io = extensions(mappings({ outputs: { m: "=result" } }));
    const xml = around(node("scriptTask", "s", {}, io, "<bpmn:script>n * 10</bpmn:script>"));
    assert.deepEqual(new Story(await bundleFrom(xml)).start({ n: 3 }).variables(), { n: 3, m: 30 });
  });

  it("stands still with an incident when the script cannot be evaluated", async () => {
    const long = "count(for i in 1..9999999 return i)";
    const xml = around(node("scriptTask", "s", {}, `<bpmn:script>${long}</bpmn:script>`));
    const story = new Story(await bundleFrom(xml)).start({});
    assert.notEqual(story.incident(), undefined);
    assert.deepEqual(story.waitsAt(), ["s"]);
  });

  it("without a name for it only a context brings variables up: a list or a number is the result and no more", async () => {
    const of = async (script: string): Promise<unknown> =>
      new Story(await bundleFrom(around(node("scriptTask", "s", {}, `<bpmn:script>${script}</bpmn:script>`))))
        .start({ n: 3 })
        .variables();
    assert.deepEqual(await of("n + 1"), { n: 3 });
    assert.deepEqual(await of("[n, n]"), { n: 3 });
    assert.deepEqual(await of("{ n: n + 1 }"), { n: 4 });
    assert.deepEqual(await of("for i in 1..n return i"), { n: 3 });
  });

  it("runs in a loop, seeing what the turn before has left (§13.3.6)", async () => {
    const loop = `<bpmn:standardLoopCharacteristics testBefore="true" loopMaximum="10"><bpmn:loopCondition>n &lt; 20</bpmn:loopCondition></bpmn:standardLoopCharacteristics>`;
    const xml = around(node("scriptTask", "s", {}, loop, "<bpmn:script>{ n: n * 2 }</bpmn:script>"));
    assert.equal(new Story(await bundleFrom(xml)).start({ n: 3 }).variables()["n"], 24);
    assert.equal(new Story(await bundleFrom(xml)).start({ n: 30 }).variables()["n"], 30);
  });

  it("never waits: nothing is armed around it, and an incident leaves no variable half set", async () => {
    const script = node(
      "scriptTask",
      "s",
      {},
      "<bpmn:script>{ a: 1, b: count(for i in 1..9999999 return i) }</bpmn:script>",
    );
    const story = new Story(await bundleFrom(around(script))).start({});
    assert.deepEqual([story.variables(), story.state.timers], [{}, undefined]);
  });
});
