import assert from "node:assert/strict";
import { deployKinds, kindOf, largestContent } from "../../../designer/admin/deploy/deploy-kind.ts";
import { schemas } from "../../../server/contract/schemas.ts";

const request = schemas["DeployRequest"] as {
  readonly properties: {
    readonly kind: { readonly enum: readonly string[] };
    readonly content: { readonly maxLength: number };
  };
};

describe("the kind of an uploaded file", () => {
  it("is told by its ending", () => {
    assert.equal(kindOf("eventLoop.bpmn", ""), "process");
    assert.equal(kindOf("责任清单.DMN", ""), "decision");
  });

  it("is told by its text when the ending says little", () => {
    assert.equal(kindOf("a.xml", "<definitions><decision><decisionTable/></decision></definitions>"), "decision");
    assert.equal(kindOf("a.xml", "<definitions><process/></definitions>"), "process");
    assert.equal(kindOf("a.json", '{"key":"x","schema":{}}'), "form");
    assert.equal(kindOf("a.json", '{"rungs":[]}'), "ladder");
    assert.equal(kindOf("a.json", '{"officeHours":[]}'), "calendar");
    assert.equal(kindOf("a.json", '{"codes":[]}'), "vocabulary");
    assert.equal(kindOf("a.json", '{"matters":[]}'), "matter");
  });

  it("stays open when nothing tells it: the person chooses", () => {
    assert.equal(kindOf("a.json", "{"), undefined);
    assert.equal(kindOf("a.json", "[1]"), undefined);
    assert.equal(kindOf("a.json", "null"), undefined);
  });

  it("and the limits are those of the contract", () => {
    assert.deepEqual([...deployKinds].sort(), [...request.properties.kind.enum].sort());
    assert.equal(largestContent, request.properties.content.maxLength);
  });
});
