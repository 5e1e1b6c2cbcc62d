/**
 * The sqlite3 driver with its settings built in. Sequelize's `afterConnect` never fires for SQLite, so every
 * connection it opens, readers too, is a `Database` that has its pragmas before anybody gets it (R3, R23).
 */
import { createRequire } from "node:module";
import type sqlite3 from "sqlite3";
import { StoreRefused } from "./store-refused.ts";

export interface Pragmas {
  readonly journal_mode: "wal";
  /** 2 = FULL: the log is on the disk before an answer goes out. */
  readonly synchronous: 0 | 1 | 2;
  readonly foreign_keys: 0 | 1;
  /** Milliseconds that a connection waits for another process's write. */
  readonly busy_timeout: number;
}

export const safePragmas: Pragmas = { journal_mode: "wal", synchronous: 2, foreign_keys: 1, busy_timeout: 10_000 };

type Driver = typeof sqlite3;
type Opened = (this: sqlite3.Database, error: Error | null) => void;

function loadDriver(): Driver {
  try {
    return createRequire(import.meta.url)("sqlite3") as Driver;
  } catch {
    throw new StoreRefused({
      code: "SQLITE_MISSING",
      zh: "没有 SQLite 驱动：请先安装 python3、make、g++ 再运行 npm install，或设置 DATABASE_URL 使用 PostgreSQL。",
      en: "The SQLite driver is missing: install python3, make and g++ and run npm install again, or set DATABASE_URL to use PostgreSQL.",
    });
  }
}

/** In: the pragmas. Out: what Sequelize takes as `dialectModule`. Throws `StoreRefused` when sqlite3 is not there. */
export function sqliteDriver(pragmas: Pragmas): object {
  const driver = loadDriver();
  const statements = `PRAGMA busy_timeout=${pragmas.busy_timeout};PRAGMA journal_mode=${pragmas.journal_mode};PRAGMA synchronous=${pragmas.synchronous};PRAGMA foreign_keys=${pragmas.foreign_keys};PRAGMA temp_store=2;PRAGMA cache_size=-32768;PRAGMA wal_autocheckpoint=8000`;
  class GuardedDatabase extends driver.Database {
    constructor(file: string, mode: number, opened: Opened) {
      super(file, mode, function (this: sqlite3.Database, error) {
        if (error) opened.call(this, error);
        else this.exec(statements, (failed) => opened.call(this, failed));
      });
    }
  }
  return { ...driver, Database: GuardedDatabase };
}
