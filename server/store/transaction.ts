/** One command's view of a write transaction: reads and changes at once, new rows together at the end. */
import { insertOnce, insertOrder, type InsertRows, type InsertTable } from "./rows.ts";
import type { Reader, Row, Session, Value } from "./session.ts";

export interface Tx extends Reader {
  /** Changes rows now. Out: how many. A compare-and-set that finds 0 throws `Conflict`. */
  run(sql: string, values?: readonly Value[]): Promise<number>;
  /** A change with `RETURNING`. Out: the rows as they are now. */
  change<T>(sql: string, values?: readonly Value[]): Promise<readonly T[]>;
  /** Adds a row when the transaction ends, in one statement with its like; not visible to `all` before. */
  insert<T extends InsertTable>(table: T, row: InsertRows[T]): void;
  /** Called once the rows are safe; to wake a worker, never to write. */
  afterCommit(call: () => void): void;
}

/** Both databases take more; a statement of this size is far below either limit. */
const MOST_VALUES = 16_000;

export class Transaction implements Tx {
  readonly #session: Session;
  readonly staged = new Map<InsertTable, Row[]>();
  readonly committed: (() => void)[] = [];
  hasWritten = false;

  constructor(session: Session) {
    this.#session = session;
  }

  all<T>(sql: string, values?: readonly Value[]): Promise<readonly T[]> {
    return this.#session.all<T>(sql, values);
  }

  run(sql: string, values?: readonly Value[]): Promise<number> {
    this.hasWritten = true;
    return this.#session.run(sql, values);
  }

  change<T>(sql: string, values?: readonly Value[]): Promise<readonly T[]> {
    this.hasWritten = true;
    return this.#session.all<T>(sql, values);
  }

  insert<T extends InsertTable>(table: T, row: InsertRows[T]): void {
    const rows = this.staged.get(table);
    const plain = row as unknown as Row;
    if (rows === undefined) this.staged.set(table, [plain]);
    else rows.push(plain);
  }

  afterCommit(call: () => void): void {
    this.committed.push(call);
  }
}

function insertText(table: InsertTable, columns: readonly string[], count: number): string {
  let next = 1;
  const tuple = () => `(${columns.map(() => `$${next++}`).join(",")})`;
  const tuples = Array.from({ length: count }, tuple).join(",");
  const once = insertOnce.has(table) ? " ON CONFLICT DO NOTHING" : "";
  return `INSERT INTO ${table} (${columns.join(",")}) VALUES ${tuples}${once}`;
}

async function insertAll(session: Session, table: InsertTable, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const size = Math.floor(MOST_VALUES / columns.length);
  for (let from = 0; from < rows.length; from += size) {
    const part = rows.slice(from, from + size);
    const values = part.flatMap((row) => columns.map((column) => row[column] ?? null));
    await session.run(insertText(table, columns, part.length), values);
  }
}

/** Writes what the commands of one transaction have staged: one statement a table, parents before children. */
export async function flush(session: Session, transactions: readonly Transaction[]): Promise<void> {
  for (const table of insertOrder) {
    const rows = transactions.flatMap((transaction) => transaction.staged.get(table) ?? []);
    await insertAll(session, table, rows);
  }
}
