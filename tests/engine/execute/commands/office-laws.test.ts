/** R2, R9 for office commands: random sequences of all commands, sensible or not, on models of every kind. */
import assert from "node:assert/strict";
import fc from "fast-check";
import {
  advance,
  budgetsOf,
  copiesOf,
  incidentsOf,
  requestsOf,
  supervisionsOf,
  tasksOf,
  timersOf,
  tokensOf,
} from "../../../../engine/index.ts";
import type { Actor, Bundle, CommandBody, InstanceState } from "../../../../engine/index.ts";
import {
  boundary,
  bundleFrom,
  documentOf,
  eventSubProcess,
  extensions,
  flow,
  flows,
  multiInstance,
  node,
  processOf,
  serviceTask,
  start,
  timer,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { Story } from "../../../support/engine-story.ts";
import { checkWhole } from "../../../support/whole-state.ts";

const team = extensions(`<zeebe:assignmentDefinition candidateGroups="team" />`);
const limit = `<gl:clock limit="={ value: 4, clock: &quot;workHour&quot; }" />`;

const MODELS: readonly string[] = [
  processOf(
    "p",
    start(),
    userTask("a", {}, limit),
    boundary("late", "a", timer("timeDuration", "PT5H"), false),
    userTask("chase"),
    serviceTask("tell"),
    userTask("check", { "gl:excludeActorOf": "a", "gl:delegation": "onBehalf" }),
    flows("start > a > tell > check", "late > chase"),
  ),
  processOf(
    "p",
    start(),
    userTask("first"),
    node("parallelGateway", "fork"),
    userTask("a1"),
    node("subProcess", "sub", {}, start("s"), userTask("x", {}, limit), userTask("y"), flows("s > x > y")),
    boundary("out", "sub", timer("timeDuration", "PT9H")),
    node(
      "userTask",
      "many",
      {},
      team,
      multiInstance({}, { cardinality: "3", completion: "numberOfCompletedInstances >= 2" }),
    ),
    node("parallelGateway", "join"),
    userTask("last"),
    eventSubProcess("esp", timer("timeDuration", "PT30H"), true, userTask("look"), flows("espStart > look")),
    flows("start > first > fork > a1 > join > last", "fork > sub > join", "fork > many > join", "out > join"),
  ),
  processOf(
    "p",
    start(),
    userTask("a"),
    node("inclusiveGateway", "fork"),
    node("callActivity", "call", {}, extensions(`<zeebe:calledElement processId="q" />`)),
    userTask("b"),
    node("inclusiveGateway", "join"),
    userTask("c"),
    flows("start > a > fork", "call > join > c > a", "b > join"),
    flow("fork", "call", "=true"),
    flow("fork", "b", "=true"),
  ) +
    processOf(
      "q",
      start("qs"),
      userTask("x"),
      node("userTask", "turn", {}, team, multiInstance({}, { cardinality: "2" }, `isSequential="true"`)),
      flows("qs > x > turn"),
    ),
];

const PEOPLE = ["wang", "li", "zhao"] as const;
const actorOf = (id: string): Actor => ({ kind: "person", id, groups: ["team"] });

/** Everything that could be asked, right or wrong; `pick` chooses among what there is. */
function commandsFor(state: InstanceState, pick: number): readonly CommandBody[] {
  const one = <T>(list: readonly T[]): T | undefined => list[pick % Math.max(1, list.length)];
  const taskId = one(tasksOf(state))?.id ?? "u1";
  const person = PEOPLE[pick % 3] ?? "wang";
  const tokenId = one(tokensOf(state))?.id ?? "t1";
  const element = one(["a", "check", "x", "y", "join", "last", "late", "many", "call", "nowhere"]) ?? "a";
  const by = { value: 1, clock: "workHour" } as const;
  return [
    { type: "completeTask", taskId, submission: { opinion: "" } },
    { type: "completeTask", taskId, submission: {} },
    { type: "claimTask", taskId, assignee: person },
    { type: "releaseTask", taskId },
    { type: "sendBack", taskId, reason: "" },
    { type: "sendBack", taskId, toFirst: true, reason: "" },
    { type: "transferTask", taskId, assignee: person, reason: "" },
    { type: "withdrawStep", reason: "" },
    { type: "withdrawStep", reason: "" },
    { type: "delegateTask", taskId, assignee: person, reason: "" },
    { type: "returnTask", taskId, opinion: "ok" },
    { type: "addSigner", taskId, place: "before", assignee: person, reason: "" },
    { type: "addSigner", taskId, place: "after", candidateGroups: ["team"], reason: "" },
    { type: "signTask", taskId, opinion: "" },
    { type: "removeSigner", taskId, reason: "" },
    { type: "removeSigner", taskId, signer: "team", reason: "" },
    { type: "addInstance", elementId: pick % 2 === 0 ? "many" : "turn", reason: "" },
    { type: "removeInstance", taskId, reason: "" },
    { type: "copyTo", people: [person], groups: pick % 2 === 0 ? [] : ["team"] },
    { type: "readCopy", copyId: one(copiesOf(state))?.id ?? "" },
    { type: "urge", text: "" },
    { type: "requestExtension", elementId: one(budgetsOf(state))?.elementId ?? "a", by, reason: "" },
    { type: "decideExtension", requestId: one(requestsOf(state))?.id ?? "", isGranted: pick % 2 === 0, reason: "" },
    { type: "redispatch", from: person, assignee: "wang", reason: "" },
    { type: "moveToken", tokenId, toElementId: element, reason: "" },
    { type: "supervise", requirement: "", limit: by },
    { type: "replySupervision", supervisionId: one(supervisionsOf(state))?.id ?? "", reply: "" },
    { type: "fireTimer", timerId: one(timersOf(state))?.id ?? "" },
    { type: "completeJob", jobId: one(Object.keys(state.jobs ?? {})) ?? "", variables: {} },
    { type: "resolveIncident", incidentId: one(incidentsOf(state))?.id ?? "" },
    { type: state.suspendedAt === undefined && pick % 5 === 0 ? "suspend" : "resume", reason: "" },
    ...(pick % 41 === 0 ? ([{ type: "forceClose", outcome: "", reason: "" }] as const) : []),
  ];
}

type Choice = readonly [command: number, pick: number, person: number];

/** The story proves at each step: nothing thrown, input untouched, plain JSON, replay gives the state. */
function play(bundle: Bundle, choices: readonly Choice[]): Story {
  const story = new Story(bundle).start();
  for (const [command, pick, who] of choices) {
    const commands = commandsFor(story.state, pick);
    const body = commands[command % commands.length];
    if (body === undefined) continue;
    story.now = new Date(Date.parse(story.now) + 1_700_000).toISOString();
    const actor = actorOf(PEOPLE[who] ?? "wang");
    // Also what has gone through JSON answers the same (stop and resume).
    const resumed = JSON.parse(JSON.stringify(story.state)) as InstanceState;
    const result = advance(bundle, resumed, { now: story.now, actor, ...body });
    if (!result.ok) {
      assert.match(result.problem.code, /^[A-Z][A-Z_]+$/);
      continue;
    }
    story.do(body, actor);
    assert.deepEqual(result.state, story.state);
    checkWhole(story.state);
    if (story.state.status !== "running") checkEnded(story.state);
  }
  return story;
}

function checkEnded({ tokens, tasks, jobs, subscriptions, budgets, requests, incidents, scopes }: InstanceState): void {
  assert.deepEqual([tokens, tasks, jobs, subscriptions], [undefined, undefined, undefined, undefined]);
  assert.deepEqual([budgets, requests, incidents], [undefined, undefined, undefined]);
  assert.deepEqual(Object.keys(scopes), ["s1"]);
}

describe("laws of the office commands", () => {
  const choice = fc.tuple(fc.nat(10_000), fc.nat(10_000), fc.nat(2));
  for (const [at, model] of MODELS.entries()) {
    it(`hold in random lives of model ${at + 1}`, async () => {
      const bundle = await bundleFrom(documentOf(model));
      fc.assert(
        fc.property(fc.array(choice, { minLength: 15, maxLength: 40 }), (choices) => void play(bundle, choices)),
        { numRuns: 60 },
      );
    });
  }

  it("every command of an office is accepted somewhere in these lives", async () => {
    const seen = new Set<string>();
    const told = new Set(["stepWithdrawn", "signerAdded", "signerRemoved", "opinionGiven", "completionHeld"]);
    for (const name of ["instanceAdded", "instanceRemoved", "copied", "copyRead", "urged"]) told.add(name);
    for (const name of ["extensionRequested", "extensionDecided", "tokenMoved", "sentBack"]) told.add(name);
    for (const model of MODELS) {
      const bundle = await bundleFrom(documentOf(model));
      for (const choices of fc.sample(fc.array(choice, { minLength: 40, maxLength: 60 }), { numRuns: 60, seed: 7 })) {
        for (const event of play(bundle, choices).history) seen.add(event.type);
      }
    }
    assert.deepEqual(
      [...told].filter((type) => !seen.has(type)),
      [],
    );
  });
});
