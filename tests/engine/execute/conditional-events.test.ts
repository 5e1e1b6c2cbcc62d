import assert from "node:assert/strict";
import {
  boundary,
  bundleFrom,
  conditionalEvent,
  documentOf,
  eventSubProcess,
  flows,
  node,
  processOf,
  serviceTask,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

describe("conditional events", () => {
  it("let the token go on when the condition becomes true (BPMN 2.0 §10.5.5)", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("intermediateCatchEvent", "wait", {}, conditionalEvent("level > 2")),
        userTask("a"),
        flows("start > wait > a"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start({ level: 1 });
    assert.deepEqual(story.reasons()[0], { ...story.reasons()[0], kind: "condition", zh: "“wait”等待条件成立" });
    assert.deepEqual(story.set({ level: 2 }).waitsAt(), ["wait"]);
    assert.deepEqual(story.set({ level: 3 }).waitsAt(), ["a"]);
  });

  it("go on at once when it is true already", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node("intermediateCatchEvent", "wait", {}, conditionalEvent("level > 2")),
        userTask("a"),
        flows("start > wait > a"),
      ),
    );
    assert.deepEqual(new Story(await bundleFrom(xml)).start({ level: 3 }).waitsAt(), ["a"]);
  });

  it("at the boundary interrupt the activity (§10.5.4)", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        userTask("a"),
        boundary("b", "a", conditionalEvent("dangerous = true")),
        userTask("c"),
        flows("start > a", "b > c"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start();
    assert.deepEqual(story.set({ dangerous: true }).waitsAt(), ["c"]);
  });

  it("not interrupting, must become false before they happen again (§10.5.2)", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        userTask("a"),
        boundary("b", "a", conditionalEvent("n > 1"), false),
        userTask("c"),
        flows("start > a", "b > c"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start({ n: 0 });
    assert.deepEqual(story.set({ n: 2 }).set({ n: 3 }).waitsAt(), ["a", "c"]);
    assert.deepEqual(story.set({ n: 0 }).set({ n: 4 }).waitsAt(), ["a", "c", "c"]);
  });

  it("are asked whatever changes the variables: a job's result, an output mapping, in the middle of a run", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        node(
          "subProcess",
          "sub",
          {},
          start("s"),
          serviceTask("job"),
          node("scriptTask", "calm", {}, "<bpmn:script>{ level: 0 }</bpmn:script>"),
          flows("s > job > calm"),
        ),
        boundary("b", "sub", conditionalEvent("level > 2")),
        userTask("c"),
        flows("start > sub", "b > c"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start({ level: 0 }).completeJob("job", { level: 5 });
    assert.deepEqual(story.waitsAt(), ["c"]);
  });

  it("start an event sub-process (§10.5.2)", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        userTask("a"),
        flows("start > a"),
        eventSubProcess("alarm", conditionalEvent("level > 2"), false, userTask("c"), flows("alarmStart > c")),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start({ level: 0 }).set({ level: 3 });
    assert.deepEqual(story.waitsAt(), ["a", "alarm", "c"]);
  });

  it("end with the activity they hang on", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        userTask("a"),
        userTask("d"),
        boundary("b", "a", conditionalEvent("x = 1")),
        userTask("c"),
        flows("start > a > d", "b > c"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("a");
    assert.equal(story.state.conditions, undefined);
    assert.deepEqual(story.set({ x: 1 }).waitsAt(), ["d"]);
  });
});
