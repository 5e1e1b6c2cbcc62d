/**
 * Submissions and task completions over HTTP with 64 clients, SQLite with fsync before the answer, against a bare
 * Express JSON POST of the same body with the same client in the same run.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, statSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { packageRoot } from "../../server/config.ts";
import { openStore } from "../../server/store/index.ts";
import { writeSetting } from "../../server/store/settings.ts";
import { newId, reportRequest } from "../support/reports.ts";
import { spawnServer } from "../support/server-process.ts";
import { startTestServer, type Client } from "../support/server.ts";
import { temporaryFolder } from "../support/stores.ts";
import type { BenchRow } from "./bench-row.ts";

const CLIENTS = 64;
const WARM = 300;
const COUNT = 3_000;

interface Post {
  readonly path: string;
  readonly body: string;
  readonly client?: Client;
}

interface Measured {
  readonly perSecond: number;
  /** Milliseconds of each answer. */
  readonly times: readonly number[];
}

function post(url: string, agent: Agent, { path, body, client }: Post): Promise<number> {
  const began = performance.now();
  const headers = {
    ...{ "content-type": "application/json", "content-length": Buffer.byteLength(body) },
    ...(client === undefined ? {} : { cookie: client.cookie, "x-csrf-token": client.session.csrfToken }),
  };
  return new Promise((resolve, reject) => {
    const sending = request(url + path, { method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => {
        if ((answer.statusCode ?? 500) >= 300) reject(new Error(`Expected success from ${path}: ${answer.statusCode}`));
        else resolve(performance.now() - began);
      });
    });
    sending.once("error", reject);
    sending.end(body);
  });
}

async function run(url: string, posts: readonly Post[]): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const left = posts.values();
  const times: number[] = [];
  const client = async () => {
    for (const one of left) times.push(await post(url, agent, one));
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  agent.destroy();
  return times;
}

async function measure(url: string, posts: readonly Post[]): Promise<Measured> {
  await run(url, posts.slice(0, WARM));
  const began = performance.now();
  const times = await run(url, posts.slice(WARM));
  return { perSecond: (times.length / (performance.now() - began)) * 1_000, times };
}

const bareServer = `import express from "express";
const app = express();
app.use(express.json());
app.post("/", (request, response) => response.status(201).json({ id: request.body.id }));
const server = app.listen(0, "127.0.0.1", () => console.log(server.address().port));`;

async function floor(body: string): Promise<Measured> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", bareServer], { cwd: packageRoot() });
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  const posts = Array.from({ length: WARM + COUNT * 2 }, () => ({ path: "/", body }));
  const measured = await measure(`http://127.0.0.1:${String(port).trim()}`, posts);
  child.kill();
  return measured;
}

interface Prepared {
  readonly submissions: readonly Post[];
  readonly handler: Client;
}

async function prepare(dataDir: string): Promise<Prepared> {
  const server = await startTestServer({ dataDir, at: new Date().toISOString() });
  const worker = await server.as("gridWorker", "xingfuGrid1");
  const report = await reportRequest(worker, { matter: "noise" });
  const { photos: _photos, ...data } = report.data;
  const handler = await server.as("handler", "nanyuanPolice");
  await server.running.container.store.write((tx) => writeSetting(tx, "demoLoaded", "all"));
  await server.stop();
  const submissions = Array.from({ length: WARM + COUNT }, () => ({
    ...{ path: "/api/submissions", client: worker },
    body: JSON.stringify({ ...report, id: newId(), data }),
  }));
  return { submissions, handler };
}

async function completionsOf(dataDir: string, handler: Client): Promise<readonly Post[]> {
  const store = await openStore({ dataDir });
  const tasks = await store.read.all<{ id: string }>("SELECT id FROM task WHERE status = 'open' ORDER BY id");
  await store.close();
  return tasks.map(({ id }) => ({
    ...{ path: `/api/tasks/nanyuan/${id}/complete`, client: handler },
    body: JSON.stringify({ submissionId: newId(), data: { decision: "accept" } }),
  }));
}

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;

const sizeOf = (dataDir: string) => statSync(join(dataDir, "gridloom.sqlite")).size;

function rowsOf(name: string, measured: Measured, bare: Measured): BenchRow[] {
  return [
    {
      ...{ name: `${name}, share of a bare Express POST`, value: measured.perSecond / bare.perSecond, unit: "×" },
      ...{ better: "higher", bar: 0.25, samples: [measured.perSecond, bare.perSecond] },
    },
    { name, value: measured.perSecond, unit: "/s", better: "higher", samples: measured.times },
    {
      name: `${name}, p99`,
      value: percentile(measured.times, 0.99),
      unit: "ms",
      better: "lower",
      bar: 100,
      samples: [],
    },
  ];
}

export async function bench(): Promise<BenchRow[]> {
  const dataDir = temporaryFolder();
  try {
    const { submissions, handler } = await prepare(dataDir);
    const bare = await floor(submissions[0]?.body ?? "");
    const server = await spawnServer(dataDir);
    const before = sizeOf(dataDir);
    const sent = await measure(server.url, submissions);
    const completed = await measure(server.url, await completionsOf(dataDir, handler));
    await server.kill("SIGTERM");
    const perCase = (sizeOf(dataDir) - before) / submissions.length;
    return [
      ...rowsOf("submissions over HTTP", sent, bare),
      ...rowsOf("task completions over HTTP", completed, bare),
      { name: "bare Express POST", value: bare.perSecond, unit: "/s", better: "higher", samples: bare.times },
      { name: "database size of a case", value: perCase / 1_024, unit: "KiB", better: "lower", samples: [] },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
