import assert from "node:assert/strict";
import type { CaseDetail } from "../../../server/contract/types.ts";
import { sendReport } from "../../support/reports.ts";
import { startTestServer, type Failure, type TestServer } from "../../support/server.ts";
import { complete, openTask } from "../../support/work.ts";

describe("撤回, 催办, 强制结案", function () {
  this.timeout(60_000);
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  it("a step is taken back by who did it, tasks are urged within bounds, a case is closed by force", async () => {
    const worker = await server.as("gridWorker", "xingfuGrid1");
    const { body } = await sendReport(worker);
    const caseId = body.case?.id ?? "";
    assert.notEqual(caseId, "", JSON.stringify(body));
    const path = `/cases/${caseId}`;
    const [leader, dispatcher] = [await server.as("leader", "nanyuan"), await server.as("dispatcher", "nanyuan")];
    const reason = { reason: "居民再次来电" };

    const signed = await complete(server, leader, caseId, { decision: "accept" });
    const seen = (await signed.client.get<CaseDetail>(path)).body;
    assert.ok(seen.actions.includes("withdrawStep"), seen.actions.join());
    assert.ok(
      !(await leader.get<CaseDetail>(path)).body.actions.includes("withdrawStep"),
      "it was not the leader's step",
    );
    const notHis = await dispatcher.post<Failure>(`${path}/withdraw`, reason);
    assert.deepEqual([notHis.status, notHis.body.error.code], [409, "WITHDRAW_NOTHING"]);
    const taken = await signed.client.post(`${path}/withdraw`, reason);
    assert.equal(taken.status, 200, JSON.stringify(taken.body));
    assert.equal((await openTask(leader, caseId)).name, "签收");
    assert.equal((await openTask(leader, caseId)).assignee?.id, signed.client.id, "and is his again");

    assert.equal((await leader.post(`${path}/urge`, reason)).status, 200);
    const again = await leader.post<Failure>(`${path}/urge`, reason);
    assert.deepEqual([again.status, again.body.error.code], [409, "URGE_TOO_SOON"]);
    assert.equal((await worker.post(`${path}/urge`, reason)).status, 403);

    assert.equal((await dispatcher.post(`${path}/force-close`, reason)).status, 403);
    assert.equal((await leader.post(`${path}/force-close`, { reason: "区级专班已处置" })).status, 200);
    const { body: closed } = await leader.get<CaseDetail>(path);
    assert.deepEqual([closed.summary.stateTitle["zh-CN"], closed.openTasks], ["已结案", []]);
    const told = closed.timeline.map((line) => line.title["zh-CN"]);
    for (const title of ["撤回：签收", "催办：签收", "强制结案"]) assert.ok(told.includes(title), told.join("\n"));
    assert.ok(closed.timeline.some((line) => line.note === "区级专班已处置"));
  });
});
