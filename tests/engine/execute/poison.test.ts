/** R25: one poisoned case becomes an incident, at once, and harms nobody else. */
import assert from "node:assert/strict";
import { Simulation, deploy, incidentsOf } from "../../../engine/index.ts";
import type { JsonObject } from "../../../engine/index.ts";
import { documentOf, end, flows, multiInstance, node, processOf, start, userTask } from "../../support/bpmn-builder.ts";
import { valueOf } from "../../support/packs.ts";

const at = "2026-03-02T02:00:00.000Z";
const script = (text: string, ...more: string[]): string =>
  node("scriptTask", "bad", {}, `<bpmn:script>${text}</bpmn:script>`, ...more);
const called = `<bpmn:extensionElements><zeebe:calledElement processId="poison" /></bpmn:extensionElements>`;

interface Poison {
  readonly name: string;
  readonly content: readonly string[];
  readonly variables?: JsonObject;
  /** What it becomes; absent: it is borne, and the case goes on. */
  readonly code?: string;
}

const POISONS: readonly Poison[] = [
  {
    name: "an expression that would go on for ever",
    content: [script("for a in 1..100000, b in 1..100000 return a * b")],
    code: "FEEL_",
  },
  {
    name: "a text that doubles",
    content: [script('for a in 1..60 return if a = 1 then "x" else partial[-1] + partial[-1]')],
    code: "FEEL_",
  },
  {
    name: "a loop without a wait",
    content: [node("task", "bad"), node("exclusiveGateway", "again"), flows("bad > again > bad")],
    code: "RUNAWAY_LOOP",
  },
  { name: "a process that calls itself", content: [node("callActivity", "bad", {}, called)], code: "CALL_TOO_DEEP" },
  {
    name: "more instances than are allowed",
    content: [script("1", multiInstance({}, { cardinality: "10001" }))],
    code: "LOOP_TOO_MANY",
  },
  { name: "10,000 instances", content: [script("loopCounter", multiInstance({}, { cardinality: "10000" }))] },
  {
    name: "a variable of 10 MB",
    content: [script("string length(big)")],
    variables: { big: "长".repeat(5_000_000) },
    code: "FEEL_",
  },
];

describe("poison in one case (R25)", function () {
  this.timeout(60_000);

  for (const { name, content, variables = {}, code } of POISONS) {
    it(`${name}: ${code === undefined ? "is borne" : "is an incident"}, and the others go on`, async () => {
      const good = processOf("good", start("begin"), userTask("work"), end("done"), flows("begin > work > done"));
      const bad = processOf("poison", start(), ...content, flows("start > bad"));
      const simulation = new Simulation(valueOf(await deploy(documentOf(good + bad))), { at });
      for (let number = 1; number <= 20; number += 1) simulation.start(`good${number}`);
      simulation.start("poisoned", variables, { processKey: "poison" });
      const incidents = incidentsOf(simulation.state("poisoned"));
      if (code === undefined) assert.equal(simulation.state("poisoned").status, "completed");
      else assert.ok(incidents[0]?.code.startsWith(code), JSON.stringify(incidents).slice(0, 300));
      for (let number = 1; number <= 20; number += 1) {
        assert.equal(simulation.complete(`good${number}`, "work"), undefined);
        assert.equal(simulation.state(`good${number}`).status, "completed");
      }
    });
  }

  it("finished cases stay as they are, however often the poisoned one is tried again", async () => {
    const bad = [node("task", "bad"), node("exclusiveGateway", "again"), flows("start > bad > again > bad")];
    const good = processOf("good", start("begin"), end("done"), flows("begin > done"));
    const simulation = new Simulation(valueOf(await deploy(documentOf(good + processOf("poison", start(), ...bad)))), {
      at,
    });
    for (let number = 1; number <= 100; number += 1) simulation.start(`good${number}`);
    simulation.start("poisoned", {}, { processKey: "poison" });
    const before = simulation.cases.filter((id) => id !== "poisoned").map((id) => JSON.stringify(simulation.state(id)));
    for (let turn = 0; turn < 5; turn += 1) {
      const [incident] = incidentsOf(simulation.state("poisoned"));
      assert.equal(simulation.send("poisoned", { type: "resolveIncident", incidentId: incident?.id ?? "" }), undefined);
    }
    const after = simulation.cases.filter((id) => id !== "poisoned").map((id) => JSON.stringify(simulation.state(id)));
    assert.deepEqual(after, before);
    assert.equal(incidentsOf(simulation.state("poisoned")).length, 1);
  });
});
