import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { loadDemo } from "../../../server/demo/index.ts";
import { drawPhoto } from "../../../server/demo/pictures.ts";
import { seeded } from "../../../server/demo/random.ts";
import { killedServer } from "../../support/server-process.ts";
import { startTestServer, type TestServer } from "../../support/server.ts";
import { temporaryFolder } from "../../support/stores.ts";

describe("the demo city", function () {
  this.timeout(180_000);
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ city: true });
  });
  after(() => server.stop());

  const count = async (table: string, where = "1 = 1") => {
    const { store } = server.running.container;
    const [row] = await store.read.all<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`);
    return row?.n ?? 0;
  };

  it("has at least 120 cases over 60 days in both streets, open and closed", async () => {
    for (const street of ["nanyuan", "beihe"]) {
      assert.ok((await count("case_", `street_id = '${street}' AND closed_at IS NULL`)) >= 10, street);
      assert.ok((await count("case_", `street_id = '${street}' AND closed_at IS NOT NULL`)) >= 30, street);
    }
    assert.ok((await count("case_")) >= 120);
  });

  const conditions = {
    returned: "returns > 0",
    reworked: "reworks > 0",
    "with a yellow card": "yellow > 0",
    "with a red card": "red > 0",
    escalated: "level IN ('community', 'street', 'district')",
    supervised: "supervised = 1",
    suspended: "suspended = 1",
    cancelled: "outcome = 'cancelled'",
    dismissed: "state = 'dismissed'",
    "reported by residents": "channel = 'resident'",
    "that residents are satisfied with": "rating = 'satisfied' AND closed_at IS NOT NULL",
    "reopened by a dissatisfied resident": "reopens = 1",
  };
  for (const [words, where] of Object.entries(conditions))
    it(`has cases ${words}`, async () => assert.ok((await count("case_", where)) > 0));

  it("has somebody waiting at every kind of work", async () => {
    const { store } = server.running.container;
    const rows = await store.read.all<{ form_key: string }>("SELECT DISTINCT form_key FROM task WHERE status = 'open'");
    const forms = rows.map((row) => row.form_key);
    for (const form of ["signFor", "disposal", "verification", "ownerDecision", "redispatch", "extensionApproval"])
      assert.ok(forms.includes(form), form);
  });

  it("leaves nobody who works on cases with an empty list", async () => {
    const working = ["gridWorker", "gridLeader", "communityAcceptor", "dispatcher", "handler", "verifier", "leader"];
    const idle: string[] = [];
    for (const person of await server.people()) {
      const client = await server.asPerson(person.id);
      const [grant] = client.session.grants;
      if (grant === undefined || !working.includes(grant.role)) continue;
      const { body } = await client.get<{ total: number }>("/tasks?view=todo&limit=1");
      if (body.total === 0) idle.push(`${grant.unit}/${grant.role}`);
    }
    assert.deepEqual(idle, []);
  });

  it("leaves no incident, no failed job and no timer that should have fired", async () => {
    assert.equal(await count("incident"), 0);
    assert.equal(await count("job"), 0);
    assert.equal(await count("timer", `due_at <= ${server.clock.now()}`), 0);
  });

  it("has patrols and visits beside the reports", async () => {
    for (const form of ["dailyPatrol", "householdCollection"])
      assert.ok((await count("submission", `form_key = '${form}'`)) >= 50, form);
  });

  it("is not loaded twice", async () => {
    const before = await count("case_");
    await loadDemo(server.running.container, { cases: true });
    assert.equal(await count("case_"), before);
  });
});

describe("a demo city that was interrupted while loading", function () {
  this.timeout(180_000);

  it("is loaded anew by the next start, whole", async () => {
    const dataDir = temporaryFolder();
    const mark = join(dataDir, "demo-loading");
    await killedServer(dataDir, () => existsSync(mark));
    assert.ok(existsSync(mark), "it was killed while loading");
    const server = await startTestServer({ city: true, dataDir });
    const { store } = server.running.container;
    const [cases] = await store.read.all<{ n: number }>("SELECT count(*) AS n FROM case_");
    await server.stop();
    assert.ok((cases?.n ?? 0) >= 120, "every case is there");
    assert.equal(existsSync(mark), false);
    rmSync(dataDir, { recursive: true, force: true });
  });
});

describe("chance in the demo", () => {
  it("comes out the same every time", () => {
    const [one, other] = [seeded(7), seeded(7)];
    assert.deepEqual(
      Array.from({ length: 20 }, () => one.int(1, 6)),
      Array.from({ length: 20 }, () => other.int(1, 6)),
    );
  });

  it("draws PNG files, the same street with and without the trouble", () => {
    const [before, after] = [drawPhoto("publicUtilities", 3, "before"), drawPhoto("publicUtilities", 3, "after")];
    for (const bytes of [before, after]) assert.equal(Buffer.from(bytes.subarray(1, 4)).toString(), "PNG");
    assert.notDeepEqual(before, after);
  });
});
