import assert from "node:assert/strict";
import { tasksOf } from "../../../../engine/index.ts";
import {
  bundleFrom,
  documentOf,
  extensions,
  flows,
  multiInstance,
  node,
  processOf,
  standardLoop,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { Story } from "../../../support/engine-story.ts";

interface Signing {
  readonly isSequential?: boolean;
  readonly completion?: string;
}

/** 会签: each signer of the list has a task of his own, and their answers are collected. */
async function signing({ isSequential = false, completion }: Signing = {}): Promise<Story> {
  const loop = multiInstance(
    {
      inputCollection: "=signers",
      inputElement: "signer",
      outputCollection: "answers",
      outputElement: "=submission.answer",
    },
    completion === undefined ? {} : { completion },
    isSequential ? `isSequential="true"` : "",
  );
  const people = extensions(`<zeebe:assignmentDefinition assignee="=signer" />`);
  const xml = documentOf(
    processOf(
      "p",
      start(),
      node("userTask", "sign", {}, people, loop),
      userTask("after"),
      flows("start > sign > after"),
    ),
  );
  return new Story(await bundleFrom(xml)).start({ signers: ["a", "b", "c"] });
}

function answer(told: Story, who: string): Story {
  const taskId = taskOf(told, who);
  const actor = { kind: "person", id: who, groups: [] } as const;
  return told.do({ type: "completeTask", taskId, submission: { answer: who } }, actor);
}

const taskOf = (told: Story, who: string): string =>
  tasksOf(told.state).find((task) => task.assignee === who)?.id ?? "";
const add = (told: Story, item: string): Story =>
  told.do({ type: "addInstance", elementId: "sign", item, reason: "增加会签人" });
const remove = (told: Story, who: string): Story =>
  told.do({ type: "removeInstance", taskId: taskOf(told, who), reason: "不在岗" });

describe("加签 and 减签 in a running 会签 (addInstance, removeInstance)", () => {
  it("会签 all: one more has to sign, and is collected", async () => {
    const told = add(await signing(), "d");
    for (const who of ["a", "b", "c"]) answer(told, who);
    assert.deepEqual(told.waitsAt(), ["sign", "sign"]);
    answer(told, "d");
    assert.deepEqual([told.variables()["answers"], told.waitsAt()], [["a", "b", "c", "d"], ["after"]]);
  });

  it("依次 in turn: he comes last", async () => {
    const told = add(await signing({ isSequential: true }), "d");
    for (const who of ["a", "b", "c", "d"]) {
      assert.deepEqual(
        tasksOf(told.state).map(({ assignee }) => assignee),
        [who],
      );
      answer(told, who);
    }
    assert.deepEqual(told.waitsAt(), ["after"]);
  });

  it("减签: who is removed no longer counts, and the last word ends it", async () => {
    const told = remove(answer(answer(await signing(), "a"), "b"), "c");
    assert.deepEqual([told.waitsAt(), told.variables()["answers"]], [["after"], ["a", "b", null]]);
    const inTurn = remove(await signing({ isSequential: true }), "a");
    assert.deepEqual(
      tasksOf(inTurn.state).map(({ assignee }) => assignee),
      ["b"],
    );
  });

  it("票签 n of m: the share is asked again of those who are left", async () => {
    const half = { completion: "numberOfCompletedInstances / numberOfInstances > 0.5" };
    const told = add(await signing(half), "d");
    answer(answer(told, "a"), "b");
    assert.deepEqual(told.waitsAt(), ["sign", "sign", "sign"], "two of four are no majority");
    assert.deepEqual(remove(told, "c").waitsAt(), ["after"], "two of three are");
  });

  it("或签 any: one is enough, however many were added", async () => {
    const told = add(await signing({ completion: "numberOfCompletedInstances >= 1" }), "d");
    assert.deepEqual(answer(told, "d").waitsAt(), ["after"]);
  });

  it("an inner scope of an instance ends with it", async () => {
    const sub = node(
      "subProcess",
      "each",
      {},
      multiInstance({}, { cardinality: "2" }),
      start("s"),
      userTask("x"),
      flows("s > x"),
    );
    const told = new Story(await bundleFrom(documentOf(processOf("p", start(), sub, flows("start > each"))))).start();
    told.do({ type: "addInstance", elementId: "each", reason: "" });
    assert.equal(tasksOf(told.state).length, 3);
    told.do({ type: "removeInstance", taskId: told.task("x"), reason: "" });
    assert.deepEqual([tasksOf(told.state).length, Object.keys(told.state.scopes).length], [2, 4]);
    told.complete("x").complete("x");
    assert.equal(told.state.status, "completed");
  });

  it("refuses where nothing repeats, the last signer's removal, and more than may be", async () => {
    const told = await signing();
    const body = { type: "addInstance", elementId: "after", reason: "" } as const;
    assert.equal(told.refused(body).code, "LOOP_NOT_RUNNING");
    remove(remove(told, "a"), "b");
    const last = { type: "removeInstance", taskId: taskOf(told, "c"), reason: "" } as const;
    assert.equal(told.refused(last).code, "INSTANCE_LAST");
    answer(told, "c");
    assert.equal(told.refused({ ...last, taskId: told.task("after") }).code, "TASK_NOT_IN_LOOP");
    const again = node(
      "userTask",
      "again",
      {},
      extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`),
      standardLoop("true"),
    );
    const xml = documentOf(processOf("p", start(), again, flows("start > again")));
    const looped = new Story(await bundleFrom(xml)).start();
    assert.equal(looped.refused({ ...body, elementId: "again" }).code, "LOOP_NOT_RUNNING");
    const few = new Story((await signing()).bundle, { instances: 3 }).start({ signers: ["a", "b", "c"] });
    assert.equal(few.refused({ ...body, elementId: "sign" }).code, "LOOP_TOO_MANY");
  });
});
