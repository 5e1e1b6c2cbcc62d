/** A SQLite connection with its statements prepared once. */
import type sqlite3 from "sqlite3";
import { Conflict, UniqueViolation, type Session, type Value } from "./session.ts";

/** More texts than this come only from multi-row inserts of unusual sizes. */
const CACHE_SIZE = 200;

interface DriverError extends Error {
  readonly code?: string;
}

function translate(error: DriverError): Error {
  if (error.code === "SQLITE_CONSTRAINT" && /UNIQUE|PRIMARY KEY/.test(error.message))
    return new UniqueViolation(error.message, { cause: error });
  if (error.code === "SQLITE_BUSY") return new Conflict(error.message, { cause: error });
  return error;
}

export class SqliteSession implements Session {
  readonly dialect = "sqlite";
  readonly #database: sqlite3.Database;
  readonly #statements = new Map<string, sqlite3.Statement>();
  #isClosed = false;

  constructor(database: sqlite3.Database) {
    this.#database = database;
  }

  all<T>(sql: string, values: readonly Value[] = []): Promise<readonly T[]> {
    return new Promise((resolve, reject) => {
      this.#requireOpen();
      this.#prepared(sql, reject).all(values, (error: DriverError | null, rows: T[]) =>
        error ? reject(translate(error)) : resolve(rows),
      );
    });
  }

  run(sql: string, values: readonly Value[] = []): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#requireOpen();
      this.#prepared(sql, reject).run(values, function (this: sqlite3.RunResult, error: DriverError | null) {
        if (error) reject(translate(error));
        else resolve(this.changes);
      });
    });
  }

  /** Before the connection closes: SQLite keeps a file busy while statements are open. */
  async finalize(): Promise<void> {
    this.#isClosed = true;
    const open = [...this.#statements.values()];
    this.#statements.clear();
    await Promise.all(open.map((statement) => new Promise((resolve) => statement.finalize(() => resolve(undefined)))));
  }

  #requireOpen(): void {
    if (this.#isClosed) throw new Error("Expected an open connection, but the store is closing.");
  }

  /** The driver never answers a statement that could not be prepared, so `refuse` is told while preparing. */
  #prepared(sql: string, refuse: (error: Error) => void): sqlite3.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) {
      this.#statements.delete(sql);
      this.#statements.set(sql, known);
      return known;
    }
    // A numbered `?1` is bound by its number; a named `$1` would be bound by order of appearance.
    const text = sql.replaceAll(/\$(\d+)/g, "?$1");
    const statement = this.#database.prepare(text, (error: Error | null) => {
      if (!error) return;
      this.#statements.delete(sql);
      refuse(error);
    });
    this.#statements.set(sql, statement);
    this.#evict();
    return statement;
  }

  #evict(): void {
    if (this.#statements.size <= CACHE_SIZE) return;
    for (const [sql, statement] of this.#statements) {
      this.#statements.delete(sql);
      statement.finalize();
      return;
    }
  }
}
