/** Opens the database that the settings name: Sequelize owns driver, pool and connections of both dialects. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { Sequelize } from "sequelize";
import type sqlite3 from "sqlite3";
import { guardPostgres, guardSqlite } from "./guard.ts";
import { PostgresSession } from "./postgres-session.ts";
import type { Dialect, Reader, Session } from "./session.ts";
import { safePragmas, sqliteDriver, type Pragmas } from "./sqlite-driver.ts";
import { SqliteSession } from "./sqlite-session.ts";

export interface StoreSettings {
  /** `postgres://…`; without it a SQLite file in `dataDir`. */
  readonly databaseUrl?: string;
  readonly dataDir: string;
}

export interface Database {
  readonly dialect: Dialect;
  readonly sequelize: Sequelize;
  readonly read: Reader;
  /** Lends the one connection that writes; on PostgreSQL it comes from the pool and goes back. */
  lend<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Two readers: one long list must not hold up every small look-up. */
const READERS = 2;

type ConnectionManager = Sequelize["connectionManager"];
type SqliteConnection = Parameters<ConnectionManager["getConnection"]>[0] & { readonly uuid: string };

async function openSession(sequelize: Sequelize, uuid: string, pragmas: Pragmas): Promise<SqliteSession> {
  const options: SqliteConnection = { type: "write", uuid };
  const session = new SqliteSession((await sequelize.connectionManager.getConnection(options)) as sqlite3.Database);
  await guardSqlite(session, pragmas);
  return session;
}

/**
 * In: the file and the pragmas that its connections are given; `expected` is what the guard reads back.
 * Throws `StoreRefused` when a connection answers otherwise.
 */
export async function openSqlite(file: string, pragmas = safePragmas, expected = safePragmas): Promise<Database> {
  const sequelize = new Sequelize({
    dialect: "sqlite",
    storage: file,
    dialectModule: sqliteDriver(pragmas),
    logging: false,
  });
  const writer = await openSession(sequelize, "writer", expected);
  const readers: SqliteSession[] = [];
  for (let index = 0; index < READERS; index++) readers.push(await openSession(sequelize, `reader${index}`, expected));
  await openSession(sequelize, "default", expected).then((session) => session.finalize());
  let turn = 0;
  return {
    dialect: "sqlite",
    sequelize,
    read: {
      all: (sql, values) => (readers[turn++ % READERS] ?? writer).all(sql, values),
    },
    lend: (work) => work(writer),
    async close() {
      await Promise.all([writer, ...readers].map((session) => session.finalize()));
      await sequelize.close();
    },
  };
}

async function withClient<T>(
  manager: ConnectionManager,
  type: "read" | "write",
  work: (session: Session) => Promise<T>,
) {
  const client = (await manager.getConnection({ type })) as pg.Client;
  try {
    return await work(new PostgresSession(client));
  } finally {
    manager.releaseConnection(client);
  }
}

async function openPostgres(url: string): Promise<Database> {
  const sequelize = new Sequelize(url, {
    dialect: "postgres",
    dialectModule: pg,
    logging: false,
    pool: { max: 8, min: 1, acquire: 30_000, idle: 60_000 },
    dialectOptions: { application_name: "gridloom" },
  });
  const manager = sequelize.connectionManager;
  await withClient(manager, "read", guardPostgres);
  return {
    dialect: "postgres",
    sequelize,
    read: { all: (sql, values) => withClient(manager, "read", (session) => session.all(sql, values)) },
    lend: (work) => withClient(manager, "write", work),
    close: () => sequelize.close(),
  };
}

/** In: where the data lives. Out: an open database whose settings have been read back. */
export function openDatabase(settings: StoreSettings): Promise<Database> {
  if (settings.databaseUrl !== undefined) return openPostgres(settings.databaseUrl);
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  return openSqlite(join(settings.dataDir, "gridloom.sqlite"));
}
