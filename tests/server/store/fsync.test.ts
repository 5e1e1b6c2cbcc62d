/** R3: an acknowledged write is on the disk: between its bytes in the log and the answer lies an fsync. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../../server/config.ts";
import { temporaryFolder } from "../../support/stores.ts";

const WRITES = 20;
const hasStrace = spawnSync("strace", ["-f", "-o", "/dev/null", "true"]).status === 0;

/** A process that writes and says so on the standard output, which stands for the answer. */
const script = (synchronous: number) => `
import { openSqlite } from ${JSON.stringify(join(packageRoot(), "server", "store", "database.ts"))};
import { safePragmas } from ${JSON.stringify(join(packageRoot(), "server", "store", "sqlite-driver.ts"))};
import { storeOn } from ${JSON.stringify(join(packageRoot(), "server", "store", "store.ts"))};
import { writeSync } from "node:fs";
const pragmas = { ...safePragmas, synchronous: ${synchronous} };
const store = storeOn(await openSqlite(process.argv[2] + "/gridloom.sqlite", pragmas, pragmas));
await store.migrate();
for (let n = 0; n < ${WRITES}; n++) {
  writeSync(1, "begin " + n + "\\n");
  await store.writeShared(async (tx) => tx.insert("audit",
    { street_id: "nanyuan", id: "a" + n, at: n, actor: "x", action: "y", subject: "z", body: "{}" }));
  writeSync(1, "acknowledged " + n + "\\n");
}
await store.close();
`;

/** Out: how many acknowledgements had an fsync of the log since the write began. */
function synced(synchronous: number): number {
  const folder = temporaryFolder();
  try {
    const file = join(folder, "write.mts");
    const trace = join(folder, "trace");
    writeFileSync(file, script(synchronous));
    const filter = ["-f", "-o", trace, "-e", "trace=fsync,fdatasync,write"];
    const run = spawnSync("strace", [...filter, process.execPath, "--import", "tsx", file, folder], {
      cwd: packageRoot(),
      encoding: "utf8",
    });
    assert.equal(run.status, 0, run.stderr);
    return count(readFileSync(trace, "utf8").split("\n"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(lines: readonly string[]): number {
  let found = 0;
  let hasSynced = false;
  for (const line of lines) {
    if (/write\(1, "begin/.test(line)) hasSynced = false;
    if (/f(data)?sync\(\d+/.test(line) || /f(data)?sync resumed/.test(line)) hasSynced = true;
    if (/write\(1, "acknowledged/.test(line) && hasSynced) found += 1;
  }
  return found;
}

if (hasStrace)
  describe("fsync before the answer", function () {
    this.timeout(60_000);

    it("lies before every acknowledgement", () => {
      assert.equal(synced(2), WRITES);
    });

    it("is missed by this test when the database is careless", () => {
      assert.ok(synced(1) < WRITES);
    });
  });
else console.log("not run: strace (fsync before the answer)");
