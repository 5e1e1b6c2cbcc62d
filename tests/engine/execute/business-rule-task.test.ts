import assert from "node:assert/strict";
import type { Decision } from "../../../engine/index.ts";
import {
  bundleFrom,
  documentOf,
  extensions,
  flows,
  mappings,
  node,
  processOf,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";
import { Story } from "../../support/engine-story.ts";

const LEAD: Decision = {
  key: "lead",
  title: { "zh-CN": "责任部门" },
  hitPolicy: "FIRST",
  inputs: [{ id: "i1", label: "类别", expression: "matter.key" }],
  outputs: [
    { id: "o1", name: "lead", label: "主办" },
    { id: "o2", name: "hours", label: "时限" },
  ],
  rules: [
    { id: "r1", note: "", when: ['"sewer"'], then: ['"urban"', "4"] },
    { id: "r2", note: "", when: ["-"], then: ['"dispatch"', "8"] },
  ],
};

async function story(...inner: readonly string[]): Promise<Story> {
  const called = `<zeebe:calledDecision decisionId="lead" resultVariable="owner" />`;
  const xml = documentOf(
    processOf(
      "p",
      start(),
      node("businessRuleTask", "rule", {}, extensions(called, ...inner)),
      userTask("after"),
      flows("start > rule > after"),
    ),
  );
  return new Story(await bundleFrom(xml, { decisions: { lead: LEAD } }));
}

describe("business rule task", () => {
  it("sets the result and records which rule said so", async () => {
    const told = (await story()).start({ matter: { key: "sewer" } });
    assert.deepEqual(told.variables()["owner"], { lead: "urban", hours: 4 });
    const event = told.events.find((other) => other.type === "decisionEvaluated");
    assert.ok(event?.type === "decisionEvaluated");
    assert.deepEqual([event.decisionKey, event.ruleIds, event.output], ["lead", ["r1"], { lead: "urban", hours: 4 }]);
    assert.deepEqual(event.inputs, { "matter.key": "sewer" });
  });

  it("with outputs only they go up", async () => {
    const told = (await story(mappings({ outputs: { unit: "=owner.lead" } }))).start({ matter: { key: "x" } });
    assert.deepEqual(told.variables(), { matter: { key: "x" }, unit: "dispatch" });
  });

  it("a decision that is not in the bundle is an incident", async () => {
    const told = await story();
    const without = new Story({ ...told.bundle, decisions: {} }).start({ matter: { key: "x" } });
    assert.equal(without.incident(), "DECISION_NOT_FOUND");
  });
});
