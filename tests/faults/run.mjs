/**
 * `npm run faults [NAME …]`: each fault of this folder is put into a copy of the engine, and the test it names must find
 * it; without the fault the same test must pass (decided.md 26).
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const root = join(folder, "..", "..");

/** A patch says above its diff which test must fail: `test: FILE` and `grep: WORDS OF ITS NAME`. */
export function faults() {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".patch"))
    .map((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      const [, test] = /^test: (.+)$/m.exec(text) ?? [];
      const [, grep] = /^grep: (.+)$/m.exec(text) ?? [];
      return { name: name.slice(0, -".patch".length), path: join(folder, name), test, grep };
    });
}

/** Whether a patch fits the tree in `at`; with `isTried` nothing is changed. */
export function apply(path, at, isTried) {
  const check = isTried ? ["--check"] : [];
  return spawnSync("git", ["apply", "-C1", ...check, path], { cwd: at, encoding: "utf8" });
}

function copyOfTree() {
  const copy = mkdtempSync(join(tmpdir(), "gridloom-fault-"));
  for (const part of ["engine", "tests/engine", "tests/support", "server", "definitions"]) {
    mkdirSync(dirname(join(copy, part)), { recursive: true });
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  for (const file of ["package.json", "tsconfig.json"]) cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

/** Whether the named test passes there; a test that is not found has not passed. */
function passes(at, { test, grep }) {
  const mocha = join(root, "node_modules", "mocha", "bin", "mocha.js");
  const options = ["--no-package", "--no-config", "--timeout", "60000", "--exit", "--reporter", "json"];
  const result = spawnSync(process.execPath, ["--import", "tsx", mocha, ...options, "--fgrep", grep, test], {
    cwd: at,
    encoding: "utf8",
    timeout: 120_000,
  });
  const [, passed] = /"passes": (\d+),/.exec(result.stdout) ?? [];
  return result.status === 0 && Number(passed) > 0;
}

function prove(fault) {
  const copy = copyOfTree();
  try {
    if (!passes(copy, fault)) return "the test does not pass without the fault";
    const applied = apply(fault.path, copy, false);
    if (applied.status !== 0) return `the patch does not fit: ${applied.stderr}`;
    return passes(copy, fault) ? "the test does not find the fault" : undefined;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  const chosen = faults().filter(({ name }) => asked.length === 0 || asked.includes(name));
  const failures = chosen.filter((fault) => {
    const problem = prove(fault);
    console.log(problem === undefined ? `found   ${fault.name}` : `FAILED  ${fault.name}: ${problem}`);
    return problem !== undefined;
  });
  console.log(`${chosen.length - failures.length} of ${chosen.length} faults found`);
  process.exit(failures.length === 0 && chosen.length > 0 ? 0 : 1);
}
