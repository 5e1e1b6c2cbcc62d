import assert from "node:assert/strict";
import { MemoryStore, Simulation, TestClock, coverageOf, deploy } from "../../../engine/index.ts";
import type { Bundle } from "../../../engine/index.ts";
import {
  boundary,
  documentOf,
  end,
  flow,
  flows,
  message,
  messageEvent,
  node,
  processOf,
  serviceTask,
  signal,
  signalEvent,
  start,
  timer,
  userTask,
} from "../../support/bpmn-builder.ts";
import { valueOf } from "../../support/packs.ts";

const at = "2026-03-02T02:00:00.000Z";

const bundleOf = async (...content: string[]): Promise<Bundle> => valueOf(await deploy(documentOf(content.join(""))));

describe("simulation", () => {
  it("fires what is due on the way, in the order of time, over all cases", async () => {
    const cycle = boundary("tick", "a", timer("timeCycle", "R/PT6H"), false);
    const tasks = [start(), userTask("a"), cycle, serviceTask("note"), end()];
    const bundle = await bundleOf(processOf("p", ...tasks, flows("start > a > end", "tick > note")));
    const jobs: string[] = [];
    const simulation = new Simulation(bundle, {
      at,
      worker: (job) => (jobs.push(simulation.now), { from: job.elementId }),
    });
    simulation.start("one");
    simulation.forward("PT3H");
    simulation.start("two");
    simulation.forward("PT10H");
    assert.deepEqual(
      jobs.map((time) => time.slice(11, 16)),
      ["08:00", "11:00", "14:00"],
    );
    assert.equal(simulation.now, "2026-03-02T15:00:00.000Z");
    assert.deepEqual(
      simulation.open("one").map(({ kind, elementId }) => `${kind} ${elementId}`),
      ["task a", "timer tick"],
    );
  });

  it("carries messages and signals from case to case", async () => {
    const roots = message("M", "go", "=number") + signal("S");
    const waiting = processOf(
      "p",
      start(),
      node("eventBasedGateway", "first"),
      node("intermediateCatchEvent", "byMessage", {}, messageEvent("M")),
      node("intermediateCatchEvent", "bySignal", {}, signalEvent("S")),
      node("endEvent", "done"),
      flows("start > first > byMessage > done", "first > bySignal > done"),
    );
    const sending = processOf(
      "q",
      start("begin"),
      node("intermediateThrowEvent", "tell", {}, messageEvent("M")),
      userTask("then"),
      node("intermediateThrowEvent", "all", {}, signalEvent("S")),
      node("endEvent", "told"),
      flows("begin > tell > then > all > told"),
    );
    const simulation = new Simulation(await bundleOf(roots, waiting, sending), { at });
    for (const number of ["1", "2", "3"]) simulation.start(number, { number });
    simulation.start("sender", { number: "2" }, { processKey: "q" });
    const statuses = () => ["1", "2", "3"].map((id) => simulation.state(id).status);
    assert.deepEqual(statuses(), ["running", "completed", "running"]);
    simulation.complete("sender", "then");
    assert.deepEqual(statuses(), ["completed", "completed", "completed"]);
    assert.equal(simulation.deliver("go", "9")?.code, "MESSAGE_NOT_EXPECTED");
  });

  it("says which step a save came too late for, and keeps nothing of it", async () => {
    const bundle = await bundleOf(processOf("p", start(), userTask("a"), flows("start > a")));
    class Raced extends MemoryStore {
      override save(...step: Parameters<MemoryStore["save"]>): boolean {
        if (step[3] === 1) super.save(step[0], step[1], [], 1);
        return super.save(...step);
      }
    }
    const simulation = new Simulation(bundle, { at, store: new Raced() });
    simulation.start("one");
    const before = simulation.trace("one");
    assert.equal(simulation.complete("one", "a")?.code, "SIMULATION_CHANGED_MEANWHILE");
    assert.deepEqual(simulation.trace("one"), before);
  });

  it("ends although a timer repeats for ever", async () => {
    const tick = boundary("tick", "a", timer("timeCycle", "R/PT1S"), false);
    const bundle = await bundleOf(
      processOf("p", start(), userTask("a"), tick, end(), flows("start > a", "tick > end")),
    );
    const simulation = new Simulation(bundle, { at });
    simulation.start("one");
    assert.equal(simulation.forward("PT1M"), undefined);
    assert.equal(simulation.forward("no duration")?.code !== undefined, true);
  });

  it("has a clock that never goes back", () => {
    const clock = new TestClock(at);
    clock.moveTo("2026-03-01T00:00:00.000Z");
    assert.equal(clock.now, at);
  });
});

describe("coverage by scenarios", () => {
  it("tells what was reached how often, and what was not, process by process", async () => {
    const main = processOf(
      "p",
      start(),
      userTask("a"),
      boundary("late", "a", timer("timeDuration", "PT1H")),
      node("exclusiveGateway", "g", { default: "g_no" }),
      end("yes"),
      end("no"),
      end("tooLate"),
      flows("start > a > g > no", "late > tooLate"),
      flow("g", "yes", "=ok"),
    );
    const other = processOf("q", start("begin"), end("done"), flows("begin > done"));
    const bundle = await bundleOf(main, other);
    const simulation = new Simulation(bundle, { at });
    simulation.start("one", { ok: true });
    simulation.complete("one", "a");
    simulation.start("two", { ok: true });
    simulation.complete("two", "a");
    const coverage = () =>
      coverageOf(
        bundle,
        simulation.cases.map((id) => simulation.events(id)),
      );
    const { nodes, flows: taken, boundaryEvents, share } = coverage()["p"] ?? assert.fail();
    assert.deepEqual(nodes, { reached: { start: 2, a: 2, g: 2, yes: 2 }, missed: ["no", "tooLate"] });
    assert.deepEqual(taken.missed, ["g_no", "late_tooLate"]);
    assert.deepEqual(boundaryEvents, { reached: {}, missed: ["late"] });
    assert.equal(share, 7 / 12);
    assert.equal(coverage()["q"]?.share, 0);
    simulation.start("three", { ok: false });
    simulation.complete("three", "a");
    simulation.start("four");
    simulation.forward("PT2H");
    assert.equal(coverage()["p"]?.share, 1);
  });
});
