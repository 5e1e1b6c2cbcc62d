import assert from "node:assert/strict";
import { sendBackTargets } from "../../../engine/index.ts";
import {
  bundleFrom,
  documentOf,
  end,
  extensions,
  flow,
  flows,
  mappings,
  node,
  processOf,
  serviceTask,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

function back(story: Story, from: string, to?: string): Story {
  const named = to === undefined ? {} : { toElementId: to };
  return story.do({ type: "sendBack", taskId: story.task(from), reason: "职责不符", ...named });
}

function targets(story: Story, from: string): readonly string[] {
  return sendBackTargets(story.bundle, story.state, story.task(from));
}

async function storyOf(...content: readonly string[]): Promise<Story> {
  return new Story(await bundleFrom(documentOf(processOf("p", start(), ...content)))).start();
}

describe("退回 (sendBack)", () => {
  it("goes to the human work before, over the machine work between", async () => {
    const story = await storyOf(
      userTask("dispatch"),
      serviceTask("tell"),
      userTask("sign"),
      flows("start > dispatch > tell > sign"),
    );
    story.complete("dispatch").completeJob("tell");
    back(story, "sign");
    assert.deepEqual(story.trace(), [
      "sentBack",
      "taskClosed sign sentBack",
      "terminate sign",
      "enter dispatch",
      "task dispatch",
    ]);
    assert.equal(story.effect("closeTask").outcome, "sentBack");
    const [event] = story.events;
    assert.ok(event?.type === "sentBack");
    assert.deepEqual([event.fromElementId, event.toElementId, event.reason], ["sign", "dispatch", "职责不符"]);
  });

  it("goes to an earlier activity named, also a machine's", async () => {
    const path = [userTask("a"), serviceTask("find"), userTask("b"), userTask("c"), flows("start > a > find > b > c")];
    const story = (await storyOf(...path)).complete("a").completeJob("find").complete("b");
    assert.deepEqual(targets(story, "c"), ["b", "a"]);
    assert.deepEqual(back(story, "c", "find").waitsAt(), ["find"]);
    const again = (await storyOf(...path)).complete("a").completeJob("find").complete("b");
    const taskId = again.task("c");
    for (const toElementId of ["c", "nowhere", "start", "__proto__"]) {
      assert.equal(again.refused({ type: "sendBack", taskId, toElementId, reason: "" }).code, "SEND_BACK_NOT_EARLIER");
    }
  });

  it("from the first task there is nowhere to go", async () => {
    const story = await storyOf(userTask("a"), flows("start > a"));
    assert.equal(
      story.refused({ type: "sendBack", taskId: story.task("a"), reason: "" }).code,
      "SEND_BACK_NO_EARLIER_TASK",
    );
  });

  it("in a loop goes back along the way this turn came", async () => {
    const story = await storyOf(
      userTask("dispatch"),
      userTask("handle"),
      userTask("verify", {}, mappings({ outputs: { isGood: "=submission.isGood" } })),
      node("exclusiveGateway", "good", { default: "good_handle" }),
      end(),
      flows("start > dispatch > handle > verify > good > handle"),
      flow("good", "end", "=isGood"),
    );
    story.complete("dispatch").complete("handle").complete("verify", { isGood: false }).complete("handle");
    assert.deepEqual(targets(story, "verify"), ["handle", "dispatch"], "each once, however often it went round");
    back(story, "verify");
    assert.deepEqual(story.waitsAt(), ["handle"]);
    back(story, "handle");
    assert.deepEqual(story.waitsAt(), ["dispatch"]);
  });

  it("leaves parallel work alone that does not come from what is undone", async () => {
    const story = await storyOf(
      node("parallelGateway", "fork"),
      userTask("a1"),
      userTask("a2"),
      userTask("b"),
      node("parallelGateway", "join"),
      userTask("after"),
      flows("start > fork > a1 > a2 > join > after", "fork > b > join"),
    );
    story.complete("a1");
    back(story, "a2");
    assert.deepEqual(story.waitsAt(), ["b", "a1"]);
    story.complete("b").complete("a1").complete("a2");
    assert.deepEqual(story.waitsAt(), ["after"], "and it still joins once");
  });

  it("undoes the other branches too when it goes behind the fork, arrivals included", async () => {
    const story = await storyOf(
      userTask("first"),
      node("parallelGateway", "fork"),
      ...["a", "b", "c"].map((id) => userTask(id)),
      node("parallelGateway", "join"),
      userTask("after"),
      flows("start > first > fork", "fork > a > join", "fork > b > join", "fork > c > join > after"),
    );
    story.complete("first").complete("b");
    back(story, "a");
    assert.deepEqual(story.waitsAt(), ["first"]);
    story.complete("first").complete("a").complete("b");
    assert.deepEqual(story.waitsAt(), ["c", "join", "join"], "the arrival of the first turn is gone");
    assert.deepEqual(story.complete("c").waitsAt(), ["after"]);
  });

  it("past a join goes behind the fork, so that no branch is left waiting for ever", async () => {
    const story = await storyOf(
      userTask("first"),
      node("parallelGateway", "fork"),
      userTask("a"),
      userTask("b"),
      node("parallelGateway", "join"),
      userTask("after"),
      flows("start > first > fork > a > join > after", "fork > b > join"),
    );
    story.complete("first").complete("a").complete("b");
    assert.deepEqual(targets(story, "after"), ["first"]);
    back(story, "after").complete("first").complete("b").complete("a");
    assert.deepEqual(story.waitsAt(), ["after"]);
  });

  it("out of a sub-process ends it, and back into one begins it again", async () => {
    const sub = node("subProcess", "sub", {}, start("s"), userTask("x"), userTask("y"), flows("s > x > y"));
    const story = await storyOf(userTask("first"), sub, userTask("after"), flows("start > first > sub > after"));
    story.complete("first").complete("x");
    assert.deepEqual(targets(story, "y"), ["x", "first"]);
    back(story, "y", "first");
    assert.deepEqual(story.waitsAt(), ["first"]);
    assert.deepEqual(Object.keys(story.state.scopes), ["s1"]);
    story.complete("first").complete("x").complete("y");
    assert.deepEqual(targets(story, "after"), ["sub", "first"]);
    back(story, "after");
    assert.deepEqual(story.waitsAt(), ["sub", "x"]);
  });

  it("goes out through a call, and knows whether people work in the called process", async () => {
    const call = (id: string, process: string): string =>
      node("callActivity", id, {}, extensions(`<zeebe:calledElement processId="${process}" />`));
    const xml = documentOf(
      processOf(
        "p",
        start(),
        userTask("first"),
        call("machines", "m"),
        call("people", "h"),
        userTask("after"),
        flows("start > first > machines > people > after"),
      ) +
        processOf("m", start("ms"), serviceTask("job"), flows("ms > job")) +
        processOf("h", start("hs"), userTask("x"), flows("hs > x")),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("first").completeJob("job");
    assert.deepEqual(targets(story, "x"), ["first"]);
    story.complete("x");
    assert.deepEqual(targets(story, "after"), ["people", "first"]);
    back(story, "after", "first");
    assert.deepEqual(story.waitsAt(), ["first"]);
  });

  it("is refused to whom the task is not, and while suspended", async () => {
    const story = await storyOf(userTask("a"), userTask("b"), flows("start > a > b"));
    story.complete("a");
    const taskId = story.task("b");
    story.do({ type: "claimTask", taskId, assignee: "li" });
    assert.equal(story.refused({ type: "sendBack", taskId, reason: "" }).code, "TASK_NOT_YOURS");
    story.do({ type: "suspend", reason: "" });
    assert.equal(story.refused({ type: "sendBack", taskId, reason: "" }).code, "INSTANCE_SUSPENDED");
  });
});
