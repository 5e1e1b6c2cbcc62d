import assert from "node:assert/strict";
import fc from "fast-check";
import { factsAfter, judgeOf, checkFeel, caseFactNames, type FindNode } from "../../../engine/indicators/index.ts";
import type { EventBody } from "../../../engine/model/event.ts";
import type { Event, FlowNode } from "../../../engine/index.ts";

/** A node with what facts look at. */
const node = (kind: string, stage: string, caseState?: string) =>
  ({ id: "x", kind, stage, ...(caseState === undefined ? {} : { caseState }) }) as unknown as FlowNode;
const nodes: Readonly<Record<string, FlowNode>> = {
  reported: node("startEvent", "registration"),
  owner: node("userTask", "dispatch"),
  work: node("subProcess", "disposal"),
  sign: node("userTask", "disposal", "signing"),
  escalation: node("userTask", "disposal"),
  verify: node("userTask", "verification"),
  refused: node("endEvent", "closure"),
  archive: node("endEvent", "evaluation"),
};
const find: FindNode = (id) => nodes[id];

const start = Date.parse("2026-10-30T00:00:00Z");
const HOUR = 3_600_000;
const at = (hour: number) => new Date(start + hour * HOUR).toISOString();
const scope = (variables = {}) => ({ id: "s1", elementId: "p", processKey: "p", variables });
const actor = { kind: "system", id: "engine" } as const;

const told = (...bodies: readonly (readonly [hour: number, body: unknown])[]): readonly Event[] =>
  bodies.map(([hour, body], seq) => ({ seq, at: at(hour), actor, ...(body as EventBody) }));

const started = { type: "processStarted", processKey: "p", scope: scope({ level: "grid", returns: 0, reworks: 0 }) };
const enter = (elementId: string) => ({
  type: "tokenEntered",
  token: { id: "t", elementId, scopeId: "s1", since: at(0) },
});
const budget = (elementId: string, due: number) => ({
  id: "b",
  tokenId: "t",
  elementId,
  limit: { value: 1, clock: "workDay" },
  spans: [],
  dueAt: at(due),
});
const limit = (elementId: string, due: number) => ({ type: "budgetStarted", budget: budget(elementId, due) });
const limitDone = (elementId: string, overdue: boolean) => ({
  type: "budgetClosed",
  budgetId: "b",
  elementId,
  overdue,
});
const set = (variables: object) => ({ type: "variablesSet", scopeId: "s1", variables });
const task = (elementId: string) => ({
  type: "taskCreated",
  task: { id: "k", tokenId: "t", elementId, candidateGroups: ["urban/handler"] },
});
const taskDone = (elementId: string) => ({ type: "taskClosed", taskId: "k", elementId, outcome: "completed" });

const handled = told(
  [0, started],
  [0, set({ owner: { lead: "urban" } })],
  [1, enter("work")],
  [1, limit("work", 20)],
  [1, enter("sign")],
  [1, task("sign")],
  [1, limit("sign", 3)],
  [2, taskDone("sign")],
  [2, limitDone("sign", false)],
  [10, limitDone("work", false)],
  [10, enter("verify")],
  [30, enter("archive")],
  [30, { type: "processCompleted" }],
);

