import assert from "node:assert/strict";
import {
  boundary,
  bundleFrom,
  compensated,
  compensateEvent,
  documentOf,
  errorEvent,
  eventSubProcess,
  extensions,
  flows,
  mappings,
  multiInstance,
  node,
  processOf,
  serviceTask,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const TEAM = extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`);
const undo = (id: string): string => node("userTask", id, { isForCompensation: "true" }, TEAM);
const throwing = (id: string, definition = compensateEvent()): string =>
  node("intermediateThrowEvent", id, {}, definition);

const TWO = (definition?: string): string =>
  documentOf(
    processOf(
      "p",
      start(),
      userTask("a"),
      userTask("b"),
      compensated("a", "undoA"),
      compensated("b", "undoB"),
      undo("undoA"),
      undo("undoB"),
      throwing("back", definition),
      userTask("after"),
      flows("start > a > b > back > after"),
    ),
  );

describe("compensation", () => {
  it("runs the handlers of what completed in reverse order, and waits for them (BPMN 2.0 §13.5.5, §10.7.2)", async () => {
    const story = new Story(await bundleFrom(TWO())).start().complete("a").complete("b");
    assert.deepEqual(story.waitsAt(), ["back", "undoB"]);
    assert.deepEqual(story.complete("undoB").waitsAt(), ["back", "undoA"]);
    assert.deepEqual(story.complete("undoA").waitsAt(), ["after"]);
    assert.equal(story.complete("after").state.status, "completed");
  });

  it("of one activity runs its handler only (§10.5.7, activityRef)", async () => {
    const story = new Story(await bundleFrom(TWO(compensateEvent("a")))).start().complete("a").complete("b");
    assert.deepEqual(story.waitsAt(), ["back", "undoA"]);
    assert.deepEqual(story.complete("undoA").waitsAt(), ["after"]);
  });

  it("without waitForCompletion goes on at once (§10.5.7)", async () => {
    const story = new Story(await bundleFrom(TWO(compensateEvent(undefined, `waitForCompletion="false"`))))
      .start()
      .complete("a")
      .complete("b");
    assert.deepEqual([...story.waitsAt()].sort(), ["after", "undoB"]);
    story.complete("after").complete("undoB");
    assert.deepEqual(story.waitsAt(), ["undoA"], "the scope waits for its handlers");
    assert.equal(story.complete("undoA").state.status, "completed");
  });

  it("of what has not completed does nothing: the throw is empty (§13.5.5)", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        throwing("back"),
        userTask("a"),
        compensated("a", "undoA"),
        undo("undoA"),
        flows("start > back > a"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.deepEqual(story.waitsAt(), ["a"]);
    assert.equal(story.complete("a").state.status, "completed", "unused handlers are forgotten");
  });

  it("gives the handler the data of the moment of completion (§10.7.1, snapshot)", async () => {
    const handler = node(
      "userTask",
      "undoA",
      { isForCompensation: "true" },
      extensions(`<zeebe:assignmentDefinition assignee="=who" />`),
    );
    const xml = documentOf(
      processOf(
        "p",
        start(),
        userTask("a"),
        compensated("a", "undoA"),
        handler,
        userTask("b"),
        throwing("back"),
        node("endEvent", "end"),
        flows("start > a > b > back > end"),
      ),
    );
    const story = new Story(await bundleFrom(xml))
      .start({ who: "li" })
      .complete("a")
      .set({ who: "zhao" })
      .complete("b");
    assert.equal(Object.values(story.state.tasks ?? {})[0]?.assignee, "li");
  });

  it("of a loop runs once for each turn, the last first", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("exclusiveGateway", "merge"),
        userTask("a", {}, mappings({ outputs: { n: "=submission.n" } })),
        compensated("a", "undoA"),
        undo("undoA"),
        node("exclusiveGateway", "again", { default: "again_back" }),
        throwing("back"),
        userTask("after"),
        flows("start > merge > a > again > back > after"),
        `<bpmn:sequenceFlow id="loop" sourceRef="again" targetRef="merge"><bpmn:conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">n = 1</bpmn:conditionExpression></bpmn:sequenceFlow>`,
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a", { n: 1 }).complete("a", { n: 2 });
    const views = (): unknown => story.effect("createTask").task.inputs["n"];
    assert.equal(views(), 2);
    story.complete("undoA");
    assert.equal(views(), 1);
    assert.deepEqual(story.complete("undoA").waitsAt(), ["after"]);
  });

  it("of a sub-process without a handler compensates what was done in it, with its variables (§13.5.5)", async () => {
    const sub = node(
      "subProcess",
      "sub",
      {},
      extensions(mappings({ inputs: { secret: "=1 + 1" } })),
      start("s"),
      userTask("x"),
      userTask("y"),
      compensated("x", "undoX"),
      compensated("y", "undoY"),
      undo("undoX"),
      undo("undoY"),
      flows("s > x > y"),
    );
    const xml = documentOf(
      processOf("p", start(), sub, throwing("back"), userTask("after"), flows("start > sub > back > after")),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("x").complete("y");
    assert.deepEqual(story.waitsAt(), ["back", "sub", "undoY"]);
    story.complete("undoY").complete("undoX");
    assert.deepEqual(story.waitsAt(), ["after"]);
    assert.equal(story.state.compensations, undefined);
    assert.deepEqual(Object.keys(story.state.scopes), ["s1"]);
  });

  it("of a sub-process with a compensation event sub-process runs that instead (§10.7.1)", async () => {
    const sub = node(
      "subProcess",
      "sub",
      {},
      start("s"),
      userTask("x"),
      compensated("x", "undoX"),
      undo("undoX"),
      flows("s > x"),
      eventSubProcess(
        "fix",
        "<bpmn:compensateEventDefinition />",
        true,
        userTask("repair"),
        flows("fixStart > repair"),
      ),
    );
    const xml = documentOf(
      processOf(
        "p",
        start(),
        sub,
        throwing("back", compensateEvent("sub")),
        userTask("after"),
        flows("start > sub > back > after"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("x");
    assert.deepEqual(story.waitsAt(), ["back", "sub", "fix", "repair"]);
    assert.deepEqual(story.complete("repair").waitsAt(), ["after"]);
  });

  it("of a sub-process that was interrupted finds nothing: it never completed (§13.5.5)", async () => {
    const sub = node(
      "subProcess",
      "sub",
      {},
      start("s"),
      userTask("x"),
      userTask("y"),
      compensated("x", "undoX"),
      undo("undoX"),
      flows("s > x > y"),
    );
    const xml = documentOf(
      processOf(
        "p",
        start(),
        sub,
        boundary("late", "sub", timer("timeDuration", "PT1H")),
        throwing("back"),
        userTask("after"),
        flows("start > sub", "late > back > after"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("x").fire("late");
    assert.deepEqual(story.waitsAt(), ["after"]);
    assert.equal(story.state.compensations, undefined);
  });

  it("is thrown from an error event sub-process for the scope around it (§10.7.2)", async () => {
    const xml = documentOf(
      `<bpmn:error id="E" errorCode="e" />` +
        processOf(
          "p",
          start(),
          userTask("a"),
          compensated("a", "undoA"),
          undo("undoA"),
          serviceTask("job"),
          flows("start > a > job"),
          eventSubProcess(
            "fix",
            errorEvent("E"),
            true,
            node("endEvent", "back", {}, compensateEvent()),
            flows("fixStart > back"),
          ),
        ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a");
    story.do({ type: "throwError", jobId: story.job("job"), errorCode: "e", message: "" });
    assert.deepEqual([...story.waitsAt()].sort(), ["back", "fix", "undoA"]);
    assert.equal(story.complete("undoA").state.status, "completed");
  });

  it("of a multi-instance sub-process runs for each instance", async () => {
    const sub = node(
      "subProcess",
      "sub",
      {},
      multiInstance({}, { cardinality: "2" }),
      start("s"),
      node("task", "x"),
      compensated("x", "undoX"),
      undo("undoX"),
      flows("s > x"),
    );
    const xml = documentOf(
      processOf("p", start(), sub, throwing("back"), userTask("after"), flows("start > sub > back > after")),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.deepEqual(story.complete("undoX").complete("undoX").waitsAt(), ["after"]);
  });
});
