import assert from "node:assert/strict";
import { parseBpmn } from "../../../engine/index.ts";
import type { ProcessDefinition } from "../../../engine/index.ts";
import {
  boundary,
  documentOf,
  end,
  escalationEvent,
  extensions,
  flow,
  flows,
  mappings,
  message,
  node,
  processOf,
  start,
  userTask,
} from "../../support/bpmn-builder.ts";

async function parsed(xml: string): Promise<Record<string, ProcessDefinition>> {
  const result = await parseBpmn(xml);
  assert.ok(result.ok, result.ok ? "" : JSON.stringify(result.problems));
  return Object.fromEntries(result.value.processes.map((process) => [process.key, process]));
}

describe("parseBpmn", () => {
  it("reads a document that says another encoding, but refuses one whose text was lost", async () => {
    const named = (name: string): string =>
      documentOf(processOf("p", start(), node("manualTask", "a", { name }), flows("start > a"))).replace(
        "UTF-8",
        "WINDOWS-1252",
      );
    const read = await parseBpmn(named("登记"));
    assert.deepEqual(read.ok && read.value.warnings.map(({ code }) => code), ["BPMN_ENCODING"]);
    const lost = await parseBpmn(named("\uFFFD\uFFFD"));
    assert.deepEqual(!lost.ok && lost.problems.map(({ code }) => code), ["BPMN_ENCODING"]);
  });

  it("resolves connections, conditions and defaults once", async () => {
    const { p } = await parsed(
      documentOf(
        processOf(
          "p",
          extensions(
            `<zeebe:versionTag value="1.2" />`,
            `<zeebe:properties><zeebe:property name="a" value="b" /></zeebe:properties>`,
          ),
          start(),
          node("exclusiveGateway", "g", { default: "g_b" }),
          userTask("a"),
          userTask("b"),
          flows("start > g > b"),
          flow("g", "a", "= n > 1 "),
        ),
      ),
    );
    assert.ok(p);
    assert.deepEqual([p.versionTag, p.properties, p.name], ["1.2", { a: "b" }, "p"]);
    assert.deepEqual(p.scope, { startEvents: ["start"], nodeIds: ["start", "g", "a", "b"] });
    assert.deepEqual(p.flows["g_a"], { id: "g_a", name: "", sourceId: "g", targetId: "a", condition: "n > 1" });
    const { g } = p.nodes;
    assert.deepEqual([g?.incoming, g?.outgoing, g?.defaultFlow], [["start_g"], ["g_b", "g_a"], "g_b"]);
  });

  it("asks conditions in the order of the node's own list of flows", async () => {
    const listed = "<bpmn:outgoing>g_a</bpmn:outgoing><bpmn:outgoing>g_b</bpmn:outgoing>";
    const { p } = await parsed(
      documentOf(
        processOf(
          "p",
          start(),
          node("exclusiveGateway", "g", {}, listed),
          userTask("a"),
          userTask("b"),
          flows("start > g"),
          flow("g", "b", "=x"),
          flow("g", "a", "=y"),
        ),
      ),
    );
    assert.deepEqual(p?.nodes["g"]?.outgoing, ["g_a", "g_b"]);
  });

  it("takes texts of zeebe attributes as texts, and FEEL after = (decided.md 13)", async () => {
    const people = `<zeebe:assignmentDefinition assignee="=owner.id" candidateGroups="a, b" candidateUsers="=[x]" />`;
    const more = `<zeebe:taskSchedule dueDate="2026-03-02" /><zeebe:priorityDefinition priority="80" />`;
    const io = mappings({ inputs: { kind: 'say "hi"' }, outputs: { "r.x": "= submission.x" } });
    const { p } = await parsed(
      documentOf(processOf("p", start(), node("userTask", "x", {}, extensions(people, more, io)), flows("start > x"))),
    );
    const x = p?.nodes["x"];
    assert.ok(x?.kind === "userTask");
    assert.deepEqual(x.people, {
      assignee: "owner.id",
      candidateGroups: '["a","b"]',
      candidateUsers: "[x]",
      dueDate: '"2026-03-02"',
      priority: '"80"',
    });
    assert.deepEqual(x.inputs, [{ source: '"say \\"hi\\""', target: "kind" }]);
    assert.deepEqual(x.outputs, [{ source: "submission.x", target: "r.x" }]);
  });

  it("reads our own extension", async () => {
    const { p } = await parsed(
      documentOf(
        `<bpmn:escalation id="esc" escalationCode="overdue" />` +
          processOf(
            "p",
            start(),
            userTask(
              "handle",
              { "gl:stage": "disposal", "gl:caseState": "handling" },
              `<gl:clock limit="=matter.limit" />`,
              `<gl:ladder key="disposal" />`,
              `<gl:fieldRights><gl:field path="/a" right="readOnly" /></gl:fieldRights>`,
            ),
            boundary("late", "handle", escalationEvent("esc"), false),
            node(
              "callActivity",
              "up",
              { calledElement: "chain" },
              extensions(`<gl:slot id="escalation" in="place  owner" out="level" />`),
            ),
            userTask("verify", { "gl:excludeActorOf": "handle start" }, `<gl:extend activity="handle" by="=more" />`),
            flows("start > handle > verify", "late > up"),
          ),
      ),
    );
    const { handle, late, up, verify } = p?.nodes ?? {};
    assert.ok(handle?.kind === "userTask" && late?.kind === "boundaryEvent");
    assert.ok(up?.kind === "callActivity" && verify?.kind === "userTask");
    assert.deepEqual(
      [handle.stage, handle.caseState, handle.clock, handle.ladder],
      ["disposal", "handling", { limit: "matter.limit" }, "disposal"],
    );
    assert.deepEqual(handle.fieldRights, [{ path: "/a", right: "readOnly" }]);
    assert.deepEqual(
      [handle.boundary, late.hostId, late.interrupting, late.event],
      [["late"], "handle", false, { kind: "escalation", code: "overdue" }],
    );
    assert.deepEqual(
      [up.processKey, up.slot],
      ['"chain"', { id: "escalation", inputs: ["place", "owner"], outputs: ["level"] }],
    );
    assert.deepEqual([up.inheritAll, up.propagateAll], [true, true]);
    assert.deepEqual([verify.excludeActorOf, verify.extend], [["handle", "start"], { activity: "handle", by: "more" }]);
  });

  it("makes up the ids of flows that have none, the same each time", async () => {
    const nameless = `<bpmn:sequenceFlow sourceRef="start" targetRef="a" /><bpmn:sequenceFlow sourceRef="start" targetRef="a" />`;
    const xml = documentOf(processOf("p", start(), userTask("a"), nameless));
    const ids = Object.keys((await parsed(xml))["p"]?.flows ?? {});
    assert.deepEqual(ids, ["flow_start_a", "flow_start_a_1"]);
    assert.deepEqual(ids, Object.keys((await parsed(xml))["p"]?.flows ?? {}));
  });

  it("takes several processes of a collaboration, and lists drawings without deploying them", async () => {
    const collaboration = `<bpmn:collaboration id="c"><bpmn:participant id="p1" processRef="one" /><bpmn:participant id="box" name="resident" /><bpmn:messageFlow id="mf" sourceRef="box" targetRef="p1" /></bpmn:collaboration>`;
    const drawing = `<bpmn:process id="drawn" name="示意" isExecutable="false"><bpmn:complexGateway id="cg" /></bpmn:process>`;
    const body = (id: string): string =>
      processOf(id, start(`${id}Start`), end(`${id}End`), flows(`${id}Start > ${id}End`));
    const result = await parseBpmn(documentOf(collaboration + body("one") + body("two") + drawing));
    assert.ok(result.ok);
    assert.deepEqual(
      result.value.processes.map((process) => process.key),
      ["one", "two"],
    );
    assert.deepEqual(result.value.drawings, [{ key: "drawn", name: "示意" }]);
  });

  it("tells what stands beside the processes for the reader, refuses a document without any", async () => {
    const whole = processOf("p", start(), end(), flows("start > end"));
    const drawn = await parseBpmn(documentOf(`<bpmn:choreography id="g" /><bpmn:globalConversation id="v" />` + whole));
    assert.deepEqual(drawn.ok && drawn.value.warnings.map(({ code, elementId }) => [code, elementId]), [
      ["BPMN_ONLY_DRAWN", "g"],
    ]);
    const empty = await parseBpmn(documentOf(message("m", "hello")));
    assert.deepEqual(!empty.ok && empty.problems.map(({ code }) => code), ["BPMN_WITHOUT_PROCESS"]);
  });

  it("reads what moddle calls otherwise than the schema of BPMN: conversations, ends of participants, scripts", async () => {
    const talk = `<bpmn:endPoint id="e" /><bpmn:collaboration id="c"><bpmn:participant id="a" processRef="p"><bpmn:endPointRef>e</bpmn:endPointRef></bpmn:participant><bpmn:participant id="b" />
      <bpmn:messageFlow id="m" sourceRef="a" targetRef="b" />
      <bpmn:conversation id="v"><bpmn:participantRef>a</bpmn:participantRef><bpmn:participantRef>b</bpmn:participantRef><bpmn:messageFlowRef>m</bpmn:messageFlowRef></bpmn:conversation>
      <bpmn:participantAssociation id="w"><bpmn:innerParticipantRef>a</bpmn:innerParticipantRef><bpmn:outerParticipantRef>b</bpmn:outerParticipantRef></bpmn:participantAssociation></bpmn:collaboration>`;
    const result = await parseBpmn(documentOf(talk + processOf("p", start(), end(), flows("start > end"))));
    assert.deepEqual(result.ok ? result.value.warnings : result.problems, []);
  });

  it("tells every problem at once, not only the first", async () => {
    const result = await parseBpmn(
      documentOf(
        processOf(
          "p",
          start(),
          node("task", "a", { startQuantity: "0" }),
          node("serviceTask", "b"),
          flows("start > a > b > start"),
        ),
      ),
    );
    assert.ok(!result.ok);
    assert.deepEqual(
      result.problems.map((problem) => problem.code),
      ["BPMN_FLOW_INTO_START", "BPMN_JOB_WITHOUT_TYPE", "BPMN_QUANTITY"],
    );
  });

  it("the definition is plain data", async () => {
    const { p } = await parsed(documentOf(processOf("p", start(), userTask("a"), flows("start > a"))));
    assert.deepEqual(JSON.parse(JSON.stringify(p)), p);
  });
});
