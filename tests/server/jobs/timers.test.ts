/** R14: what came due while the server was down fires once, and again does not fire. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import type { CaseDetail } from "../../../server/contract/types.ts";
import { sendReport } from "../../support/reports.ts";
import { startTestServer, type TestServer } from "../../support/server.ts";
import { temporaryFolder } from "../../support/stores.ts";

const rungs = (server: TestServer, caseId: string) =>
  server.running.container.store.read.all<{ body: string }>(
    "SELECT body FROM event WHERE instance_id = $1 AND type = 'rungReached' ORDER BY seq",
    [caseId],
  );

describe("timers due while the server is down", function () {
  this.timeout(120_000);
  const dataDir = temporaryFolder();
  after(() => rmSync(dataDir, { recursive: true, force: true }));
  let caseIds: readonly string[] = [];

  it("are rows before it stops", async () => {
    const server = await startTestServer({ dataDir, at: "2026-11-23T10:00:00+08:00" });
    const worker = await server.as("gridWorker", "xingfuGrid1");
    const reports = await Promise.all(Array.from({ length: 20 }, () => sendReport(worker, { matter: "noise" })));
    caseIds = reports.map((report) => report.body.case?.id ?? "");
    const [timers] = await server.running.container.store.read.all<{ n: number }>("SELECT count(*) AS n FROM timer");
    assert.ok((timers?.n ?? 0) >= 20);
    assert.deepEqual(await rungs(server, caseIds[0] ?? ""), []);
    await server.stop();
  });

  it("fire once after it starts, and cards and notices follow", async () => {
    const server = await startTestServer({ dataDir, at: "2026-11-26T10:00:00+08:00" });
    await server.running.container.runtime.settle();
    const reached = await Promise.all(caseIds.map((id) => rungs(server, id)));
    for (const rows of reached) {
      const ids = rows.map((row) => {
        const { elementId, rungId } = JSON.parse(row.body) as { elementId: string; rungId: string };
        return `${elementId} ${rungId}`;
      });
      assert.ok(ids.length > 0);
      assert.equal(new Set(ids).size, ids.length, "each rung once");
    }
    const handler = await server.as("handler", "nanyuanPolice");
    const { body: shown } = await handler.get<CaseDetail>(`/cases/${caseIds[0] ?? ""}`);
    assert.equal(shown.summary.deadline?.light, "red");
    const [notices] = await server.running.container.store.read.all<{ n: number }>(
      "SELECT count(*) AS n FROM notice WHERE person_id = $1",
      [handler.id],
    );
    assert.ok((notices?.n ?? 0) >= 20);
    const before = reached.flat().length;
    await server.stop();
    const again = await startTestServer({ dataDir, at: "2026-11-26T10:00:00+08:00" });
    await again.running.container.runtime.settle();
    const after = (await Promise.all(caseIds.map((id) => rungs(again, id)))).flat().length;
    assert.equal(after, before);
    await again.stop();
  });

  it("do not fire before their time", async () => {
    const server = await startTestServer({ at: "2026-11-23T10:00:00+08:00" });
    const worker = await server.as("gridWorker", "xingfuGrid1");
    await sendReport(worker, { matter: "noise" });
    const { runtime } = server.running.container;
    const next = (await runtime.nextTimerAt()) ?? 0;
    server.clock.advance(next - server.clock.now() - 1);
    assert.equal(await runtime.settle(), 0);
    server.clock.advance(1);
    assert.equal(await runtime.settle(), 1);
    await server.stop();
  });
});