describe("facts of a case", () => {
  it("tell when it was filed, due, handled and closed, by the stages of its flow", () => {
    const facts = factsAfter(undefined, handled, find);
    assert.deepEqual(
      [facts.openedAt, facts.filedAt, facts.dueAt, facts.handledAt, facts.closedAt].map(
        (each) => ((each ?? 0) - start) / HOUR,
      ),
      [0, 1, 20, 10, 30],
    );
    // Verification came after the limit, but the work was done before it.
    assert.deepEqual([facts.outcome, facts.late, facts.lead, facts.disposed], ["closed", false, "urban", true]);
    assert.deepEqual([facts.signUnit, facts.signLate, ((facts.signedAt ?? 0) - start) / HOUR], ["urban", false, 2]);
  });

  it("are the same step by step as over the whole story", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: handled.length }), { maxLength: 5 }), (cuts) => {
        const bounds = [0, ...cuts.toSorted((a, b) => a - b), handled.length];
        const steps = bounds.slice(1).map((to, index) => handled.slice(bounds[index], to));
        const stepped = steps.reduce<ReturnType<typeof factsAfter> | undefined>(
          (facts, step) => factsAfter(facts, step, find),
          undefined,
        );
        assert.deepEqual(stepped, factsAfter(undefined, handled, find));
      }),
    );
  });

  it("count what the finder solved as solved on the spot: nobody else worked on it", () => {
    const facts = factsAfter(undefined, told([0, started], [0, enter("verify")], [1, enter("archive")]), find);
    assert.deepEqual([facts.disposed, facts.outcome, facts.dueAt], [false, "closed", null]);
  });

  it("stay late once a limit was missed, with the deadline that was missed", () => {
    const facts = factsAfter(
      undefined,
      told(
        [0, started],
        [1, limit("work", 5)],
        [6, limitDone("work", true)],
        [7, limit("work", 40)],
        [9, limitDone("work", false)],
      ),
      find,
    );
    assert.deepEqual([facts.late, ((facts.dueAt ?? 0) - start) / HOUR], [true, 5]);
  });

  it("ask the limit of the whole work, not that of a step inside it", () => {
    const facts = factsAfter(
      undefined,
      told([0, started], [1, limit("work", 20)], [2, limit("escalation", 4)], [5, limitDone("escalation", true)]),
      find,
    );
    assert.deepEqual([facts.late, ((facts.dueAt ?? 0) - start) / HOUR], [false, 20]);
  });

  it("forget who signed when the work goes back to dispatch", () => {
    const facts = factsAfter(undefined, [...handled.slice(0, 9), ...told([3, enter("owner")])], find);
    assert.deepEqual([facts.signUnit, facts.signedAt], [null, null]);
  });

  it("tell a refusal and a cancellation from a result", () => {
    const refused = factsAfter(
      undefined,
      told([0, started], [1, enter("refused")], [2, { type: "processCompleted" }]),
      find,
    );
    const cancelled = factsAfter(undefined, told([0, started], [1, { type: "processCancelled", reason: "x" }]), find);
    assert.deepEqual([refused.outcome, refused.filedAt, cancelled.outcome], ["dismissed", null, "cancelled"]);
  });

  it("keep from when to when a case was suspended, and once each", () => {
    const facts = factsAfter(
      undefined,
      told(
        [0, started],
        [2, { type: "instanceSuspended" }],
        [3, { type: "instanceSuspended" }],
        [5, { type: "instanceResumed" }],
        [6, { type: "instanceResumed" }],
        [8, { type: "instanceSuspended" }],
      ),
      find,
    );
    assert.equal(facts.suspended, true);
    assert.deepEqual(
      facts.pauses.map((pause) => pause.map((each) => (each === null ? null : (each - start) / HOUR))),
      [
        [2, 5],
        [8, null],
      ],
    );
  });

  it("tell late dispatch and verification apart from late work", () => {
    const facts = factsAfter(
      undefined,
      told(
        [0, started],
        [0, enter("owner")],
        [3, limitDone("owner", true)],
        [4, enter("verify")],
        [9, limitDone("verify", true)],
      ),
      find,
    );
    assert.deepEqual([facts.dispatchLate, facts.verified, facts.verifyLate, facts.late], [true, true, true, false]);
    assert.equal(factsAfter(undefined, handled, find).clock, "workDay");
  });

  it("open again when work begins after the closing, and keep the rating", () => {
    const facts = factsAfter(
      undefined,
      [...handled.slice(0, 12), ...told([40, set({ rating: "dissatisfied" })], [41, enter("work")])],
      find,
    );
    assert.deepEqual([facts.outcome, facts.closedAt, facts.reopens, facts.rating], [null, null, 1, "dissatisfied"]);
  });

  it("keep 督办 and 批示 apart, and know which are answered", () => {
    const supervision = { id: "v1", requirement: "快", openedBy: "p", openedAt: at(1) };
    const facts = factsAfter(
      undefined,
      told(
        [0, started],
        [1, { type: "supervisionOpened", supervision }],
        [2, { type: "supervisionOpened", supervision: { ...supervision, id: "v2", unit: "urban" } }],
        [3, { type: "supervisionClosed", supervisionId: "v2", reply: "好", unit: "urban" }],
      ),
      find,
    );
    assert.deepEqual(
      [facts.supervisions, facts.supervisionsOpen, facts.instructions, facts.instructionsOpen],
      [1, 1, 1, 0],
    );
  });
});

describe("an indicator", () => {
  it("judges a combination of facts by its FEEL", () => {
    const judge = judgeOf({ numerator: "closed and not(late)", denominator: "filed" });
    assert.deepEqual(judge({ closed: true, late: false, filed: true }), { numerator: true, denominator: true });
    assert.deepEqual(judge({ closed: true, late: true, filed: false }), { numerator: false, denominator: false });
  });

  it("may read facts by their names only, and says which it does not know", () => {
    assert.deepEqual(checkFeel('closed and level = "grid"', Object.keys(caseFactNames)), []);
    assert.deepEqual(
      checkFeel("closed and weather", Object.keys(caseFactNames)).map((each) => each.code),
      ["FACT_UNKNOWN"],
    );
    assert.equal(checkFeel("closed and and", Object.keys(caseFactNames)).length > 0, true);
  });
});
