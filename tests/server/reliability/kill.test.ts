/** R1, R11: kill -9 while people send; every acknowledged report is there once, and every case can go on. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import type { SubmissionAccepted } from "../../../server/contract/types.ts";
import { openStore } from "../../../server/store/index.ts";
import { writeSetting } from "../../../server/store/settings.ts";
import { newId, reportRequest } from "../../support/reports.ts";
import { spawnServer, type ServerProcess } from "../../support/server-process.ts";
import { startTestServer, type Client } from "../../support/server.ts";
import { temporaryFolder } from "../../support/stores.ts";
import { complete } from "../../support/work.ts";

const KILLS = 15;
const REPORTS = 200;
const CLIENTS = 8;

interface Sent {
  readonly body: string;
  readonly id: string;
  answer: SubmissionAccepted | undefined;
}

/** People, places and one worker's session, without the demo's cases. */
async function prepare(dataDir: string): Promise<{ readonly worker: Client; readonly reports: readonly Sent[] }> {
  const server = await startTestServer({ dataDir });
  const worker = await server.as("gridWorker", "xingfuGrid1");
  const { photos: _photos, ...data } = (await reportRequest(worker, { matter: "noise" })).data;
  const { body: form } = await worker.get<{ version: number }>("/forms/eventReport");
  await server.running.container.store.write((tx) => writeSetting(tx, "demoLoaded", "all"));
  await server.stop();
  const reports = Array.from({ length: REPORTS }, (_, index) => {
    const id = newId();
    const own = { ...data, description: `夜间施工噪声扰民，第 ${index + 1} 次反映` };
    const request = { id, form: "eventReport", formVersion: form.version, placeCode: data.place, data: own };
    return { id, body: JSON.stringify(request), answer: undefined };
  });
  return { worker, reports };
}

async function send(url: string, worker: Client, report: Sent): Promise<void> {
  const response = await fetch(`${url}/api/submissions`, {
    method: "POST",
    headers: {
      cookie: worker.cookie,
      "x-csrf-token": worker.session.csrfToken,
      "content-type": "application/json",
    },
    body: report.body,
  });
  const text = await response.text();
  assert.equal(response.status, 201, text);
  report.answer = JSON.parse(text) as SubmissionAccepted;
}

/** Sends what is not acknowledged yet until the server dies or nothing is left. */
async function sendAll(url: string, worker: Client, reports: readonly Sent[]): Promise<void> {
  const left = reports.filter((report) => report.answer === undefined);
  const client = async () => {
    for (let report = left.shift(); report !== undefined; report = left.shift()) {
      try {
        await send(url, worker, report);
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

describe("kill -9 in the middle of submissions", function () {
  this.timeout(300_000);
  const dataDir = temporaryFolder();
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  it("keeps every acknowledged report once, through fifteen kills", async () => {
    const { worker, reports } = await prepare(dataDir);
    // Every round opens a part of the reports, so that each kill meets some on their way.
    for (let round = 1; round <= KILLS; round++) {
      const server: ServerProcess = await spawnServer(dataDir);
      const sending = sendAll(server.url, worker, reports.slice(0, Math.ceil((REPORTS * round) / KILLS)));
      await new Promise((resolve) => setTimeout(resolve, 10 + ((round * 37) % 120)));
      await server.kill("SIGKILL");
      await sending;
    }
    const last = await spawnServer(dataDir);
    await sendAll(last.url, worker, reports);
    await last.kill("SIGTERM");
    assert.ok(reports.every((report) => report.answer !== undefined));
    await checkStored(dataDir, reports);
  });

  it("lets every case go on", async () => {
    const server = await startTestServer({ dataDir });
    try {
      const { store } = server.running.container;
      const watcher = await server.as("dispatcher", "nanyuan");
      const cases = await store.read.all<{ id: string }>("SELECT id FROM case_ ORDER BY number");
      assert.equal(cases.length, REPORTS);
      for (const { id } of cases.filter((_, index) => index % 8 === 0))
        await complete(server, watcher, id, { decision: "accept" });
    } finally {
      await server.stop();
    }
  });
});

async function checkStored(dataDir: string, reports: readonly Sent[]): Promise<void> {
  const store = await openStore({ dataDir });
  try {
    const cases = await store.read.all<{ id: string; report_id: string }>("SELECT id, report_id FROM case_");
    const submissions = await store.read.all<{ id: string }>("SELECT id FROM submission");
    assert.equal(submissions.length, REPORTS);
    const stored = new Map(cases.map((row) => [row.report_id, row.id]));
    assert.deepEqual([cases.length, stored.size], [REPORTS, REPORTS]);
    for (const { id, answer } of reports) assert.equal(stored.get(id), answer?.case?.id);
    const [integrity] = await store.read.all("PRAGMA integrity_check");
    assert.deepEqual(Object.values(integrity ?? {}), ["ok"]);
    assert.deepEqual(await store.read.all("PRAGMA foreign_key_check"), []);
    const [numbers] = await store.read.all<{ n: number }>("SELECT count(DISTINCT number) AS n FROM case_");
    assert.equal(numbers?.n, REPORTS);
  } finally {
    await store.close();
  }
}
