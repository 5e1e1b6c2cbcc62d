import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { blankFlow } from "../../../designer/flow/edit/blank-flow.ts";
import type { CaseDetail, CaseDiagram, DefinitionDraft, PublishResult } from "../../../server/contract/types.ts";
import { sendReport } from "../../support/reports.ts";
import { startTestServer, type Client, type Failure, type TestServer } from "../../support/server.ts";
import { complete, openTask } from "../../support/work.ts";

const shipped = readFileSync(new URL("../../../definitions/city/processes/eventLoop.bpmn", import.meta.url), "utf8");

/** The city's flow with a step of its own between the responsibility table and everything else. */
function withReview(role: string, form: string): string {
  const step = `<bpmn:userTask id="streetReview" name="街道复核" gl:stage="dispatch">
      <bpmn:extensionElements>
        <zeebe:userTask />
        <zeebe:formDefinition formId="${form}" bindingType="deployment" />
        <zeebe:assignmentDefinition candidateGroups='=[place.street + "/${role}"]' />
      </bpmn:extensionElements>
      <bpmn:incoming>f_determineOwner_onSpotQuestion</bpmn:incoming>
      <bpmn:outgoing>f_streetReview</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="f_streetReview" sourceRef="streetReview" targetRef="onSpotQuestion" />
    <bpmn:exclusiveGateway id="onSpotQuestion"`;
  return shipped
    .replace('<bpmn:exclusiveGateway id="onSpotQuestion"', step)
    .replace(
      /(<bpmn:exclusiveGateway id="onSpotQuestion"[^>]*>\s*)<bpmn:incoming>f_determineOwner_onSpotQuestion</,
      "$1<bpmn:incoming>f_streetReview<",
    )
    .replace(/(id="f_determineOwner_onSpotQuestion"[^>]*targetRef=")onSpotQuestion"/, '$1streetReview"');
}

describe("versions of a flow", function () {
  this.timeout(60_000);
  let server: TestServer;
  let designer: Client;
  let worker: Client;
  let dispatcher: Client;
  before(async () => {
    server = await startTestServer();
    designer = await server.as("designer", "yunjin");
    worker = await server.as("gridWorker", "xingfuGrid1");
    dispatcher = await server.as("dispatcher", "nanyuan");
  });
  after(() => server.stop());

  const path = "/definitions/yunjin/process/eventLoop/draft";
  let sequence = 0;
  async function save(content: string, at = path): Promise<DefinitionDraft> {
    const known = await designer.get<DefinitionDraft & Failure>(at);
    const editSequence = known.status === 404 ? 0 : known.body.editSequence;
    const saved = await designer.put<DefinitionDraft>(at, { content, editSequence });
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    sequence = saved.body.editSequence;
    return saved.body;
  }
  const publish = (at = path) =>
    designer.post<PublishResult & Failure>(`${at}/publish`, { note: "测试", editSequence: sequence });
  async function report(): Promise<string> {
    const { status, body } = await sendReport(worker);
    assert.equal(status, 201, JSON.stringify(body));
    return body.case?.id ?? "";
  }
  async function hashOf(caseId: string): Promise<string> {
    const [row] = await server.running.container.store.read.all<{ readonly bundle_hash: string }>(
      "SELECT bundle_hash FROM instance WHERE id = $1",
      [caseId],
    );
    return row?.bundle_hash ?? "";
  }
  const diagramOf = async (caseId: string) => (await dispatcher.get<CaseDiagram>(`/cases/${caseId}/diagram`)).body.xml;

  it("open cases keep theirs to the end, new cases follow the new one", async () => {
    const running = await report();
    const pinned = await hashOf(running);
    assert.deepEqual((await save(withReview("leader", "ownerDecision"))).problems, []);
    const done = await publish();
    assert.deepEqual([done.status, done.body.published, done.body.version], [200, true, 2], JSON.stringify(done.body));

    const fresh = await report();
    assert.equal((await openTask(dispatcher, fresh)).name, "街道复核");
    assert.notEqual(await hashOf(fresh), pinned);
    assert.match(await diagramOf(fresh), /streetReview/);

    assert.equal((await openTask(dispatcher, running)).name, "签收");
    await complete(server, dispatcher, running, { decision: "accept" });
    const { body } = await dispatcher.get<CaseDetail>(`/cases/${running}`);
    assert.deepEqual(
      body.openTasks.map((task) => task.name),
      ["处置"],
    );
    assert.equal(await hashOf(running), pinned);
    assert.doesNotMatch(await diagramOf(running), /streetReview/);
  });

  it("a form that is not there is told at its element, and nothing is published", async () => {
    await save(withReview("leader", "goneForm"));
    const { body } = await publish();
    assert.equal(body.published, false);
    assert.deepEqual(
      body.problems.map(({ code, elementId }) => [code, elementId]),
      [["BUNDLE_FORM_UNKNOWN", "streetReview"]],
    );
    assert.match(body.problems[0]?.zh ?? "", /没有表单“goneForm”/);
  });

  it("a post that somebody deleted meanwhile is told at its element", async () => {
    const roles = "/definitions/yunjin/organisation/roles/draft";
    const { body: before } = await designer.get<DefinitionDraft>(roles);
    const content = JSON.parse(before.content ?? "") as { readonly roles: readonly object[] };
    const reviewer = { key: "streetReviewer", title: { "zh-CN": "复核员", en: "Reviewer" }, at: ["street"] };
    await save(JSON.stringify({ ...content, roles: [...content.roles, reviewer] }), roles);
    assert.equal((await publish(roles)).body.published, true);

    await save(withReview("streetReviewer", "ownerDecision"));
    const flow = sequence;
    const check = await designer.post<PublishResult>(`${path}/publish`, {
      note: "",
      editSequence: flow,
      checkOnly: true,
    });
    assert.deepEqual(check.body.problems, []);

    await save(JSON.stringify(content), roles);
    assert.equal((await publish(roles)).body.published, true);
    sequence = flow;
    const { body } = await publish();
    assert.equal(body.published, false);
    assert.deepEqual(
      body.problems.map(({ code, elementId }) => [code, elementId]),
      [["BUNDLE_ROLE_UNKNOWN", "streetReview"]],
    );
  });

  it("a flow that nothing starts yet is checked all the same", async () => {
    const at = "/definitions/yunjin/process/shopVisit/draft";
    const visit = blankFlow("shopVisit", "商铺走访", "开始", "结束").replace(
      '<bpmn:endEvent id="end"',
      `<bpmn:userTask id="visit" name="走访">
        <bpmn:extensionElements>
          <zeebe:userTask />
          <zeebe:formDefinition formId="goneForm" />
          <zeebe:assignmentDefinition candidateGroups='=[place.grid + "/goneRole"]' />
        </bpmn:extensionElements>
        <bpmn:incoming>toEnd</bpmn:incoming>
        <bpmn:outgoing>fromVisit</bpmn:outgoing>
      </bpmn:userTask>
      <bpmn:sequenceFlow id="fromVisit" sourceRef="visit" targetRef="end" />
      <bpmn:endEvent id="end"`,
    );
    const linked = visit
      .replace('sourceRef="start" targetRef="end"', 'sourceRef="start" targetRef="visit"')
      .replace(/(id="end"[^>]*>\s*<bpmn:incoming>)toEnd/, "$1fromVisit");
    assert.deepEqual((await save(linked, at)).problems, []);
    const { body } = await publish(at);
    assert.equal(body.published, false);
    const found = new Map(body.problems.map(({ code, elementId }) => [code, elementId]));
    assert.deepEqual([found.get("BUNDLE_FORM_UNKNOWN"), found.get("BUNDLE_ROLE_UNKNOWN")], ["visit", "visit"]);
    await save(blankFlow("shopVisit", "商铺走访", "开始", "结束"), at);
    assert.equal((await publish(at)).body.published, true);
  });

  it("a file with a DOCTYPE or with what nobody knows is never published", async () => {
    const doctype = shipped.replace("<bpmn:definitions", "<!DOCTYPE x [<!ENTITY e 'x'>]><bpmn:definitions");
    assert.deepEqual(
      (await save(doctype)).problems.map((each) => each.code),
      ["XML_DOCTYPE"],
    );
    const first = await publish();
    assert.deepEqual([first.body.published, first.body.problems[0]?.code], [false, "XML_DOCTYPE"]);
    await save(shipped.replace('<bpmn:task id="extendLimit"', '<bpmn:wonder id="w" /><bpmn:task id="extendLimit"'));
    const second = await publish();
    assert.deepEqual([second.body.published, second.body.problems[0]?.code], [false, "BPMN_UNKNOWN_ELEMENT"]);
  });

  it("what the engine cannot run is refused by name", async () => {
    const scripted = shipped
      .replace(
        '<bpmn:businessRuleTask id="determineOwner"',
        '<bpmn:scriptTask id="determineOwner" scriptFormat="javascript"',
      )
      .replace("</bpmn:businessRuleTask>", "</bpmn:scriptTask>");
    await save(scripted);
    const { body } = await publish();
    assert.equal(body.published, false);
    const about = body.problems.filter((each) => each.elementId === "determineOwner").map((each) => each.zh);
    assert.ok(
      about.some((zh) => /^脚本任务“.+”的表达式语言“javascript”不受支持/.test(zh)),
      about.join("\n"),
    );
  });
});
