import assert from "node:assert/strict";
import { bundleFrom, documentOf, flows, node, processOf, start, userTask } from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const calling = async (root: string, called = "g"): Promise<Story> =>
  new Story(
    await bundleFrom(
      documentOf(
        processOf(
          "p",
          start(),
          node("callActivity", "x", { calledElement: called }),
          userTask("a"),
          flows("start > x > a"),
        ) + root,
      ),
    ),
  ).start({ n: 3 });

describe("global tasks", () => {
  it("are called like processes: a script's result comes back (BPMN 2.0 §10.3.6)", async () => {
    const script = `<bpmn:globalScriptTask id="g" scriptLanguage="FEEL"><bpmn:script>{ twice: n * 2 }</bpmn:script></bpmn:globalScriptTask>`;
    const story = await calling(script);
    assert.deepEqual([story.waitsAt(), story.variables()], [["a"], { n: 3, twice: 6 }]);
  });

  it("a user task waits for its people, a manual or abstract one passes", async () => {
    const owner = `<bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>"team"</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner>`;
    const story = await calling(`<bpmn:globalUserTask id="g" name="核实">${owner}</bpmn:globalUserTask>`);
    const { task } = story.effect("createTask");
    assert.deepEqual([task.name, task.candidateGroups], ["核实", ["team"]]);
    assert.deepEqual(story.complete("g_task").waitsAt(), ["a"]);
    assert.deepEqual((await calling(`<bpmn:globalManualTask id="g" /><bpmn:globalTask id="h" />`)).waitsAt(), ["a"]);
    assert.deepEqual((await calling(`<bpmn:globalTask id="g" />`)).waitsAt(), ["a"]);
  });

  it("a business rule task asks the decision of its implementation", async () => {
    const story = await calling(`<bpmn:globalBusinessRuleTask id="g" implementation="priority" />`);
    assert.equal(story.incident(), "DECISION_NOT_FOUND");
    assert.deepEqual(story.waitsAt(), ["x", "g_task"]);
  });
});
