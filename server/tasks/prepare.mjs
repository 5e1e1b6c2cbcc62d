/**
 * What `npm start` and `npm test` do before anything else: install what is missing and build what is stale.
 * Plain JavaScript over Node's own modules, because it runs before the dependencies are there.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const installedMark = join(root, "node_modules", ".gridloom-installed");
const builtMark = join(root, "dist", ".built");

/** Says what is being done, in both languages: the first start takes minutes. */
export function say(zh, en) {
  process.stdout.write(`${zh}  ${en}\n`);
}

function fail(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exit(1);
}

export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `需要 Node.js 20.19 或更高版本，当前是 ${process.versions.node}。`,
    `Node.js 20.19 or newer is needed; this is ${process.versions.node}.`,
  );
}

/** Runs a tool to its end; its output is shown only when it fails. */
export function run(command, args, environment = {}) {
  const child = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (child.status === 0) return child.stdout;
  process.stderr.write(`${child.stdout ?? ""}${child.stderr ?? ""}${child.error ? `${child.error.message}\n` : ""}`);
  return fail(`失败：${command} ${args.join(" ")}`, `Failed: ${command} ${args.join(" ")}`);
}

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .update(process.versions.modules)
    .digest("hex");
}

/** Installs exactly what the lock file says, once for each lock file. */
export function install() {
  const wanted = lockHash();
  if (existsSync(installedMark) && readFileSync(installedMark, "utf8") === wanted) return;
  refuseLinked();
  say(
    "正在安装依赖（首次约 2–4 分钟，sqlite3 可能需要编译）…",
    "Installing dependencies (2–4 minutes the first time; sqlite3 may be compiled)…",
  );
  run("npm", ["ci", "--no-audit", "--no-fund"]);
  writeFileSync(installedMark, wanted);
}

/** `npm ci` empties what it finds, through a link too: another checkout would lose its dependencies. */
function refuseLinked() {
  const folder = join(root, "node_modules");
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  fail(
    "node_modules 是一个链接，且与 package-lock.json 不一致。请删除该链接后重试。",
    "node_modules is a link and does not match package-lock.json. Remove the link and try again.",
  );
}

function newest(path) {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), entry.mtimeMs);
}

/** Builds server and screens when a source is newer than the last build. */
export function build() {
  const sources = ["engine", "server", "designer", "package-lock.json", "tsconfig.json"];
  const latest = Math.max(...sources.map((name) => newest(join(root, name))));
  if (existsSync(builtMark) && statSync(builtMark).mtimeMs > latest) return;
  say("正在构建服务器和页面…", "Building server and screens…");
  const bin = (name) => join(root, "node_modules", ".bin", name);
  run(bin("tsc"), ["-p", "server/tsconfig.json"]);
  run(bin("vite"), ["build", "--config", "designer/vite.config.ts", "--logLevel", "warn"]);
  run(process.execPath, ["server/tasks/build-validator-runtime.mjs"]);
  mkdirSync(dirname(builtMark), { recursive: true });
  writeFileSync(builtMark, new Date().toISOString());
}
