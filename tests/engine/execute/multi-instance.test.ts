import assert from "node:assert/strict";
import { advance, replay, waitReasons } from "../../../engine/index.ts";
import type { CommandBody, Event, InstanceState } from "../../../engine/index.ts";
import {
  boundary,
  bundleFrom,
  documentOf,
  escalationEvent,
  extensions,
  flows,
  mappings,
  message,
  messageEvent,
  multiInstance,
  node,
  processOf,
  serviceTask,
  signal,
  signalEvent,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { MONDAY_TEN, Story, wang } from "../../support/engine-story.ts";

const ASSIGNED = `<zeebe:assignmentDefinition assignee="=who" />`;
const LIST = {
  inputCollection: "=people",
  inputElement: "who",
  outputCollection: "votes",
  outputElement: "=submission.vote",
};
const sign = (loop: string, ...inner: string[]): string =>
  node("userTask", "sign", {}, extensions(ASSIGNED, ...inner), loop);
const around = (...content: string[]): string =>
  documentOf(processOf("p", start(), ...content, userTask("after"), flows("start > sign > after")));
const people = ["wang", "li", "zhao"];

function vote(story: Story, who: string, value: boolean): Story {
  const [taskId] = Object.entries(story.state.tasks ?? {}).find(([, task]) => task.assignee === who) ?? [];
  assert.ok(taskId, `${who} has no task`);
  return story.do(
    { type: "completeTask", taskId, submission: { vote: value } },
    { kind: "person", id: who, groups: [] },
  );
}

describe("multi-instance", () => {
  it("parallel, opens one instance for each item and goes on when all are done (BPMN 2.0 §13.3.7): 会签", async () => {
    const story = new Story(await bundleFrom(around(sign(multiInstance(LIST))))).start({ people });
    assert.deepEqual(
      Object.values(story.state.tasks ?? {}).map((task) => task.assignee),
      people,
    );
    vote(vote(vote(story, "zhao", true), "wang", false), "li", true);
    assert.deepEqual(story.waitsAt(), ["after"]);
    assert.deepEqual(story.variables(), { people, votes: [false, true, true] }, "in the order of the items");
    assert.equal(story.state.outputs, undefined);
  });

  it("sequential, opens the next when one is done (§13.3.7, isSequential): 依次", async () => {
    const story = new Story(await bundleFrom(around(sign(multiInstance(LIST, {}, `isSequential="true"`))))).start({
      people,
    });
    for (const who of people) {
      assert.deepEqual(
        Object.values(story.state.tasks ?? {}).map((task) => task.assignee),
        [who],
      );
      vote(story, who, true);
    }
    assert.deepEqual(story.waitsAt(), ["after"]);
    assert.deepEqual(story.variables()["votes"], [true, true, true]);
  });

  it("ends when the completion condition is true; the others are cancelled (§10.3.8): 票签", async () => {
    const loop = multiInstance(LIST, { completion: "=count(votes[item = true]) >= 2" });
    const story = new Story(await bundleFrom(around(sign(loop)))).start({ people });
    vote(vote(story, "wang", true), "zhao", true);
    assert.deepEqual(story.waitsAt(), ["after"]);
    assert.deepEqual(story.variables()["votes"], [true, null, true]);
    assert.ok(story.trace().includes("taskClosed sign cancelled"));
  });

  it("knows its counts (§10.3.8, instance attributes): 或签", async () => {
    const loop = multiInstance(LIST, {
      completion: "=numberOfCompletedInstances / numberOfInstances > 0.5 and numberOfActiveInstances = 1",
    });
    const story = new Story(await bundleFrom(around(sign(loop)))).start({ people });
    assert.deepEqual(vote(vote(story, "wang", true), "li", true).waitsAt(), ["after"]);
  });

  it("takes BPMN's own cardinality, and none at all completes at once (§13.3.7)", async () => {
    const team = node(
      "userTask",
      "sign",
      {},
      extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`),
      multiInstance({}, { cardinality: "n" }),
    );
    const bundle = await bundleFrom(around(team));
    const story = new Story(bundle).start({ n: 2 });
    assert.equal(story.waitsAt().length, 3, "the activity and its two instances");
    assert.deepEqual(story.complete("sign").complete("sign").waitsAt(), ["after"]);
    assert.deepEqual(new Story(bundle).start({ n: 0 }).waitsAt(), ["after"]);
    const none = new Story(await bundleFrom(around(sign(multiInstance(LIST))))).start({ people: [] });
    assert.deepEqual(none.variables()["votes"], []);
  });

  it("a negative count, a missing list, too many: an incident, resolved by correcting the data", async () => {
    const team = node(
      "userTask",
      "sign",
      {},
      extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`),
      multiInstance({}, { cardinality: "n" }),
    );
    const story = new Story(await bundleFrom(around(team)), { instances: 5 }).start({ n: -1 });
    assert.equal(story.incident(), "LOOP_CARDINALITY_NEGATIVE");
    assert.equal(story.set({ n: 6 }).resolve().incident(), "LOOP_TOO_MANY");
    assert.equal(story.set({ n: 1 }).resolve().waitsAt().length, 2);
    const list = new Story(await bundleFrom(around(sign(multiInstance(LIST))))).start({});
    assert.equal(list.incident(), "LOOP_COLLECTION_INVALID");
  });

  it("a boundary event hangs on the whole activity and ends all instances (§10.5.4)", async () => {
    const xml = documentOf(
      processOf(
        "p",
        start(),
        sign(multiInstance(LIST)),
        boundary("late", "sign", timer("timeDuration", "PT1H")),
        userTask("after"),
        userTask("chase"),
        flows("start > sign > after", "late > chase"),
      ),
    );
    const story = new Story(await bundleFrom(xml)).start({ people });
    assert.equal(Object.keys(story.state.timers ?? {}).length, 1);
    assert.deepEqual(story.fire("late").waitsAt(), ["chase"]);
    assert.equal(Object.keys(story.state.scopes).length, 1);
  });

  it("of a sub-process, gives each instance a scope of its own (§13.3.7)", async () => {
    const sub = node(
      "subProcess",
      "sign",
      {},
      extensions(mappings({ inputs: { mine: "=who" }, outputs: { last: "=mine" } })),
      multiInstance({
        inputCollection: "=people",
        inputElement: "who",
        outputCollection: "all",
        outputElement: "=mine",
      }),
      start("s"),
      serviceTask("work"),
      flows("s > work"),
    );
    const story = new Story(await bundleFrom(around(sub))).start({ people: ["a", "b"] });
    assert.deepEqual(story.state.scopes["s1"]?.variables, { people: ["a", "b"] });
    story.completeJob("work").completeJob("work");
    assert.deepEqual(story.variables()["all"], ["a", "b"]);
    assert.deepEqual(story.waitsAt(), ["after"]);
  });

  it("an incident of one instance harms no other, and is tried again by itself", async () => {
    const loop = multiInstance({ inputCollection: "=people", inputElement: "who" });
    const story = new Story(await bundleFrom(around(sign(loop)))).start({ people: ["wang", null, "zhao"] });
    assert.equal(story.incident(), "TASK_NOBODY");
    assert.equal(Object.keys(story.state.tasks ?? {}).length, 2);
    assert.equal(story.resolve().incident(), "TASK_NOBODY");
  });

  it("behavior None throws an event each time, One the first time: caught at the boundary (§13.3.7)", async () => {
    const roots =
      signal("S") +
      `<bpmn:escalation id="X" escalationCode="first" /><bpmn:signalEventDefinition id="each" signalRef="S" /><bpmn:escalationEventDefinition id="one" escalationRef="X" />`;
    const of = (attributes: string, definition: string): string =>
      documentOf(
        roots +
          processOf(
            "p",
            start(),
            sign(multiInstance(LIST, {}, attributes)),
            boundary("b", "sign", definition, false),
            userTask("after"),
            userTask("note"),
            flows("start > sign > after", "b > note"),
          ),
      );
    const each = new Story(await bundleFrom(of(`behavior="None" noneBehaviorEventRef="each"`, signalEvent("S")))).start(
      { people },
    );
    vote(vote(each, "wang", true), "li", true);
    assert.equal(each.waitsAt().filter((id) => id === "note").length, 2);
    const one = new Story(await bundleFrom(of(`behavior="One" oneBehaviorEventRef="one"`, escalationEvent("X")))).start(
      { people },
    );
    vote(vote(one, "wang", true), "li", true);
    assert.equal(one.waitsAt().filter((id) => id === "note").length, 1);
  });

  it("behavior Complex throws what its conditions say, with the counts of the moment; All throws nothing (§13.3.7)", async () => {
    const complex = (condition: string, definition: string): string =>
      `<bpmn:complexBehaviorDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">${condition}</bpmn:condition><bpmn:event>${definition}</bpmn:event></bpmn:complexBehaviorDefinition>`;
    const of = (attributes: string, ...definitions: string[]): string =>
      documentOf(
        signal("S") +
          message("M", "half", "=1") +
          `<bpmn:signalEventDefinition id="never" signalRef="S" />` +
          processOf(
            "p",
            start(),
            sign(multiInstance(LIST, {}, attributes).replace("</bpmn:multi", `${definitions.join("")}</bpmn:multi`)),
            boundary("b", "sign", signalEvent("S"), false),
            userTask("after"),
            userTask("note"),
            flows("start > sign > after", "b > note"),
          ),
      );
    const half = complex("numberOfCompletedInstances = 2", messageEvent("M"));
    const last = complex("numberOfActiveInstances = 0 and numberOfInstances = 3", signalEvent("S"));
    const story = new Story(await bundleFrom(of(`behavior="Complex"`, half, last))).start({ people });
    vote(story, "wang", true);
    assert.ok(!story.effects.some(({ type }) => type === "publishMessage"));
    assert.equal(vote(story, "li", true).effect("publishMessage").messageName, "half");
    assert.ok(!story.waitsAt().includes("note"));
    vote(story, "zhao", true);
    assert.equal(story.effect("broadcastSignal").signalName, "S");
    const all = new Story(await bundleFrom(of(`behavior="All" noneBehaviorEventRef="never"`))).start({ people });
    for (const who of people) vote(all, who, true);
    assert.deepEqual(all.waitsAt(), ["after"]);
  });

  it("FEEL says how often and until when, in formal expressions that name it (§10.3.8)", async () => {
    const feel = `language="https://www.omg.org/spec/DMN/20191111/FEEL/"`;
    const loop = multiInstance(
      {},
      { cardinality: "count(people) + 1", completion: "numberOfCompletedInstances >= limit" },
    ).replaceAll('tFormalExpression"', `tFormalExpression" ${feel}`);
    const task = node(
      "userTask",
      "sign",
      {},
      extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`),
      loop,
    );
    const story = new Story(await bundleFrom(around(task))).start({ people, limit: 2 });
    assert.equal(Object.keys(story.state.tasks ?? {}).length, 4);
    assert.deepEqual(story.complete("sign").complete("sign").waitsAt(), ["after"]);
  });

  it("a completion condition that is neither true nor false is an incident of the instance", async () => {
    const loop = multiInstance({}, { cardinality: "2", completion: "enough" });
    const task = node(
      "userTask",
      "sign",
      {},
      extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`),
      loop,
    );
    const story = new Story(await bundleFrom(around(task))).start({ enough: null }).complete("sign");
    assert.equal(story.incident(), "CONDITION_NOT_BOOLEAN");
    assert.deepEqual(story.set({ enough: true }).resolve().waitsAt(), ["after"]);
  });

  it("in turn, none is started any more once the condition is true (§13.3.7)", async () => {
    const loop = multiInstance(LIST, { completion: "=count(votes[item = false]) > 0" }, `isSequential="true"`);
    const story = new Story(await bundleFrom(around(sign(loop)))).start({ people });
    vote(vote(story, "wang", true), "li", false);
    assert.deepEqual([story.waitsAt(), story.variables()["votes"]], [["after"], [true, false, null]]);
  });

  it("sent back by one signer, the whole activity is undone: 退回", async () => {
    const xml = documentOf(
      processOf("p", start(), userTask("first"), sign(multiInstance(LIST)), flows("start > first > sign")),
    );
    const story = new Story(await bundleFrom(xml)).start({ people }).complete("first");
    const [taskId = ""] = Object.keys(story.state.tasks ?? {});
    story.do({ type: "sendBack", taskId, reason: "" });
    assert.deepEqual(story.waitsAt(), ["first"]);
  });

  it("one clock runs over all instances, and each task shows it", async () => {
    const story = new Story(await bundleFrom(around(sign(multiInstance(LIST), `<gl:clock limit="=limit" />`)))).start({
      people,
      limit: { value: 2, clock: "workHour" },
    });
    assert.equal(Object.keys(story.state.budgets ?? {}).length, 1);
    const due = Object.values(story.state.tasks ?? {}).map((task) => task.dueAt);
    assert.deepEqual(new Set(due), new Set(["2026-03-02T04:00:00.000Z"]));
  });

  it("10,000-fold costs ten times what 1,000-fold costs, not a hundred times", async () => {
    const loop = multiInstance({
      inputCollection: "=items",
      inputElement: "x",
      outputCollection: "doubled",
      outputElement: "=result",
    });
    const task = node("scriptTask", "sign", {}, "<bpmn:script>x * 2</bpmn:script>", loop);
    const bundle = await bundleFrom(around(task));
    const run = (count: number): { state: InstanceState; events: readonly Event[]; ms: number } => {
      const from = performance.now();
      const items = Array.from({ length: count }, (_, at) => at);
      const result = advance(bundle, undefined, { type: "start", variables: { items }, now: MONDAY_TEN, actor: wang });
      assert.ok(result.ok);
      return { state: result.state, events: result.events, ms: performance.now() - from };
    };
    run(1_000);
    const [small, large] = [run(1_000), run(10_000)];
    assert.deepEqual(
      large.state.scopes["s1"]?.variables["doubled"],
      Array.from({ length: 10_000 }, (_, at) => at * 2),
    );
    assert.deepEqual(replay(large.events), large.state);
    assert.ok(large.ms < small.ms * 60 + 1_000, `${small.ms} ms for 1,000, ${large.ms} ms for 10,000`);
  });

  it("opens 10,000 user tasks, and one of them is done without looking at all others twice", async () => {
    const loop = multiInstance({}, { cardinality: "10000" });
    const team = node(
      "userTask",
      "sign",
      {},
      extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`),
      loop,
    );
    const bundle = await bundleFrom(around(team));
    const send = (state: InstanceState | undefined, body: CommandBody): InstanceState => {
      const result = advance(bundle, state, { now: MONDAY_TEN, actor: wang, ...body });
      assert.ok(result.ok);
      return result.state;
    };
    let state = send(undefined, { type: "start", variables: {} });
    assert.equal(Object.keys(state.tasks ?? {}).length, 10_000);
    for (let turn = 0; turn < 20; turn += 1) {
      state = send(state, { type: "completeTask", taskId: Object.keys(state.tasks ?? {})[0] ?? "", submission: {} });
    }
    assert.equal(Object.keys(state.tasks ?? {}).length, 9_980);
    const reasons = waitReasons(bundle, state);
    assert.deepEqual([reasons.length, reasons[0]?.kind, reasons.at(-1)?.kind], [9_981, "scope", "task"]);
    assert.equal(send(state, { type: "cancel", reason: "" }).status, "cancelled");
  });
});
