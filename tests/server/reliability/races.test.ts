/** R10, R11: several at once on one task, and one report sent many times. */
import assert from "node:assert/strict";
import type { CommandDone, SubmissionAccepted } from "../../../server/contract/types.ts";
import { newPostgresDatabase, hasPostgres } from "../../support/postgres.ts";
import { newId, reportRequest, sendReport } from "../../support/reports.ts";
import { startTestServer, type Client, type Failure, type TestServer } from "../../support/server.ts";
import { openTask, whoMay } from "../../support/work.ts";

const ROUNDS = 20;

const databases = [
  { name: "SQLite", url: async () => undefined },
  ...(hasPostgres ? [{ name: "PostgreSQL", url: () => newPostgresDatabase() }] : []),
];

for (const database of databases)
  describe(`many at once on ${database.name}`, function () {
    this.timeout(240_000);
    let server: TestServer;
    let worker: Client;
    let dispatcher: Client;
    before(async () => {
      const databaseUrl = await database.url();
      server = await startTestServer(databaseUrl === undefined ? {} : { databaseUrl });
      worker = await server.as("gridWorker", "xingfuGrid1");
      dispatcher = await server.as("dispatcher", "nanyuan");
    });
    after(() => server.stop());

    it("lets one of several complete a task; the others are told who and when", async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const { body: sent } = await sendReport(worker, { matter: "noise" });
        const caseId = sent.case?.id ?? "";
        const task = await openTask(dispatcher, caseId);
        const people = await Promise.all((await whoMay(server, task.street, task.id)).map((id) => server.asPerson(id)));
        const answers = await Promise.all(
          Array.from({ length: 6 }, (_, index) => {
            const person = people[index % people.length] as Client;
            const body = { submissionId: newId(), data: { decision: "accept" } };
            return person.post<CommandDone & Failure>(`/tasks/${task.street}/${task.id}/complete`, body);
          }),
        );
        const withStatus = (status: number) => answers.filter((each) => each.status === status).length;
        assert.deepEqual([withStatus(200), withStatus(409)], [1, 5]);
        for (const { body } of answers.filter((each) => each.status === 409)) {
          assert.equal(body.error.code, "TASK_ALREADY_COMPLETED");
          assert.ok(people.some((person) => person.session.person.name === body.error.details?.["by"]));
          assert.match(String(body.error.details?.["at"]), /^2026-11-23T/);
        }
        const rows = await server.running.container.store.read.all(
          "SELECT seq FROM event WHERE instance_id = $1 AND type = 'taskClosed'",
          [caseId],
        );
        assert.equal(rows.length, 1);
      }
    });

    it("stores a report once, however often and however it is sent again", async () => {
      const request = await reportRequest(worker, { matter: "noise" });
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => worker.post<SubmissionAccepted>("/submissions", request)),
      );
      assert.ok(answers.every((each) => each.status === 201));
      assert.equal(new Set(answers.map((each) => each.body.case?.id)).size, 1);
      assert.equal(answers.filter((each) => !each.body.repeated).length, 1);
      const other = { ...request, data: { ...request.data, description: "换了内容的同一编号" } };
      const refused = await worker.post<Failure>("/submissions", other);
      assert.deepEqual([refused.status, refused.body.error.code], [409, "SUBMISSION_CONTENT_DIFFERS"]);
    });

    it("answers a command that saw an older case with 409 and who changed it", async () => {
      const { body: sent } = await sendReport(worker, { matter: "noise" });
      const caseId = sent.case?.id ?? "";
      const first = await dispatcher.post(`/cases/${caseId}/suspend`, { reason: "等待材料", revision: 1 });
      assert.equal(first.status, 200);
      const second = await dispatcher.post<Failure>(`/cases/${caseId}/cancel`, { reason: "重复", revision: 1 });
      assert.deepEqual([second.status, second.body.error.code], [409, "STALE_REVISION"]);
      assert.equal(second.body.error.details?.["by"], dispatcher.session.person.name);
    });

    it("gives a command sent again under its key the first answer", async () => {
      const { body: sent } = await sendReport(worker, { matter: "noise" });
      const path = `/cases/${sent.case?.id ?? ""}/supervise`;
      const headers = { "idempotency-key": newId() };
      const first = await dispatcher.post(path, { requirement: "请尽快办理" }, headers);
      const again = await dispatcher.post(path, { requirement: "请尽快办理" }, headers);
      assert.deepEqual([first.status, again.status], [200, 200]);
      assert.deepEqual(again.body, first.body);
      const other = await dispatcher.post<Failure>(path, { requirement: "另一件事" }, headers);
      assert.equal(other.body.error.code, "IDEMPOTENCY_KEY_REUSED");
    });
  });
