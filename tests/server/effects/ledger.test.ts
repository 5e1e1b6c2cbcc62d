import assert from "node:assert/strict";
import fc from "fast-check";
import type { Effect, TaskView } from "../../../engine/model/effect.ts";
import { enterEffects, ledger, rowId, splitRowId, type Ledger, type StepFacts } from "../../../server/effects/index.ts";

const at = Date.parse("2026-11-23T02:00:00Z");

function after(effects: readonly Effect[], facts: Partial<StepFacts> = {}): Ledger {
  let made = 0;
  const step = ledger({
    ...{ street: "nanyuan", caseId: "c1", at, person: "wang", submissionId: undefined },
    ...{ before: { yellow: 0, red: 0, closed_at: null }, newId: () => `new${String(++made)}` },
    ...facts,
  });
  enterEffects(step, effects);
  return step;
}

const view = (more: Partial<TaskView> = {}): TaskView => ({
  ...{
    taskId: "t1",
    elementId: "signFor",
    name: "签收",
    candidateGroups: ["nanyuanUrban/handler"],
    candidateUsers: [],
  },
  ...{ excludedActors: [], priority: 50, fieldRights: [], inputs: {} },
  ...more,
});

describe("tasks in the ledger", () => {
  it("given a new task, becomes a row with its candidates, and they may see the case", () => {
    const step = after([{ type: "createTask", task: view({ dueAt: "2026-11-23T04:00:00.000Z" }) }]);
    const row = step.newTasks.get("c1.t1");
    assert.deepEqual(
      [row?.status, row?.created_at, row?.due_at, row?.case_id, row?.street_id],
      ["open", at, Date.parse("2026-11-23T04:00:00Z"), "c1", "nanyuan"],
    );
    assert.deepEqual(
      step.candidates.get("c1.t1")?.map(({ kind, candidate }) => [kind, candidate]),
      [["group", "nanyuanUrban/handler"]],
    );
    assert.deepEqual([...step.involved], ["group:nanyuanUrban/handler"]);
  });

  it("given a task made and done in one step, is one closed row without candidates", () => {
    const step = after(
      [
        { type: "createTask", task: view() },
        { type: "closeTask", taskId: "t1", outcome: "completed" },
      ],
      { submissionId: "s1" },
    );
    const row = step.newTasks.get("c1.t1");
    assert.deepEqual([row?.status, row?.closed_by, row?.submission_id], ["completed", "wang", "s1"]);
    assert.deepEqual(step.candidates.get("c1.t1"), []);
    assert.equal(step.changedTasks.size, 0);
  });

  it("given a task of an earlier step, changes its row and names nobody as having cancelled it", () => {
    const step = after([{ type: "closeTask", taskId: "t1", outcome: "cancelled" }], { submissionId: "s1" });
    assert.deepEqual(step.changedTasks.get("c1.t1"), {
      ...{ status: "cancelled", closed_at: at, closed_by: null, submission_id: null },
    });
  });

  it("tells a person who is given work by somebody else, and not who takes it himself", () => {
    const given = (assignee: string) => after([{ type: "createTask", task: view({ assignee }) }]).newJobs;
    const [told] = given("li").values();
    assert.equal(told?.type, "notice");
    assert.deepEqual((JSON.parse(told?.payload ?? "") as { people: unknown }).people, ["li"]);
    assert.equal(given("wang").size, 0);
  });

  it("writes each candidate once, however often the flow names it", () => {
    const groups = ["a/handler", "a/handler"];
    const step = after([
      {
        type: "createTask",
        task: view({ candidateGroups: groups, candidateUsers: ["li", "li"], excludedActors: ["zhao"] }),
      },
    ]);
    assert.deepEqual(
      step.candidates.get("c1.t1")?.map(({ kind, candidate }) => `${kind} ${candidate}`),
      ["group a/handler", "person li", "excluded zhao"],
    );
  });
});

