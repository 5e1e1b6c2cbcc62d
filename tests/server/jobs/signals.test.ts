/** Signals between instances: each that waits gets one once, the one that sent it gets none back. */
import assert from "node:assert/strict";
import { dueSignals, fanOutSignal, removeSignal } from "../../../server/store/signals.ts";
import { sendReport } from "../../support/reports.ts";
import { startTestServer, type TestServer } from "../../support/server.ts";

describe("signals between instances", function () {
  this.timeout(120_000);
  let server: TestServer;
  let street = "";
  const cases: string[] = [];

  before(async () => {
    server = await startTestServer({ at: "2026-11-23T10:00:00+08:00" });
    const worker = await server.as("gridWorker", "xingfuGrid1");
    for (let count = 0; count < 3; count += 1) {
      const { body } = await sendReport(worker, { matter: "noise" });
      cases.push(body.case?.id ?? "");
    }
    const rows = await store().read.all<{ street_id: string }>("SELECT street_id FROM case_ WHERE id = $1", [
      cases[0] ?? "",
    ]);
    street = rows[0]?.street_id ?? "";
  });
  after(() => server.stop());

  const store = () => server.running.container.store;
  const signal = (id: string) => ({
    ...{ street_id: street, id, instance_id: "", source_id: cases[0] ?? "", name: "flood" },
    ...{ variables: "{}", created_at: 1, retry_at: 1 },
  });

  async function given(id: string): Promise<void> {
    await store().write(async (tx) => {
      for (const [at, instance_id] of cases.entries()) {
        await tx.run("DELETE FROM signal_wait WHERE instance_id = $1", [instance_id]);
        tx.insert("signal_wait", { street_id: street, instance_id, signal_wait_id: `g${at}`, signal_name: "flood" });
      }
      tx.insert("signal", signal(id));
    });
  }

  it("are fanned out to all who wait but the sender", async () => {
    await given("first");
    await store().write(async (tx) => {
      await fanOutSignal(tx, signal("first"));
      assert.equal(await removeSignal(tx, signal("first")), true);
      assert.equal(await removeSignal(tx, signal("first")), false, "once, whoever tries");
    });
    const rows = await dueSignals(store().read, 2, 10);
    assert.deepEqual(rows.map((row) => row.instance_id).sort(), cases.slice(1).sort());
    await store().write(async (tx) => {
      for (const row of rows) await removeSignal(tx, row);
    });
  });

  it("are passed on by the workers until nothing is left; who no longer waits does not get one", async () => {
    await given("second");
    await server.running.container.runtime.settle();
    assert.deepEqual(await dueSignals(store().read, Number.MAX_SAFE_INTEGER, 10), []);
  });
});
