import assert from "node:assert/strict";
import {
  boundary,
  bundleFrom,
  documentOf,
  extensions,
  flows,
  node,
  processOf,
  standardLoop,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const TEAM = extensions(
  `<zeebe:assignmentDefinition candidateGroups="team" /><zeebe:ioMapping><zeebe:output source="=submission.again" target="again" /></zeebe:ioMapping>`,
);
const around = (loop: string): string =>
  documentOf(
    processOf("p", start(), node("userTask", "work", {}, TEAM, loop), userTask("after"), flows("start > work > after")),
  );

describe("standard loop", () => {
  it("turns as long as the condition is true, asked after each turn (BPMN 2.0 §13.3.6)", async () => {
    const story = new Story(await bundleFrom(around(standardLoop("again")))).start();
    story.complete("work", { again: true }).complete("work", { again: true });
    assert.deepEqual(story.waitsAt(), ["work", "work"], "the activity and its third turn");
    assert.deepEqual(story.complete("work", { again: false }).waitsAt(), ["after"]);
  });

  it("testBefore asks before the first turn: it may not turn at all (§13.3.6)", async () => {
    const bundle = await bundleFrom(around(standardLoop("again", `testBefore="true"`)));
    assert.deepEqual(new Story(bundle).start({ again: false }).waitsAt(), ["after"]);
    assert.deepEqual(new Story(bundle).start({ again: true }).complete("work", { again: false }).waitsAt(), ["after"]);
  });

  it("turns no more often than loopMaximum (§10.3.8)", async () => {
    const story = new Story(await bundleFrom(around(standardLoop("true", `loopMaximum="2"`)))).start();
    assert.deepEqual(story.complete("work").complete("work").waitsAt(), ["after"]);
  });

  it("counts its turns for the condition (§10.3.8, loopCounter)", async () => {
    const task = node(
      "task",
      "work",
      {},
      extensions(`<zeebe:ioMapping><zeebe:output source="=n + loopCounter" target="n" /></zeebe:ioMapping>`),
      standardLoop("loopCounter < 4"),
    );
    const xml = documentOf(processOf("p", start(), task, userTask("after"), flows("start > work > after")));
    assert.equal(new Story(await bundleFrom(xml)).start({ n: 0 }).variables()["n"], 10);
  });

  it("that never ends is parked by the step budget, and harms nobody else", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("task", "work", {}, standardLoop("true")),
        userTask("after"),
        flows("start > work > after"),
      ),
    );
    const story = new Story(await bundleFrom(xml), { steps: 200 }).start();
    assert.equal(story.incident(), "RUNAWAY_LOOP");
  });

  it("a condition that is neither true nor false is an incident; corrected, the loop goes on", async () => {
    const story = new Story(await bundleFrom(around(standardLoop("again")))).start().complete("work", { again: 3 });
    assert.equal(story.incident(), "CONDITION_NOT_BOOLEAN");
    assert.deepEqual(story.set({ again: false }).resolve().waitsAt(), ["after"]);
  });

  it("is interrupted as a whole by a boundary event", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("userTask", "work", {}, TEAM, standardLoop("true")),
        boundary("late", "work", timer("timeDuration", "PT1H")),
        userTask("c"),
        flows("start > work", "late > c"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("work");
    assert.deepEqual(story.fire("late").waitsAt(), ["c"]);
  });
});
