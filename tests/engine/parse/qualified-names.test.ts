import assert from "node:assert/strict";
import { parseBpmn } from "../../../engine/index.ts";
import type { ProcessDefinition } from "../../../engine/index.ts";

/** One document whose references carry a prefix, with BPMN's own names written in every usual way. */
const documentIn = (bpmn: string, own: string, namespaces = ""): string => {
  const [b, n] = [bpmn === "" ? "" : `${bpmn}:`, own === "" ? "" : `${own}:`];
  return `<${b}definitions xmlns${bpmn === "" ? "" : `:${bpmn}`}="http://www.omg.org/spec/BPMN/20100524/MODEL"
   ${own === "" ? "" : `xmlns:${own}="urn:sample"`} ${namespaces} targetNamespace="urn:sample">
  <${b}message id="Paid" name="paid" />
  <${b}signal id="Alarm" name="alarm" />
  <${b}error id="Broken" errorCode="E1" />
  <${b}escalation id="Late" escalationCode="late" />
  <${b}timerEventDefinition id="Daily"><${b}timeDuration>P1D</${b}timeDuration></${b}timerEventDefinition>
  <${b}process id="p" isExecutable="true">
    <${b}startEvent id="begin"><${b}messageEventDefinition messageRef="${n}Paid" /></${b}startEvent>
    <${b}task id="a" />
    <${b}intermediateCatchEvent id="s"><${b}signalEventDefinition signalRef="${n}Alarm" /></${b}intermediateCatchEvent>
    <${b}intermediateCatchEvent id="t"><${b}eventDefinitionRef>${n}Daily</${b}eventDefinitionRef></${b}intermediateCatchEvent>
    <${b}callActivity id="c" calledElement="${n}q" />
    <${b}boundaryEvent id="e" attachedToRef="${n}c"><${b}errorEventDefinition errorRef="${n}Broken" /></${b}boundaryEvent>
    <${b}boundaryEvent id="l" attachedToRef="c" cancelActivity="false"><${b}escalationEventDefinition escalationRef="${n}Late" /></${b}boundaryEvent>
    <${b}sequenceFlow id="f1" sourceRef="begin" targetRef="${n}a" /><${b}sequenceFlow id="f2" sourceRef="a" targetRef="s" />
    <${b}sequenceFlow id="f5" sourceRef="e" targetRef="a" /><${b}sequenceFlow id="f6" sourceRef="l" targetRef="a" />
    <${b}sequenceFlow id="f3" sourceRef="s" targetRef="t" /><${b}sequenceFlow id="f4" sourceRef="t" targetRef="c" />
  </${b}process>
  <${b}process id="q" isExecutable="true"><${b}startEvent id="qBegin" /><${b}endEvent id="qEnd" />
    <${b}sequenceFlow id="qf" sourceRef="qBegin" targetRef="qEnd" /></${b}process>
</${b}definitions>`;
};

async function nodesOf(xml: string): Promise<ProcessDefinition["nodes"]> {
  const result = await parseBpmn(xml);
  assert.ok(result.ok, result.ok ? "" : JSON.stringify(result.problems));
  return result.value.processes[0]?.nodes ?? {};
}

describe("qualified names (BPMN 2.0 §15.3.2)", () => {
  const expected = nodesOf(documentIn("bpmn", ""));

  for (const bpmn of ["", "bpmn", "bpmn2", "semantic", "model"]) {
    for (const own of ["tns", "sample", "this-file"]) {
      it(`a reference with the prefix ${own}: in a document that writes BPMN as ${bpmn === "" ? "default" : bpmn}`, async () => {
        assert.deepEqual(await nodesOf(documentIn(bpmn, own)), await expected);
      });
    }
  }

  it("reads all of them: message, signal, timer by reference, called process, error, escalation, host", async () => {
    const { begin, s, t, c, e, l } = await expected;
    assert.ok(begin?.kind === "startEvent" && begin.event.kind === "message");
    assert.equal(begin.event.name, '"paid"');
    assert.deepEqual(s?.kind === "intermediateCatchEvent" && s.event, { kind: "signal", name: '"alarm"' });
    assert.deepEqual(t?.kind === "intermediateCatchEvent" && t.event, { kind: "timer", duration: '"P1D"' });
    assert.equal(c?.kind === "callActivity" && c.processKey, '"q"');
    assert.deepEqual(e?.kind === "boundaryEvent" && [e.event, e.hostId], [{ kind: "error", code: "E1" }, "c"]);
    assert.deepEqual(l?.kind === "boundaryEvent" && l.event, { kind: "escalation", code: "late" });
  });

  it("a prefix of a foreign namespace, or of none, names nothing here", async () => {
    for (const prefix of [`xmlns:far="urn:far"`, ""]) {
      const xml = documentIn("", "tns", prefix).replace("tns:Paid", "far:Paid");
      const result = await parseBpmn(xml);
      assert.deepEqual(result.ok ? [] : result.problems.map(({ code, elementId }) => [code, elementId]), [
        ["BPMN_UNRESOLVED_REFERENCE", "begin"],
      ]);
    }
  });

  it("an imported namespace names what stands in this file, and an import of types is told", async () => {
    const xml = documentIn("", "tns", `xmlns:far="urn:far"`)
      .replace("tns:Paid", "far:Paid")
      .replace(
        `<message id="Paid"`,
        `<import importType="http://www.w3.org/2001/XMLSchema" location="far.xsd" namespace="urn:far" /><message id="Paid"`,
      );
    const result = await parseBpmn(xml);
    assert.ok(result.ok, result.ok ? "" : JSON.stringify(result.problems));
    assert.deepEqual(result.value.processes[0]?.nodes, await expected);
    assert.deepEqual(
      result.value.warnings.map(({ code }) => code),
      ["BPMN_IMPORT_NOT_READ"],
    );
  });

  it("types of XML Schema need not be found: values are JSON", async () => {
    const xml = documentIn("", "tns", `xmlns:xsd="http://www.w3.org/2001/XMLSchema"`).replace(
      `<message id="Paid"`,
      `<itemDefinition id="text" structureRef="xsd:string" /><message itemRef="xsd:string" id="Paid"`,
    );
    assert.deepEqual(await nodesOf(xml), await expected);
  });
});