describe("timers, jobs and incidents in the ledger", () => {
  const timer = (dueAt: string): Effect => ({
    type: "scheduleTimer",
    timerId: "1",
    elementId: "b",
    dueAt,
    kind: "timer",
  });

  it("given a timer set anew, removes the old row and keeps the last date", () => {
    const step = after([timer("2026-11-23T04:00:00.000Z"), timer("2026-11-24T04:00:00.000Z")]);
    assert.deepEqual([...step.goneTimers], ["1"]);
    assert.deepEqual(
      [...step.newTimers.values()].map((row) => row.due_at),
      [Date.parse("2026-11-24T04:00:00Z")],
    );
  });

  it("given a timer set and cancelled, writes none", () => {
    const step = after([timer("2026-11-23T04:00:00.000Z"), { type: "cancelTimer", timerId: "1" }]);
    assert.equal(step.newTimers.size, 0);
  });

  it("given a job made and cancelled, writes none", () => {
    const job: Effect = {
      ...{ type: "createJob", jobId: "2", elementId: "tell", jobType: "notify", retries: 3 },
      ...{ headers: {}, variables: {} },
    };
    assert.deepEqual([...after([job]).newJobs.keys()], ["2"]);
    assert.equal(after([job, { type: "cancelJob", jobId: "2" }]).newJobs.size, 0);
  });

  it("given an incident opened and closed in one step, leaves no trace of it", () => {
    const open: Effect = { type: "openIncident", incidentId: "3", elementId: "g", code: "NO_FLOW" };
    const step = after([open, { type: "closeIncident", incidentId: "3" }]);
    assert.deepEqual([step.newIncidents.size, step.goneIncidents.size], [0, 0]);
    assert.deepEqual([...after([{ type: "closeIncident", incidentId: "3" }]).goneIncidents], ["3"]);
  });
});

describe("the case in the ledger", () => {
  const rung = (action: "yellowCard" | "redCard" | "remind"): Effect => ({
    ...{ type: "rung", rungId: "r", action, elementId: "handling", percent: 100, notify: ["a/handler", "a/handler"] },
  });

  it("adds cards to those it had, and tells each group once", () => {
    const step = after([rung("yellowCard"), rung("yellowCard"), rung("redCard")], {
      before: { yellow: 1, red: 0, closed_at: null },
    });
    assert.deepEqual([step.caseChange.yellow, step.caseChange.red], [3, 1]);
    const [order] = step.newJobs.values();
    assert.deepEqual((JSON.parse(order?.payload ?? "") as { groups: unknown }).groups, ["a/handler"]);
  });

  it("ends with the time of the command and the outcome", () => {
    const step = after([
      { type: "setCaseState", caseState: "closed" },
      { type: "endInstance", outcome: "completed" },
    ]);
    assert.deepEqual(step.caseChange, { state: "closed", closed_at: at, outcome: "completed" });
  });
});

describe("row ids", () => {
  it("give case and engine id back, for any ids of the engine's alphabet", () => {
    const part = fc.stringMatching(/^[a-z0-9-]{1,36}$/);
    fc.assert(
      fc.property(part, part, (caseId, engineId) =>
        assert.deepEqual(splitRowId(rowId(caseId, engineId)), { caseId, engineId }),
      ),
    );
  });
});

describe("signals in the ledger", () => {
  it("given a wait that ends in the same step, leaves no row; one of an earlier step is removed", () => {
    const step = after([
      { type: "awaitSignal", signalWaitId: "g1", signalName: "flood" },
      { type: "closeSignalWait", signalWaitId: "g1" },
      { type: "closeSignalWait", signalWaitId: "g0" },
    ]);
    assert.equal(step.newSignalWaits.size, 0);
    assert.deepEqual([...step.goneSignalWaits], ["g0"]);
  });

  it("given a signal thrown, stores it once with its sender", () => {
    const step = after([{ type: "broadcastSignal", signalName: "flood", signalId: "t4", variables: { level: 3 } }]);
    assert.deepEqual(
      step.signals.map(({ id, source_id, instance_id, name, variables }) => [
        id,
        source_id,
        instance_id,
        name,
        variables,
      ]),
      [["c1.t4", "c1", "", "flood", '{"level":3}']],
    );
  });
});
