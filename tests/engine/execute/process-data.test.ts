import assert from "node:assert/strict";
import { dataInto, dataObject, dataOutOf, io } from "../../support/bpmn-data.ts";
import { bundleFrom, documentOf, end, flows, node, processOf, start, userTask } from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const inner = (id: string, ...content: string[]): string =>
  processOf(
    id,
    io(["n", "unit?"], ["sum"]),
    start(`${id}Start`),
    node("scriptTask", `${id}Work`, {}, "<bpmn:script>{ sum: n + 1, noise: 2 }</bpmn:script>"),
    ...content,
    flows(`${id}Start > ${id}Work`),
  );

describe("data inputs and outputs of a process", () => {
  it("its inputs are start variables, and without a required one it does not start (BPMN 2.0 §10.4.1)", async () => {
    const bundle = await bundleFrom(documentOf(inner("p")));
    const refusal = new Story(bundle).refused({ type: "start", variables: { unit: "c1" } });
    assert.deepEqual([refusal.code, refusal.zh], ["START_DATA_MISSING", "启动流程“p”缺少数据：n"]);
    assert.equal(new Story(bundle).start({ n: 1 }).state.status, "completed");
  });

  it("its outputs are what it leaves when it ends", async () => {
    const story = new Story(await bundleFrom(documentOf(inner("p")))).start({ n: 1 });
    assert.deepEqual(story.effect("endInstance").results, { sum: 2 });
    const [last] = story.events.slice(-1);
    assert.deepEqual(last?.type === "processCompleted" && last.results, { sum: 2 });
  });

  it("called, it sees only its inputs and gives only its outputs (§10.3.6)", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("callActivity", "x", { calledElement: "q" }),
        userTask("after"),
        flows("start > x > after"),
      ) + inner("q", node("userTask", "look"), flows("qWork > look")),
    );
    const story = new Story(await bundleFrom(xml)).start({ n: 4, secret: 1 });
    const scope = Object.values(story.state.scopes).find((other) => other.processKey === "q");
    assert.deepEqual(scope?.variables, { n: 4, sum: 5, noise: 2 });
    assert.deepEqual(story.complete("look").variables(), { n: 4, secret: 1, sum: 5 });
  });

  it("the call activity's own data is mapped by name and copied where its associations say", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        dataObject("order"),
        dataObject("bill"),
        node(
          "callActivity",
          "x",
          { calledElement: "q" },
          // Its own items: ids are unique in a document.
          io(["n"], ["sum"]).replaceAll("put_", "put_of_"),
          dataInto("order", "dataInput_of_n"),
          dataOutOf("dataOutput_of_sum", "bill"),
        ),
        end(),
        flows("start > x > end"),
      ) + inner("q"),
    );
    const story = new Story(await bundleFrom(xml)).start({ order: 7 });
    assert.deepEqual(story.variables(), { order: 7, bill: 8 });
  });

  it("a global user task gives the entries of its form that it names", async () => {
    const xml = documentOf(
      processOf("p", start(), node("callActivity", "x", { calledElement: "g" }), end(), flows("start > x > end")) +
        `<bpmn:globalUserTask id="g">${io([], ["vote"])}</bpmn:globalUserTask>`,
    );
    const story = new Story(await bundleFrom(xml)).start().complete("g_task", { vote: "yes", noise: 1 });
    assert.deepEqual([story.state.status, story.variables()], ["completed", { vote: "yes" }]);
  });
});
