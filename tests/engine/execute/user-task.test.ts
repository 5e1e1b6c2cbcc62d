import assert from "node:assert/strict";
import {
  bundleFrom,
  documentOf,
  end,
  extensions,
  flows,
  mappings,
  node,
  processOf,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story, wang } from "../../support/engine-story.ts";

const li = { kind: "person", id: "li", groups: ["team"] } as const;

async function oneTask(people: string, ...more: readonly string[]): Promise<Story> {
  const task = node("userTask", "sign", { name: "签收", "gl:stage": "dispatch" }, extensions(people, ...more));
  const xml = documentOf(processOf("p", start(), task, end(), flows("start > sign > end")));
  return new Story(await bundleFrom(xml, { forms: { signing: 3 } }));
}

describe("user task", () => {
  it("waits for a person, takes only what its outputs name, and goes on", async () => {
    const io = mappings({ inputs: { place: "=report.place" }, outputs: { result: "=submission.result" } });
    const xml = documentOf(
      processOf("p", start(), userTask("sign", { name: "签收" }, io), end(), flows("start > sign > end")),
    );
    const story = new Story(await bundleFrom(xml)).start({ report: { place: "南苑街道" } });
    assert.deepEqual(story.trace(), [
      "processStarted",
      "enter start",
      "complete start",
      "flow start_sign",
      "enter sign",
      "localsSet",
      "task sign",
    ]);
    story.complete("sign", { result: "done", other: 1 });
    assert.deepEqual(story.trace(), [
      "taskClosed sign completed",
      "set result s1",
      "complete sign",
      "flow sign_end",
      "enter end",
      "complete end",
      "processCompleted",
    ]);
    assert.deepEqual(story.variables(), { report: { place: "南苑街道" }, result: "done" });
    assert.equal(story.state.status, "completed");
  });

  it("tells the shell everything that a person needs to see", async () => {
    const story = await oneTask(
      `<zeebe:assignmentDefinition candidateGroups="=[owner.lead + &quot;/handler&quot;, null]" candidateUsers="a, b" />`,
      `<zeebe:formDefinition formId="signing" />`,
      `<zeebe:taskSchedule dueDate="=now() + duration(&quot;PT4H&quot;)" followUpDate="2026-03-02T12:00:00" />`,
      `<zeebe:priorityDefinition priority="80" />`,
      `<gl:fieldRights><gl:field path="/phone" right="hidden" /></gl:fieldRights>`,
      mappings({ inputs: { where: "=place.name" } }),
    );
    story.start({ owner: { lead: "urban" }, place: { name: "幸福路 1 号" } });
    assert.deepEqual(story.effect("createTask").task, {
      taskId: story.task("sign"),
      elementId: "sign",
      name: "签收",
      formKey: "signing",
      formVersion: 3,
      candidateGroups: ["urban/handler"],
      candidateUsers: ["a", "b"],
      excludedActors: [],
      dueAt: "2026-03-02T06:00:00.000Z",
      followUpAt: "2026-03-02T04:00:00.000Z",
      priority: 80,
      stage: "dispatch",
      fieldRights: [{ path: "/phone", right: "hidden" }],
      inputs: { where: "幸福路 1 号" },
    });
    assert.equal(story.reasons()[0]?.zh, "等待urban/handler、a、b办理“签收”");
    assert.equal(story.reasons()[0]?.until, "2026-03-02T06:00:00.000Z");
  });

  it("with nobody to do it is an incident, resolved by naming somebody", async () => {
    const story = (await oneTask(`<zeebe:assignmentDefinition assignee="=who" />`)).start({ who: null });
    assert.equal(story.incident(), "TASK_NOBODY");
    story.do({ type: "setVariables", variables: { who: "wang" }, reason: "补派" }).resolve();
    assert.equal(story.effect("createTask").task.assignee, "wang");
  });

  it("an assigned task is completed by its assignee only", async () => {
    const story = (await oneTask(`<zeebe:assignmentDefinition assignee="li" />`)).start();
    const complete = { type: "completeTask", taskId: story.task("sign"), submission: {} } as const;
    assert.equal(story.refused(complete).code, "TASK_NOT_YOURS");
    assert.equal(story.do(complete, li).state.status, "completed");
  });

  it("is completed once: the second is told so, an id that never was is not found", async () => {
    const xml = documentOf(processOf("p", start(), userTask("a"), userTask("b"), flows("start > a > b")));
    const story = new Story(await bundleFrom(xml)).start();
    const taskId = story.task("a");
    story.complete("a");
    assert.equal(story.refused({ type: "completeTask", taskId, submission: {} }).code, "TASK_ALREADY_COMPLETED");
    for (const unknown of ["u999", "x", "__proto__", "constructor", "u1.5"]) {
      assert.equal(story.refused({ type: "completeTask", taskId: unknown, submission: {} }).code, "TASK_NOT_FOUND");
    }
  });

  it("is claimed once, released, and claimed again", async () => {
    const story = (await oneTask(`<zeebe:assignmentDefinition candidateGroups="team" />`)).start();
    const taskId = story.task("sign");
    story.do({ type: "claimTask", taskId, assignee: "wang" });
    assert.equal(story.effect("updateTask").task.assignee, "wang");
    story.do({ type: "claimTask", taskId, assignee: "wang" });
    assert.deepEqual(story.events, [], "the same person again changes nothing");
    assert.equal(story.refused({ type: "claimTask", taskId, assignee: "li" }, li).code, "TASK_ALREADY_CLAIMED");
    story.do({ type: "releaseTask", taskId });
    assert.equal(story.effect("updateTask").task.assignee, undefined);
    assert.equal(story.refused({ type: "releaseTask", taskId }).code, "TASK_NOT_CLAIMED");
    story.do({ type: "claimTask", taskId, assignee: "li" }, li);
  });

  it("without other candidates cannot be released into nowhere", async () => {
    const story = (await oneTask(`<zeebe:assignmentDefinition assignee="wang" />`)).start();
    assert.equal(story.refused({ type: "releaseTask", taskId: story.task("sign") }).code, "RELEASE_WITHOUT_CANDIDATES");
  });

  it("is transferred to a person or to groups, with a reason", async () => {
    const story = (await oneTask(`<zeebe:assignmentDefinition candidateGroups="team" />`)).start();
    const taskId = story.task("sign");
    assert.equal(story.refused({ type: "transferTask", taskId, reason: "" }).code, "TRANSFER_WITHOUT_RECEIVER");
    story.do({ type: "transferTask", taskId, assignee: "li", reason: "请假" });
    assert.equal(story.effect("updateTask").task.assignee, "li");
    story.do({ type: "transferTask", taskId, candidateGroups: ["police/handler"], reason: "职责" });
    const { task } = story.effect("updateTask");
    assert.deepEqual([task.assignee, task.candidateGroups], [undefined, ["police/handler"]]);
    const [event] = story.events;
    assert.ok(event?.type === "taskChanged");
    assert.deepEqual([event.change, event.reason, event.actor], ["transferred", "职责", wang]);
  });

  it("an output that fails is an incident after the person's work is done; trying again needs no person", async () => {
    const outputs = mappings({ outputs: { n: "=submission.n", list: "=for i in 1..count return i" } });
    const xml = documentOf(processOf("p", start(), userTask("a", {}, outputs), flows("start > a")));
    const story = new Story(await bundleFrom(xml)).start({ count: 100_000 }).complete("a", { n: 3 });
    assert.equal(story.incident(), "FEEL_BUDGET");
    assert.equal(story.effect("closeTask").outcome, "completed");
    story.do({ type: "setVariables", variables: { count: 2 }, reason: "更正" }).resolve();
    assert.deepEqual(story.variables(), { count: 2, n: 3, list: [1, 2] });
    assert.equal(story.state.status, "completed");
  });

  it("excludes who handled from verifying: claiming, completing, being given it", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        userTask("handle"),
        userTask("verify", { "gl:excludeActorOf": "handle" }),
        flows("start > handle > verify"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start().complete("handle");
    assert.deepEqual(story.effect("createTask").task.excludedActors, ["wang"]);
    const taskId = story.task("verify");
    for (const body of [
      { type: "completeTask", taskId, submission: {} },
      { type: "claimTask", taskId, assignee: "wang" },
      { type: "transferTask", taskId, assignee: "wang", reason: "" },
      { type: "sendBack", taskId, reason: "" },
    ] as const) {
      const problem = story.refused(body);
      assert.equal(problem.code, "TASK_ACTOR_EXCLUDED");
      assert.equal(problem.zh, "办理人不能核查自己办理的案件");
    }
    assert.equal(story.complete("verify", {}, li).state.status, "completed");
  });
});
