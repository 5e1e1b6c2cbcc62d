import assert from "node:assert/strict";
import type {
  CaseDetail,
  CasePage,
  DefinitionSummary,
  DemoPerson,
  Home,
  NoticePage,
  Submission,
  Task,
  TaskPage,
} from "../../../server/contract/types.ts";
import { startTestServer, type Client, type TestServer } from "../../support/server.ts";

/** The server of the tests answers 500 when an answer breaks the contract: each 200 below is also a contract check. */
describe("the living city through the API", function () {
  this.timeout(120_000);
  let server: TestServer;
  let chosen: readonly DemoPerson[];
  before(async () => {
    server = await startTestServer({ city: true });
    const seen = new Set<string>();
    chosen = (await server.people()).filter((person) => {
      const key = `${person.role}@${person.street}`;
      return !seen.has(key) && seen.add(key);
    });
  });
  after(() => server.stop());

  async function ok<T>(client: Client, path: string): Promise<T> {
    const { status, body } = await client.get<T>(path);
    assert.equal(status, 200, `${path} ${JSON.stringify(body)}`);
    return body;
  }

  it("answers every person's pages within the contract", async () => {
    for (const { id, role } of chosen) {
      const client = await server.asPerson(id);
      await ok<NoticePage>(client, "/notices");
      await ok<Home>(client, "/home");
      if (!client.session.permissions.includes("case.read")) continue;
      for (const view of ["todo", "toSign", "dueSoon", "overdue", "done", "all"])
        await ok<TaskPage>(client, `/tasks?view=${view}&limit=200`);
      await ok<readonly Submission[]>(client, "/submissions?limit=200");
      const { items } = await ok<CasePage>(client, "/cases?limit=200");
      if (role !== "dispatcher") continue;
      for (const { id: caseId } of items.slice(0, 60)) {
        await ok<CaseDetail>(client, `/cases/${caseId}`);
        await ok(client, `/cases/${caseId}/diagram`);
      }
    }
  });

  it("opens every open task for those who may take it, with its form", async () => {
    let opened = 0;
    for (const { id, role } of chosen.filter(
      (person) => !["auditor", "designer", "systemAdmin", "securityAdmin"].includes(person.role),
    )) {
      const client = await server.asPerson(id);
      const { items } = await ok<TaskPage>(client, "/tasks?view=todo&limit=200");
      for (const item of items) {
        const task = await ok<Task>(client, `/tasks/${item.street}/${item.id}`);
        assert.ok(task.form !== undefined, `${role} ${item.name}`);
        assert.equal(task.actions.length > 0, !item.case.suspended, `${role} ${item.name} ${task.actions.join()}`);
        opened++;
      }
    }
    assert.ok(opened > 20, `${opened}`);
  });

  it("pages through all cases of a street, each once, in every filter", async () => {
    const dispatcher = await server.as("dispatcher", "nanyuan");
    const { total } = await ok<CasePage>(dispatcher, "/cases?limit=1");
    const seen = new Set<string>();
    let path: string | undefined = "/cases?limit=7";
    while (path !== undefined) {
      const page: CasePage = await ok<CasePage>(dispatcher, path);
      for (const item of page.items) assert.ok(!seen.has(item.id) && seen.add(item.id));
      path = page.next === undefined ? undefined : `/cases?limit=7&cursor=${encodeURIComponent(page.next)}`;
    }
    assert.equal(seen.size, total);
    for (const filter of [
      "state=closed",
      "level=street",
      "overdue=true",
      "matter=sewerBlocked",
      "q=%E4%B8%8B%E6%B0%B4%E9%81%93",
    ])
      assert.ok((await ok<CasePage>(dispatcher, `/cases?${filter}`)).total < total, filter);
  });

  it("lets content people see every definition with its versions and diagram", async () => {
    const designer = await server.as("designer", "yunjin");
    const all = await ok<readonly DefinitionSummary[]>(designer, "/definitions");
    assert.ok(all.length > 30);
    for (const { pack, kind, key } of all) await ok(designer, `/definitions/${pack}/${kind}/${key}`);
  });

  it("prints a QR code for a place and finds the place behind it", async () => {
    const worker = await server.as("gridWorker", "xingfuGrid1");
    const { body } = await worker.get<string>("/places/XF1-0101/qr.svg");
    assert.match(body, /^<svg .*<\/svg>\s*$/s);
    assert.equal((await ok<{ grid: string }>(worker, "/places/XF1-0101")).grid, "xingfuGrid1");
  });
});
