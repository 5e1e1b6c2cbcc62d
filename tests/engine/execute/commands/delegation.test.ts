import assert from "node:assert/strict";
import { tasksOf } from "../../../../engine/index.ts";
import type { Actor, TaskState } from "../../../../engine/index.ts";
import { bundleFrom, documentOf, flows, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { Story } from "../../../support/engine-story.ts";

const person = (id: string): Actor => ({ kind: "person", id, groups: ["team"] });
const li = person("li");

async function story(mode?: string): Promise<Story> {
  const attributes = mode === undefined ? {} : { "gl:delegation": mode };
  const xml = documentOf(
    processOf(
      "p",
      start(),
      userTask("work", attributes),
      userTask("check", { "gl:excludeActorOf": "work" }),
      flows("start > work > check"),
    ),
  );
  return new Story(await bundleFrom(xml)).start();
}

const task = (told: Story): TaskState | undefined => tasksOf(told.state)[0];

function delegate(told: Story, assignee: string, by?: Actor): Story {
  return told.do({ type: "delegateTask", taskId: told.task("work"), assignee, reason: "出差" }, by);
}

describe("委托 (delegateTask, returnTask)", () => {
  it("the delegate gives it back with his opinion, and the owner completes", async () => {
    const told = delegate(await story(), "li");
    assert.deepEqual([task(told)?.assignee, task(told)?.owners], ["li", ["wang"]]);
    const taskId = told.task("work");
    const done = { type: "completeTask", taskId, submission: {} } as const;
    assert.equal(told.refused(done).code, "TASK_NOT_YOURS");
    assert.equal(told.refused(done, li).code, "TASK_DELEGATED");
    assert.equal(told.refused({ type: "releaseTask", taskId }, li).code, "TASK_DELEGATED");
    told.do({ type: "returnTask", taskId, opinion: "已现场核实" }, li);
    assert.deepEqual([task(told)?.assignee, task(told)?.owners], ["wang", undefined]);
    assert.equal(told.effect("updateTask").task.opinions?.[0]?.opinion, "已现场核实");
    told.do(done);
    assert.deepEqual(
      told.effect("createTask").task.excludedActors.toSorted(),
      ["li", "wang"],
      "both have worked on it",
    );
  });

  it("may be completed on behalf when the definition says so; then the owner counts as having done it", async () => {
    const told = delegate(await story("onBehalf"), "li").complete("work", {}, li);
    assert.deepEqual(told.effect("createTask").task.excludedActors.toSorted(), ["li", "wang"]);
  });

  it("goes back up the chain one by one, or to the owner who calls it back", async () => {
    const told = delegate(delegate(await story(), "li"), "zhao", li);
    assert.deepEqual(task(told)?.owners, ["wang", "li"]);
    const taskId = told.task("work");
    told.do({ type: "returnTask", taskId }, person("zhao"));
    assert.deepEqual([task(told)?.assignee, task(told)?.owners], ["li", ["wang"]]);
    delegate(told, "zhao", li).do({ type: "returnTask", taskId });
    assert.deepEqual([task(told)?.assignee, task(told)?.owners], ["wang", undefined]);
    assert.equal(told.refused({ type: "returnTask", taskId }).code, "TASK_NOT_DELEGATED");
  });

  it("never to oneself, up the chain, to who is excluded, or of somebody else's task", async () => {
    const told = delegate(await story(), "li");
    const body = { type: "delegateTask", taskId: told.task("work"), assignee: "wang", reason: "" } as const;
    assert.equal(told.refused(body, li).code, "DELEGATE_IN_CHAIN");
    assert.equal(told.refused(body).code, "TASK_NOT_YOURS");
    assert.equal(told.refused({ type: "returnTask", taskId: body.taskId }, person("zhao")).code, "TASK_NOT_YOURS");
    told.do({ type: "returnTask", taskId: body.taskId }).complete("work");
    const check = { ...body, taskId: told.task("check") };
    assert.equal(told.refused(check, person("zhao")).code, "TASK_ACTOR_EXCLUDED");
    const machine = { kind: "machine", id: "m" } as const;
    assert.equal(told.refused({ ...check, assignee: "x" }, machine).code, "DELEGATE_WITHOUT_OWNER");
  });
});

describe("改派 (redispatch)", () => {
  async function two(): Promise<Story> {
    const xml = documentOf(processOf("p", start(), userTask("a"), userTask("b"), flows("start > a", "start > b")));
    const told = new Story(await bundleFrom(xml)).start();
    for (const id of ["a", "b"]) told.do({ type: "claimTask", taskId: told.task(id), assignee: "li" });
    return told;
  }
  const leader = person("leader");

  it("gives all that a person has to another, what he had delegated included", async () => {
    const told = await two();
    told.do({ type: "delegateTask", taskId: told.task("b"), assignee: "zhao", reason: "" }, li);
    told.do({ type: "redispatch", from: "li", assignee: "sun", reason: "病假" }, leader);
    const [a, b] = tasksOf(told.state);
    assert.deepEqual([a?.assignee, b?.assignee, b?.owners], ["sun", "zhao", ["sun"]]);
    told.do({ type: "returnTask", taskId: b?.id ?? "" }, person("zhao"));
    assert.equal(told.effect("updateTask").task.assignee, "sun");
  });

  it("to groups, and of the tasks named only", async () => {
    const told = await two();
    const body = { type: "redispatch", taskIds: [told.task("a")], reason: "" } as const;
    told.do({ ...body, candidateGroups: ["other"] }, leader);
    const [a, b] = tasksOf(told.state);
    assert.deepEqual([a?.assignee, a?.candidateGroups, b?.assignee], [undefined, ["other"], "li"]);
    assert.equal(told.refused(body).code, "TRANSFER_WITHOUT_RECEIVER");
    assert.equal(told.refused({ ...body, taskIds: ["u99"], assignee: "x" }).code, "TASK_NOT_FOUND");
    assert.equal(told.refused({ type: "redispatch", from: "x", assignee: "y", reason: "" }).code, "REDISPATCH_NOTHING");
  });

  it("not to somebody who is excluded: then nothing is changed at all", async () => {
    const told = (await story()).complete("work");
    const body = { type: "redispatch", taskIds: [told.task("check")], reason: "" } as const;
    assert.equal(told.refused({ ...body, assignee: "wang" }, leader).code, "TASK_ACTOR_EXCLUDED");
  });
});
