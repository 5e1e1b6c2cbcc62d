import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { flowChanges } from "../../../designer/flow/compare/flow-changes.ts";

const before = readFileSync("definitions/city/processes/eventLoop.bpmn", "utf8");

const inserted = before
  .replace(
    '<bpmn:userTask id="ownerDecision"',
    `<bpmn:userTask id="streetReview" name="街道复核">
      <bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements>
    </bpmn:userTask>
    <bpmn:userTask id="ownerDecision"`,
  )
  .replace('<gl:ladder key="dispatching" />', "");

describe("differences of two versions of a flow", () => {
  it("are none between a file and itself", async () => {
    assert.deepEqual((await flowChanges(before, before)).changes, []);
  });

  it("name an element that was added, with its kind", async () => {
    const { changes } = await flowChanges(before, inserted);
    assert.deepEqual(
      changes.filter((change) => change.kind === "added").map(({ elementId, type, name }) => [elementId, type, name]),
      [["streetReview", "bpmn:UserTask", "街道复核"]],
    );
  });

  it("name one that was removed when read the other way", async () => {
    const { changes } = await flowChanges(inserted, before);
    assert.deepEqual(
      changes.filter((change) => change.kind === "removed").map((change) => change.elementId),
      ["streetReview"],
    );
  });

  it("tell an extension that went, with what it said", async () => {
    const { changes } = await flowChanges(before, inserted);
    const changed = changes.find((change) => change.elementId === "ownerDecision");
    assert.deepEqual(changed?.differences, [{ key: "gl:Ladder.key", before: "dispatching" }]);
  });

  it("tell each changed attribute by name, old and new value", async () => {
    const after = before
      .replace('formId="verification"', 'formId="disposal"')
      .replace('name="核查当场处理" gl:stage="verification"', 'name="核查" gl:stage="disposal"')
      .replace(
        'source="=submission.opinion" target="verificationRemarks"',
        'source="=submission.remark" target="verificationRemarks"',
      );
    const { changes } = await flowChanges(before, after);
    assert.deepEqual(
      changes.map((change) => [change.kind, change.elementId]),
      [["changed", "verifyOnSpot"]],
    );
    assert.deepEqual(changes[0]?.differences, [
      { key: "name", before: "核查当场处理", after: "核查" },
      { key: "gl:stage", before: "verification", after: "disposal" },
      { key: "zeebe:FormDefinition.formId", before: "verification", after: "disposal" },
      {
        key: "zeebe:Output.source",
        detail: "verificationRemarks",
        before: "=submission.opinion",
        after: "=submission.remark",
      },
    ]);
  });

  it("tell a changed condition, a changed target and a changed kind", async () => {
    const after = before
      .replace('>=outcome = "return"<', '>=outcome = "sendBack"<')
      .replace('<bpmn:task id="extendLimit"', '<bpmn:manualTask id="extendLimit"')
      .replace(/(<bpmn:manualTask id="extendLimit"[\s\S]*?)<\/bpmn:task>/, "$1</bpmn:manualTask>");
    const { changes } = await flowChanges(before, after);
    const found = new Map(changes.map((change) => [change.elementId, change.differences]));
    assert.deepEqual(found.get("f_signResult_returned"), [
      { key: "conditionExpression", before: '=outcome = "return"', after: '=outcome = "sendBack"' },
    ]);
    assert.deepEqual(found.get("extendLimit"), [{ key: "$type", before: "bpmn:Task", after: "bpmn:ManualTask" }]);
  });

  it("call an element moved when only its place changed", async () => {
    const after = before.replace(
      /(bpmnElement="verifyOnSpot"[^>]*>\s*<dc:Bounds x=")(\d+)/,
      (_, head: string, x: string) => `${head}${String(Number(x) + 40)}`,
    );
    assert.notEqual(after, before);
    const { changes } = await flowChanges(before, after);
    assert.deepEqual(
      changes.map((change) => [change.kind, change.elementId]),
      [["moved", "verifyOnSpot"]],
    );
  });

  it("keep attributes and elements of other tools, and tell when they change", async () => {
    const foreign = (value: string) =>
      before
        .replace("<bpmn:definitions ", '<bpmn:definitions xmlns:acme="urn:acme" ')
        .replace('<bpmn:userTask id="verifyOnSpot"', `<bpmn:userTask id="verifyOnSpot" acme:owner="${value}"`);
    const { changes } = await flowChanges(foreign("a"), foreign("b"));
    assert.deepEqual(changes[0]?.differences, [{ key: "acme:owner", before: "a", after: "b" }]);
  });

  it("refuse a text that is no BPMN", async () => {
    await assert.rejects(flowChanges(before, "no xml"));
  });
});
