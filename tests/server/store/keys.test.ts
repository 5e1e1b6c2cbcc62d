import assert from "node:assert/strict";
import type { Reader } from "../../../server/store/index.ts";
import { referenceTables } from "../../../server/store/reference-tables.ts";
import { databases, type TestStore } from "../../support/stores.ts";

interface Key {
  readonly table: string;
  readonly kind: string;
  readonly first: string;
}

async function sqliteKeys(read: Reader): Promise<readonly Key[]> {
  const indexes = await read.all<Key>(
    `SELECT m.name AS "table", 'index ' || l.name AS kind, (SELECT name FROM pragma_index_info(l.name) WHERE seqno = 0) AS first
     FROM sqlite_schema m, pragma_index_list(m.name) l WHERE m.type = 'table' AND l."unique" = 1`,
  );
  const primary = await read.all<Key>(
    `SELECT m.name AS "table", 'primary key' AS kind, t.name AS first
     FROM sqlite_schema m, pragma_table_info(m.name) t WHERE m.type = 'table' AND t.pk = 1`,
  );
  const foreign = await read.all<Key>(
    `SELECT m.name AS "table", 'foreign key to ' || f."table" AS kind, f."from" AS first
     FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f.seq = 0`,
  );
  return [...indexes, ...primary, ...foreign];
}

function postgresKeys(read: Reader): Promise<readonly Key[]> {
  return read.all<Key>(
    `SELECT c.relname AS "table", k.conname AS kind, a.attname AS first
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
     WHERE k.contype IN ('p', 'u', 'f') AND c.relnamespace = 'public'::regnamespace
     UNION ALL
     SELECT c.relname, 'unique index', a.attname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
     WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace`,
  );
}

for (const database of databases)
  describe(`keys on ${database.name}`, () => {
    let opened: TestStore;
    before(async function () {
      this.timeout(60_000);
      opened = await database.open();
    });
    after(() => opened.close());

    const keys = () => (opened.store.dialect === "sqlite" ? sqliteKeys : postgresKeys)(opened.store.read);
    const wrong = async () =>
      (await keys()).filter((key) => !referenceTables.has(key.table) && key.first !== "street_id");

    it("starts every key of tenant data with the street", async () => {
      assert.ok((await keys()).length > 30);
      assert.deepEqual(await wrong(), []);
    });

    it("notices a table that does not", async () => {
      await opened.store.sequelize.query("CREATE TABLE careless (id TEXT NOT NULL PRIMARY KEY, street_id TEXT)");
      assert.ok((await wrong()).some((key) => key.table === "careless"));
    });
  });
