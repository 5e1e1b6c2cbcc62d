import assert from "node:assert/strict";
import { Conflict, UniqueViolation, type Tx } from "../../../server/store/index.ts";
import { databases, type TestStore } from "../../support/stores.ts";

const audit = (id: string, body = "{}") => ({
  street_id: "nanyuan",
  id,
  at: 1_790_000_000_000,
  actor: "张伟",
  action: "登录",
  subject: id,
  body,
});

for (const database of databases)
  describe(`write queue on ${database.name}`, () => {
    let opened: TestStore;
    before(async function () {
      this.timeout(60_000);
      opened = await database.open();
    });
    after(() => opened.close());

    const count = async (action: string) => {
      const rows = await opened.store.read.all<{ n: number }>("SELECT count(*) AS n FROM audit WHERE subject LIKE $1", [
        `${action}%`,
      ]);
      return rows[0]?.n;
    };

    it("keeps what was written, with Chinese text and instants as numbers", async () => {
      await opened.store.write(async (tx) => tx.insert("audit", audit("kept", '{"备注":"井盖"}')));
      const [row] = await opened.store.read.all("SELECT * FROM audit WHERE street_id = $1 AND id = $2", [
        "nanyuan",
        "kept",
      ]);
      assert.deepEqual({ ...row }, audit("kept", '{"备注":"井盖"}'));
    });

    it("writes commands that wait together in one transaction, each once", async () => {
      const ids = Array.from({ length: 200 }, (_, index) => `many${index}`);
      await Promise.all(ids.map((id) => opened.store.writeShared(async (tx) => tx.insert("audit", audit(id)))));
      assert.equal(await count("many"), 200);
    });

    it("lets one command fail and its neighbours succeed", async () => {
      const outcomes = await Promise.allSettled(
        ["good1", "bad", "good2", "double", "double"].map((id) =>
          opened.store.writeShared(async (tx) => {
            if (id === "bad") throw new Error("refused");
            tx.insert("audit", audit(`mixed-${id}`));
          }),
        ),
      );
      assert.deepEqual(
        outcomes.map((outcome) => outcome.status),
        ["fulfilled", "rejected", "fulfilled", "fulfilled", "rejected"],
      );
      assert.ok((outcomes[4] as PromiseRejectedResult).reason instanceof UniqueViolation);
      assert.equal(await count("mixed-"), 3);
    });

    it("rolls back a command that fails after it has changed rows", async () => {
      const work = (fails: boolean) => async (tx: Tx) => {
        await tx.run("INSERT INTO case_counter (street_id, day, value) VALUES ($1, $2, 1)", ["nanyuan", String(fails)]);
        if (fails) throw new Error("late refusal");
      };
      const outcomes = await Promise.allSettled([true, false].map((fails) => opened.store.writeShared(work(fails))));
      assert.deepEqual(
        outcomes.map((outcome) => outcome.status),
        ["rejected", "fulfilled"],
      );
      const days = await opened.store.read.all("SELECT day FROM case_counter");
      assert.deepEqual(
        days.map((row) => row.day),
        ["false"],
      );
    });

    it("runs a command again when another one was first", async () => {
      await opened.store.write((tx) => tx.run("INSERT INTO setting (key, value) VALUES ('n', '0')"));
      const raise = (tx: Tx) => compareAndSet(tx);
      await Promise.all(Array.from({ length: 20 }, () => opened.store.writeShared(raise)));
      assert.deepEqual(await opened.store.read.all("SELECT value FROM setting WHERE key = 'n'"), [{ value: "20" }]);
    });

    it("tells after the commit, and only then", async () => {
      const told: string[] = [];
      await opened.store.write(async (tx) => tx.afterCommit(() => told.push("kept")));
      await opened.store
        .write((tx) => {
          tx.afterCommit(() => told.push("lost"));
          return Promise.reject(new Error("refused"));
        })
        .catch(() => undefined);
      assert.deepEqual(told, ["kept"]);
    });

    it("answers bad SQL with an error instead of silence", async () => {
      await assert.rejects(opened.store.read.all("SELEC nothing"), /syntax/i);
    });
  });

async function compareAndSet(tx: Tx): Promise<void> {
  const [row] = await tx.all<{ value: string }>("SELECT value FROM setting WHERE key = 'n'");
  const changed = await tx.run("UPDATE setting SET value = $1 WHERE key = 'n' AND value = $2", [
    String(Number(row?.value) + 1),
    String(row?.value),
  ]);
  if (changed === 0) throw new Conflict("Expected an unchanged counter.");
}
