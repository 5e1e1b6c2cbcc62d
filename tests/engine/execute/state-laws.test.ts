import assert from "node:assert/strict";
import fc from "fast-check";
import { advance, tasksOf, timersOf } from "../../../engine/index.ts";
import type { Bundle, CommandBody, InstanceState, JsonObject } from "../../../engine/index.ts";
import {
  boundary,
  bundleFrom,
  compensated,
  compensateEvent,
  conditionalEvent,
  documentOf,
  eventSubProcess,
  extensions,
  flow,
  flows,
  message,
  messageEvent,
  multiInstance,
  node,
  processOf,
  serviceTask,
  signal,
  signalEvent,
  standardLoop,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { MONDAY_TEN, Story, wang } from "../../support/engine-story.ts";
import { checkWhole } from "../../support/whole-state.ts";

const MIXED = documentOf(
  processOf(
    "p",
    start(),
    node("parallelGateway", "fork"),
    userTask("a1", {}, `<gl:clock limit="=limit" />`),
    userTask("a2"),
    node("subProcess", "sub", {}, start("s"), userTask("b1"), serviceTask("b2"), flows("s > b1 > b2")),
    boundary("late", "sub", timer("timeDuration", "PT1H"), false),
    userTask("chase"),
    node("parallelGateway", "join"),
    userTask("last"),
    flows("start > fork > a1 > a2 > join > last", "fork > sub > join", "late > chase"),
  ),
);

const undo = (id: string): string =>
  node(
    "userTask",
    id,
    { isForCompensation: "true" },
    extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`),
  );

/** Every element that waits, repeats, catches or undoes. */
const ALL = documentOf(
  signal("S") +
    message("M", "tip", "=key") +
    processOf(
      "p",
      start(),
      node("inclusiveGateway", "fork"),
      node("eventBasedGateway", "first"),
      node("intermediateCatchEvent", "onSignal", {}, signalEvent("S")),
      node("intermediateCatchEvent", "onTime", {}, timer("timeDuration", "PT2H")),
      node("exclusiveGateway", "merge"),
      node(
        "userTask",
        "sign",
        {},
        extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`),
        multiInstance({}, { cardinality: "3", completion: "numberOfCompletedInstances >= 2" }),
      ),
      node(
        "userTask",
        "again",
        {},
        extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`),
        standardLoop("n < 2", `loopMaximum="3"`),
      ),
      boundary("hot", "again", conditionalEvent("n > 5"), false),
      node("scriptTask", "count", {}, "<bpmn:script>{ n: n + 1 }</bpmn:script>"),
      node(
        "transaction",
        "tx",
        {},
        start("s"),
        userTask("pay"),
        compensated("pay", "refund"),
        undo("refund"),
        node("exclusiveGateway", "ok", { default: "ok_stop" }),
        node("endEvent", "stop", {}, "<bpmn:cancelEventDefinition />"),
        flows("s > pay > ok > stop"),
        flow("ok", "paid", "=n < 3"),
        node("endEvent", "paid"),
      ),
      boundary("cancelled", "tx", "<bpmn:cancelEventDefinition />"),
      node("intermediateThrowEvent", "back", {}, compensateEvent()),
      node("inclusiveGateway", "join"),
      node("intermediateThrowEvent", "to", {}, `<bpmn:linkEventDefinition name="L" />`),
      node("intermediateCatchEvent", "from", {}, `<bpmn:linkEventDefinition name="L" />`),
      userTask("last"),
      eventSubProcess("tip", messageEvent("M"), false, userTask("look"), flows("tipStart > look")),
      flows(
        "start > fork",
        "first > onSignal > merge",
        "first > onTime > merge > sign > join",
        "again > join",
        "hot > count",
        "tx > back > join > to",
        "cancelled > join",
        "from > last",
      ),
      flow("fork", "first", "=true"),
      flow("fork", "again", "=true"),
      flow("fork", "tx", "=true"),
    ),
);

/** What could be asked of a state, made concrete by a number each. */
function commandsFor(state: InstanceState): readonly CommandBody[] {
  return [
    ...tasksOf(state).flatMap(({ id: taskId }): CommandBody[] => [
      { type: "completeTask", taskId, submission: { n: 1 } },
      { type: "sendBack", taskId, reason: "" },
      { type: "claimTask", taskId, assignee: "wang" },
    ]),
    ...Object.keys(state.jobs ?? {}).flatMap((jobId): CommandBody[] => [
      { type: "completeJob", jobId, variables: { done: true } },
      { type: "failJob", jobId, retries: 0, message: "" },
    ]),
    ...Object.keys(state.incidents ?? {}).map((incidentId): CommandBody => ({ type: "resolveIncident", incidentId })),
    ...timersOf(state).map(({ id: timerId }): CommandBody => ({ type: "fireTimer", timerId })),
    ...Object.values(state.signals ?? {}).map(({ signalName }): CommandBody => ({
      type: "deliverSignal",
      signalName,
      signalId: `g${state.seq}`,
      variables: {},
    })),
    ...Object.values(state.subscriptions ?? {}).map(({ messageName, correlationKey }): CommandBody => ({
      ...{ type: "deliverMessage", messageName, correlationKey, messageId: `m${state.seq}`, variables: { n: 7 } },
    })),
    { type: state.suspendedAt === undefined ? "suspend" : "resume", reason: "" },
  ];
}

/** Plays one random life; the story proves replay, JSON and purity at each step. */
const LIMIT: JsonObject = { limit: { value: 4, clock: "workHour" } };

function play(bundle: Bundle, choices: readonly number[], variables = LIMIT): Story {
  const story = new Story(bundle).start(variables);
  for (const choice of choices) {
    if (story.state.status !== "running") break;
    const commands = commandsFor(story.state);
    const command = commands[choice % commands.length];
    if (command === undefined) break;
    story.now = new Date(Date.parse(story.now) + 3_700_000).toISOString();
    if (advance(story.bundle, story.state, { now: story.now, actor: wang, ...command }).ok) story.do(command);
    checkWhole(story.state);
  }
  return story;
}

describe("laws of the state", () => {
  it("hold in random lives of a process with people, machines, time and parallel work", async () => {
    const bundle = await bundleFrom(MIXED);
    const lives = fc.array(fc.nat(10_000), { maxLength: 30 });
    fc.assert(
      fc.property(lives, (choices) => void play(bundle, choices)),
      { numRuns: 150 },
    );
  });

  it("hold in random lives of a process with every element that waits, repeats, catches or undoes", async () => {
    const bundle = await bundleFrom(ALL);
    const lives = fc.array(fc.nat(10_000), { maxLength: 30 });
    fc.assert(
      fc.property(lives, (choices) => void play(bundle, choices, { key: "1", n: 0 })),
      { numRuns: 150 },
    );
  });

  it("in such a process too people and machines always reach the end", async () => {
    const bundle = await bundleFrom(ALL);
    const lives = fc.array(fc.nat(10_000), { maxLength: 12 });
    fc.assert(
      fc.property(lives, (choices) => {
        const story = play(bundle, choices, { key: "1", n: 0 });
        if (story.state.suspendedAt !== undefined) story.do({ type: "resume", reason: "" });
        for (let turn = 0; turn < 80 && story.state.status === "running"; turn += 1) {
          const command = commandsFor(story.state).find(({ type }) =>
            ["completeTask", "completeJob", "resolveIncident", "deliverSignal"].includes(type),
          );
          assert.ok(command, `stuck at ${story.waitsAt().join(", ")}`);
          story.do(command);
        }
        assert.equal(story.state.status, "completed");
      }),
      { numRuns: 60 },
    );
  });

  it("always lets an instance come to its end once people do their work", async () => {
    const bundle = await bundleFrom(MIXED);
    const lives = fc.array(fc.nat(10_000), { maxLength: 12 });
    fc.assert(
      fc.property(lives, (choices) => {
        const story = play(bundle, choices);
        if (story.state.suspendedAt !== undefined) story.do({ type: "resume", reason: "" });
        for (let turn = 0; turn < 60 && story.state.status === "running"; turn += 1) {
          const command = commandsFor(story.state).find(({ type }) =>
            ["completeTask", "completeJob", "resolveIncident"].includes(type),
          );
          assert.ok(command, `stuck at ${story.waitsAt().join(", ")}`);
          story.do(command);
        }
        assert.equal(story.state.status, "completed");
      }),
      { numRuns: 100 },
    );
  });

  it("a waiting instance is small, and does not grow with the length of its history", async () => {
    const xml = documentOf(processOf("p", start(), userTask("a"), userTask("b"), flows("start > a > b > a")));
    const story = new Story(await bundleFrom(xml)).start();
    assert.ok(JSON.stringify(story.state).length <= 300, JSON.stringify(story.state));
    story.complete("a").complete("b");
    const size = JSON.stringify(story.state).length;
    for (let turn = 0; turn < 100; turn += 1) story.complete("a").complete("b");
    assert.ok(JSON.stringify(story.state).length <= size + 24, "only the numbers get longer");
  });

  it("the same input always gives the same output", async () => {
    const bundle = await bundleFrom(MIXED);
    const send = (): unknown =>
      advance(bundle, undefined, {
        type: "start",
        now: MONDAY_TEN,
        actor: wang,
        variables: { limit: { value: 1, clock: "workDay" } },
      });
    assert.deepEqual(send(), send());
  });

  it("variables with hostile names are variables and nothing else", async () => {
    const xml = documentOf(processOf("p", start(), serviceTask("s"), userTask("a"), flows("start > s > a")));
    const story = new Story(await bundleFrom(xml)).start(JSON.parse('{"__proto__":{"x":1},"constructor":2}') as never);
    story.completeJob("s", JSON.parse('{"__proto__":{"polluted":true},"toString":3}') as never);
    assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
    assert.equal(Object.getPrototypeOf(story.variables()), Object.prototype);
    assert.deepEqual(Object.keys(story.variables()).sort(), ["__proto__", "constructor", "toString"]);
  });
});
