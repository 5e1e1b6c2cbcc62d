import assert from "node:assert/strict";
import type { CaseDetail } from "../../server/contract/types.ts";
import { hasPostgres, newPostgresDatabase } from "../support/postgres.ts";
import { sendReport } from "../support/reports.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { complete } from "../support/work.ts";

if (hasPostgres)
  describe("the server on PostgreSQL", function () {
    this.timeout(120_000);
    let server: TestServer;
    before(async () => {
      server = await startTestServer({ databaseUrl: await newPostgresDatabase() });
    });
    after(() => server.stop());

    it("takes a case from report to closure, with files, sessions and notices", async () => {
      const finder = await server.as("gridWorker", "xingfuGrid1");
      const dispatcher = await server.as("dispatcher", "nanyuan");
      const { status, body } = await sendReport(finder);
      assert.equal(status, 201, JSON.stringify(body));
      const caseId = body.case?.id ?? "";
      await complete(server, dispatcher, caseId, { decision: "accept" });
      await complete(server, dispatcher, caseId, {
        outcome: "done",
        result: "已疏通管道，路面清洗干净",
        photos: "after",
      });
      await complete(server, dispatcher, caseId, { outcome: "pass", opinion: "路面干净", photos: "after" });
      const { body: shown } = await dispatcher.get<CaseDetail>(`/cases/${caseId}`);
      if (shown.openTasks.length > 0)
        await complete(server, dispatcher, caseId, { outcome: "close", opinion: "符合结案条件" });
      await server.running.container.runtime.settle();
      assert.equal((await dispatcher.get<CaseDetail>(`/cases/${caseId}`)).body.summary.state, "closed");
      assert.ok((await finder.get<{ unread: number }>("/notices")).body.unread > 0);
    });
  });
