/** Waiting files on both databases: which are swept, and whose bytes nobody needs any more. */
import assert from "node:assert/strict";
import { addAttachment, removeWaiting } from "../../../server/store/attachments.ts";
import { databases, type TestStore } from "../../support/stores.ts";

const HOUR = 3_600_000;

for (const database of databases)
  describe(`files that wait on ${database.name}`, function () {
    this.timeout(60_000);
    let opened: TestStore;
    before(async () => {
      opened = await database.open();
    });
    after(() => opened.close());

    it("go by street, sender and age, and give away the bytes that no row is left of", async () => {
      const row = (id: string, sha256: string, more: object = {}) => ({
        ...{ street: "s", id, sha256, name: "p", type: "image/png", size: 1, byPerson: "resident-a", at: 0 },
        ...{ position: null, unitPath: "c", caseId: null, submissionId: null, item: null, state: "waiting", ...more },
      });
      const rows = [
        row("old", "h1"),
        row("same", "h2"),
        row("linked", "h2", { state: "linked" }),
        row("young", "h3", { at: 2 * HOUR }),
        row("staff", "h4", { byPerson: "p1" }),
        row("elsewhere", "h5", { street: "o" }),
      ] as const;
      await opened.store.write(async (tx) => {
        for (const each of rows) await addAttachment(tx, each as Parameters<typeof addAttachment>[1]);
      });
      const sweep = () => opened.store.write((tx) => removeWaiting(tx, "s", "resident-", HOUR));
      assert.deepEqual(await sweep(), { rows: 2, bytes: ["h1"] });
      assert.deepEqual(await sweep(), { rows: 0, bytes: [] });
      const left = await opened.store.read.all<{ id: string }>("SELECT id FROM attachment ORDER BY id");
      assert.deepEqual(
        left.map(({ id }) => id),
        ["elsewhere", "linked", "staff", "young"],
      );
    });
  });
