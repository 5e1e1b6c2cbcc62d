import assert from "node:assert/strict";
import { tasksOf } from "../../../../engine/index.ts";
import type { Actor } from "../../../../engine/index.ts";
import {
  boundary,
  bundleFrom,
  documentOf,
  end,
  flows,
  mappings,
  processOf,
  start,
  timer,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { Story } from "../../../support/engine-story.ts";

const person = (id: string): Actor => ({ kind: "person", id, groups: ["team"] });
const wang = person("wang");
const li = person("li");
const zhao = person("zhao");

async function story(...more: readonly string[]): Promise<Story> {
  const outputs = mappings({ outputs: { said: "=opinions[1].opinion", result: "=submission.result" } });
  const xml = documentOf(
    processOf(
      "p",
      start(),
      userTask("draft", {}, outputs),
      userTask("check", { "gl:excludeActorOf": "draft" }),
      flows("start > draft > check"),
      ...more,
    ),
  );
  const told = new Story(await bundleFrom(xml)).start();
  return told.do({ type: "claimTask", taskId: told.task("draft"), assignee: "wang" });
}

function add(told: Story, place: "before" | "after", assignee: string, taskId = told.task("draft"), by = wang): Story {
  return told.do({ type: "addSigner", taskId, place, assignee, reason: "需会商" }, by);
}

function taskOf(told: Story, assignee: string): string {
  return tasksOf(told.state).find((task) => task.assignee === assignee)?.id ?? "";
}

function sign(told: Story, by: Actor, opinion = "同意"): Story {
  return told.do({ type: "signTask", taskId: taskOf(told, by.id), opinion, agrees: true }, by);
}

describe("加签 (addSigner, signTask, removeSigner)", () => {
  it("before: the task waits for the signer, and his opinion is kept with it", async () => {
    const told = add(await story(), "before", "li");
    assert.deepEqual(told.trace(), ["signerAdded", "task draft"]);
    const created = told.effect("createTask").task;
    assert.deepEqual([created.assignee, created.formKey, created.signing?.place], ["li", undefined, "before"]);
    const done = { type: "completeTask", taskId: taskOf(told, "wang"), submission: {} } as const;
    assert.equal(told.refused(done).code, "TASK_AWAITS_SIGNERS");
    assert.equal(told.refused({ ...done, taskId: taskOf(told, "li") }).code, "TASK_NOT_YOURS");
    sign(told, li, "可行");
    assert.deepEqual(told.effect("updateTask").task.opinions?.[0]?.opinion, "可行");
    told.complete("draft", { result: 1 });
    assert.deepEqual([told.variables()["said"], told.waitsAt()], ["可行", ["check"]]);
  });

  it("after: the way on waits for the signer, with what the task has brought", async () => {
    const told = add(await story(), "after", "li").complete("draft", { result: 7 });
    assert.deepEqual(told.waitsAt(), ["draft"]);
    assert.deepEqual([tasksOf(told.state).length, tasksOf(told.state)[0]?.assignee], [1, "li"]);
    sign(told, li);
    assert.deepEqual([told.waitsAt(), told.variables()["result"]], [["check"], 7]);
  });

  it("completing the signature's task is signing too", async () => {
    const told = add(await story(), "before", "li");
    told.do({ type: "completeTask", taskId: taskOf(told, "li"), submission: { opinion: "阅", agrees: false } }, li);
    const [event] = told.events;
    assert.ok(event?.type === "opinionGiven" && event.as === "signer");
    assert.deepEqual([event.opinion.opinion, event.opinion.agrees, event.opinion.by], ["阅", false, "li"]);
  });

  it("signers add signers, before and after their own signature", async () => {
    const told = add(add(await story(), "before", "li"), "after", "chen");
    add(told, "before", "zhao", taskOf(told, "li"), li);
    add(told, "after", "sun", taskOf(told, "li"), li);
    assert.equal(
      told.refused({ type: "signTask", taskId: taskOf(told, "li"), opinion: "" }, li).code,
      "TASK_AWAITS_SIGNERS",
    );
    sign(sign(told, zhao), li);
    const done = { type: "completeTask", taskId: taskOf(told, "wang"), submission: {} } as const;
    assert.equal(told.refused(done).code, "TASK_AWAITS_SIGNERS", "sun signs after li, and li before wang");
    sign(told, person("sun")).do(done);
    assert.deepEqual(told.waitsAt(), ["draft"]);
    assert.deepEqual(sign(told, person("chen")).waitsAt(), ["check"]);
  });

  it("减签 takes a signature away with those added to it, and the last one lets the task go on", async () => {
    const told = add(await story(), "before", "li");
    add(told, "before", "zhao", taskOf(told, "li"), li);
    const remove = { type: "removeSigner", taskId: taskOf(told, "li"), reason: "无需会签" } as const;
    assert.equal(told.refused(remove, zhao).code, "SIGNER_NOT_YOURS");
    told.do(remove);
    assert.deepEqual(told.trace(), ["signerRemoved", "taskClosed draft cancelled", "taskClosed draft cancelled"]);
    add(add(told, "after", "li"), "after", "zhao");
    const strike = { type: "removeSigner", taskId: taskOf(told, "wang"), signer: "zhao", reason: "" } as const;
    told.do(strike);
    assert.equal(told.refused(strike).code, "SIGNER_NOT_FOUND");
    told.complete("draft");
    assert.deepEqual(told.do({ ...remove, taskId: taskOf(told, "li") }).waitsAt(), ["check"]);
  });

  it("who has signed is excluded with who completed it (gl:excludeActorOf)", async () => {
    const told = add(add(await story(), "before", "li"), "after", "zhao");
    sign(told, li);
    sign(told.complete("draft"), zhao);
    assert.deepEqual(told.effect("createTask").task.excludedActors.toSorted(), ["li", "wang", "zhao"]);
    const taskId = told.task("check");
    const refused = { type: "addSigner", taskId, place: "before", assignee: "li", reason: "" } as const;
    assert.equal(told.refused(refused, person("sun")).code, "TASK_ACTOR_EXCLUDED");
    assert.equal(told.refused({ ...refused, assignee: "sun" }, person("sun")).code, "SIGNER_SELF");
    const group = { type: "addSigner", taskId, place: "before", candidateGroups: ["law"], reason: "" } as const;
    told.do(group, person("sun"));
    const signing = tasksOf(told.state).find((task) => task.signing !== undefined)?.id ?? "";
    assert.equal(
      told.refused({ type: "claimTask", taskId: signing, assignee: "li" }).code,
      "TASK_ACTOR_EXCLUDED",
      "a signature is no way around it",
    );
  });

  it("refuses what makes no sense", async () => {
    const told = add(await story(), "before", "li");
    const taskId = taskOf(told, "wang");
    const body = { type: "addSigner", taskId, place: "before", reason: "" } as const;
    assert.equal(told.refused(body).code, "SIGNER_WITHOUT_RECEIVER");
    assert.equal(told.refused({ ...body, assignee: "li" }).code, "SIGNER_ALREADY_ADDED");
    assert.equal(told.refused({ ...body, assignee: "x" }, li).code, "TASK_NOT_YOURS");
    assert.equal(told.refused({ type: "signTask", taskId, opinion: "" }).code, "TASK_NOT_SIGNING");
    assert.equal(told.refused({ type: "removeSigner", taskId, reason: "" }).code, "TASK_NOT_SIGNING");
    assert.equal(told.refused({ ...body, taskId: "u99" }).code, "TASK_NOT_FOUND");
    const back = { type: "sendBack", taskId: taskOf(told, "li"), reason: "" } as const;
    assert.equal(told.refused(back, li).code, "TASK_IS_SIGNING");
    told.do({ type: "suspend", reason: "" });
    assert.equal(told.refused({ ...body, assignee: "x" }).code, "INSTANCE_SUSPENDED");
  });

  it("an interrupting event ends task and signatures alike, open or held", async () => {
    for (const place of ["before", "after"] as const) {
      const told = add(
        await story(boundary("late", "draft", timer("timeDuration", "PT1H")), end("gone"), flows("late > gone")),
        place,
        "li",
      );
      if (place === "after") told.complete("draft");
      told.fire("late");
      assert.deepEqual([told.state.status, told.state.tasks], ["completed", undefined]);
    }
  });
});
