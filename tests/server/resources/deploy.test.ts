import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { DefinitionDetail, DefinitionSummary, DeployResult, Problem } from "../../../server/contract/types.ts";
import { startTestServer, type Client, type Failure, type TestServer } from "../../support/server.ts";

const city = (path: string) => readFileSync(new URL(`../../../definitions/city/${path}`, import.meta.url), "utf8");

interface FormFile {
  readonly schema: { readonly properties: Readonly<Record<string, unknown>> };
  readonly messages: { readonly en: Readonly<Record<string, unknown>> };
}

describe("deploying an uploaded definition", function () {
  this.timeout(60_000);
  let server: TestServer;
  let designer: Client;
  before(async () => {
    server = await startTestServer();
    designer = await server.as("designer", "yunjin");
  });
  after(() => server.stop());

  const deploy = (kind: string, content: string, more: object = {}) =>
    designer.post<DeployResult & Failure>("/definitions", { kind, pack: "yunjin", content, ...more });
  const versions = async () =>
    (await designer.get<readonly DefinitionSummary[]>("/definitions")).body.map(
      ({ pack, kind, key, version }) => `${pack} ${kind} ${key} ${version}`,
    );
  /** Problems, whether the answer is a result with problems or a failure. */
  const problemsOf = ({ problems, error }: DeployResult & Failure): readonly Problem[] =>
    problems ?? [{ code: error.code, zh: error.zh, en: error.en }, ...(error.problems ?? [])];

  const flow = city("processes/eventLoop.bpmn");
  const form = JSON.parse(city("forms/signFor.json")) as FormFile;
  const withField = (field: object) =>
    JSON.stringify({
      ...form,
      schema: { ...form.schema, properties: { ...form.schema.properties, extra: field } },
      messages: { ...form.messages, en: { ...form.messages.en, extra: { title: "Remark" } } },
    });

  const refused: readonly (readonly [string, string, string, RegExp])[] = [
    [
      "BPMN with an element that the engine cannot run",
      "process",
      flow.replace(/<bpmn:userTask id="signFor"/, '<bpmn:manualTaskX id="strange" /><bpmn:userTask id="signFor"'),
      /ManualTaskX/i,
    ],
    [
      "BPMN with a DOCTYPE",
      "process",
      flow.replace("<bpmn:definitions", '<!DOCTYPE x [<!ENTITY e "boom">]><bpmn:definitions'),
      /DOCTYPE/i,
    ],
    ["broken XML", "process", flow.slice(0, 500), /可读的 BPMN/],
    ["a form that does not compile", "form", withField({ type: "objekt" }), /type|schema/i],
    [
      "a form with an evil expression",
      "form",
      withField({ type: "string", title: "备注", pattern: "(?=a)", maxLength: 9 }),
      /pattern|expression|正则/,
    ],
    ["a form that is no JSON", "form", '{"key": ', /JSON/],
  ];
  for (const [what, kind, content, words] of refused)
    it(`refuses ${what} with a clear problem and stores nothing`, async () => {
      const before = await versions();
      const { status, body } = await deploy(kind, content);
      const problems = problemsOf(body);
      assert.ok(status === 201 ? !body.deployed : status >= 400 && status < 500, `${status}`);
      assert.ok(
        problems.some((problem) => words.test(JSON.stringify(problem))),
        JSON.stringify(problems),
      );
      assert.ok(
        problems.every((problem) => /\p{Script=Han}/u.test(problem.zh) && problem.en.length > 0),
        JSON.stringify(problems),
      );
      assert.deepEqual(await versions(), before);
    });

  it("publishes a changed form as the next version; the old one stays readable", async () => {
    const content = withField({ type: "string", title: "备注", maxLength: 100 });
    const checked = await deploy("form", content, { checkOnly: true });
    assert.deepEqual([checked.status, checked.body.deployed], [201, false]);
    const { status, body } = await deploy("form", content, { note: "加备注" });
    assert.deepEqual([status, body.deployed, body.key], [201, true, "signFor"], JSON.stringify(body));
    const { body: detail } = await designer.get<DefinitionDetail>("/definitions/yunjin/form/signFor");
    assert.equal(detail.summary.version, body.version);
    assert.ok(detail.versions.length >= 2 && detail.versions.some((each) => each.note === "加备注"));
    const old = await designer.get<DefinitionDetail>(
      `/definitions/yunjin/form/signFor?version=${(body.version ?? 0) - 1}`,
    );
    assert.ok(!old.body.content.includes("备注"));
    const worker = await server.as("gridWorker", "xingfuGrid1");
    assert.equal((await worker.get<{ version: number }>("/forms/signFor")).body.version, body.version);
  });

  it("is not for grid workers, dispatchers or auditors", async () => {
    for (const role of ["gridWorker", "dispatcher", "auditor"]) {
      const client = await server.as(role);
      const { status } = await client.post("/definitions", { kind: "form", pack: "yunjin", content: "{}" });
      assert.equal(status, 403, role);
    }
  });
});
