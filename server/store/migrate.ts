/** Brings the tables up to date: dated migrations of plain SQL per dialect, each in one transaction, once. */
import { QueryTypes, type Sequelize } from "sequelize";
import { Umzug, type UmzugStorage } from "umzug";
import { definitionDraft } from "./migrations/m20261123-definition-draft.ts";
import { first } from "./migrations/m20261123-first.ts";
import { residents } from "./migrations/m20261123-residents.ts";
import { organisation } from "./migrations/m20261123-organisation.ts";
import { people } from "./migrations/m20261123-people.ts";
import { signal } from "./migrations/m20261123-signal.ts";
import { workPhone } from "./migrations/m20261123-work-phone.ts";
import { notices20261123 } from "./migrations/m20261123-notices.ts";
import { results } from "./migrations/m20261123-results.ts";
import { files } from "./migrations/m20261123-files.ts";
import { timeSpent } from "./migrations/m20261123-time-spent.ts";
import type { Dialect } from "./session.ts";

interface Migration {
  readonly name: string;
  statements(dialect: Dialect): readonly string[];
}

const migrations: readonly Migration[] = [
  first,
  definitionDraft,
  workPhone,
  residents,
  notices20261123,
  people,
  results,
  signal,
  organisation,
  timeSpent,
  files,
];

/** Names of what has run, in the table `migration`; written in the same transaction as the change itself. */
function storageOf(sequelize: Sequelize): UmzugStorage {
  const create = "CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY)";
  return {
    async executed() {
      await sequelize.query(create);
      const rows = await sequelize.query<{ name: string }>("SELECT name FROM migration", { type: QueryTypes.SELECT });
      return rows.map((row) => row.name);
    },
    logMigration: () => Promise.resolve(),
    unlogMigration: () => Promise.reject(new Error("Migrations are not undone; restore a backup instead.")),
  };
}

async function apply(sequelize: Sequelize, dialect: Dialect, migration: Migration): Promise<void> {
  await sequelize.transaction(async (transaction) => {
    for (const statement of migration.statements(dialect)) await sequelize.query(statement, { transaction });
    await sequelize.query("INSERT INTO migration (name) VALUES ($1)", { bind: [migration.name], transaction });
  });
}

/** In: an open database. After it all tables are there; a second node that starts at the same time waits. */
export async function migrate(sequelize: Sequelize, dialect: Dialect): Promise<readonly string[]> {
  const umzug = new Umzug({
    migrations: migrations.map((each) => ({ name: each.name, up: () => apply(sequelize, dialect, each) })),
    storage: storageOf(sequelize),
    logger: undefined,
  });
  const done = await umzug.up();
  return done.map((each) => each.name);
}
