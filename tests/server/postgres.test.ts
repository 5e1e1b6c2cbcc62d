import assert from "node:assert/strict";
import type { CaseDetail, CasePage, ResidentContact } from "../../server/contract/types.ts";
import { hasPostgres, newPostgresDatabase } from "../support/postgres.ts";
import { ResidentPhone } from "../support/residents.ts";
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

if (hasPostgres)
  describe("two nodes on one PostgreSQL", function () {
    this.timeout(120_000);
    let nodes: readonly TestServer[];
    before(async () => {
      const databaseUrl = await newPostgresDatabase();
      const first = await startTestServer({ databaseUrl });
      nodes = [first, await startTestServer({ databaseUrl })];
    });
    after(() => Promise.all(nodes.map((node) => node.stop())));

    it("hold a flood of residents' reports together: what one has counted the other knows", async () => {
      const send = (index: number) => {
        const node = nodes[index % 2];
        assert.ok(node);
        return new ResidentPhone(node).report({ code: "binjiangGrid1" });
      };
      const statuses: number[] = [];
      for (let n = 0; n < 36; n += 4)
        statuses.push(...(await Promise.all([n, n + 1, n + 2, n + 3].map(send))).map((sent) => sent.status));
      const { store, catalogue } = nodes[0]?.running.container ?? assert.fail("a node runs");
      const limit = catalogue.residents("beihe")?.limits["address"]?.count;
      assert.equal(statuses.filter((status) => status === 201).length, limit);
      assert.equal(statuses.filter((status) => status === 429).length, 36 - (limit ?? 0));
      const [row] = await store.read.all<{ n: number }>("SELECT count(*) AS n FROM case_ WHERE channel = 'resident'");
      assert.equal(Number(row?.n), limit);
    });

    it("show a report that the other took", async () => {
      const [one, other] = nodes;
      assert.ok(one && other);
      const phone = new ResidentPhone(one);
      const { body, status } = await phone.report({ code: "hepingGrid1", phone: "13812345678" });
      assert.equal(status, 201, JSON.stringify(body));
      assert.equal((await new ResidentPhone(other).progress(body.token)).body.number, body.number);
      const dispatcher = await other.as("dispatcher", "nanyuan");
      const { body: found } = await dispatcher.get<CasePage>(`/cases?q=${encodeURIComponent(body.number)}`);
      const shown = await dispatcher.post<ResidentContact>(`/cases/${found.items[0]?.id ?? ""}/contact`, {
        reason: "回访核实",
      });
      assert.equal(shown.body.phone, "13812345678");
    });
  });
