/** A PostgreSQL connection; statements are prepared by name, so that the server plans each text once. */
import { createHash } from "node:crypto";
import type pg from "pg";
import { Conflict, UniqueViolation, type Session, type Value } from "./session.ts";

const INT8 = 20;
/** Texts longer than this are multi-row inserts of changing size: not worth a plan that stays. */
const LONGEST_PREPARED = 2_000;

interface DriverError extends Error {
  readonly code?: string;
}

function translate(error: unknown): unknown {
  const { code, message } = error as DriverError;
  if (code === "23505") return new UniqueViolation(message, { cause: error });
  // serialization failure, deadlock
  if (code === "40001" || code === "40P01") return new Conflict(message, { cause: error });
  return error;
}

const names = new Map<string, string>();

function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = createHash("sha1").update(sql).digest("base64url");
  names.set(sql, name);
  return name;
}

const isPlain = (sql: string) => sql.length <= LONGEST_PREPARED && /^(SELECT|INSERT|UPDATE|DELETE|WITH)/.test(sql);

export class PostgresSession implements Session {
  readonly dialect = "postgres";
  readonly #client: pg.Client;
  /** The driver wants one query at a time; commands that share a transaction ask side by side. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: pg.Client) {
    this.#client = client;
  }

  async all<T>(sql: string, values: readonly Value[] = []): Promise<readonly T[]> {
    const result = await this.#query(sql, values);
    const wide = result.fields.filter((field) => field.dataTypeID === INT8).map((field) => field.name);
    // Epoch milliseconds and counters stay below 2^53: numbers, not the driver's strings.
    for (const row of result.rows as Record<string, unknown>[])
      for (const name of wide) if (row[name] !== null) row[name] = Number(row[name]);
    return result.rows as T[];
  }

  async run(sql: string, values: readonly Value[] = []): Promise<number> {
    return (await this.#query(sql, values)).rowCount ?? 0;
  }

  #query(text: string, values: readonly Value[]): Promise<pg.QueryResult> {
    const answer = this.#last.then(() => this.#ask(text, values));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #ask(text: string, values: readonly Value[]): Promise<pg.QueryResult> {
    try {
      return await this.#client.query({ text, values: [...values], ...(isPlain(text) ? { name: nameOf(text) } : {}) });
    } catch (error) {
      throw translate(error);
    }
  }
}
