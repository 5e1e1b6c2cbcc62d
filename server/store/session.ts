/** One database connection as the store uses it: parametrised SQL in, plain rows out. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

export interface Reader {
  /** In: SQL with `$1`, `$2` … and their values. Out: all rows; BIGINT comes as a number. */
  all<T = Row>(sql: string, values?: readonly Value[]): Promise<readonly T[]>;
}

export interface Session extends Reader {
  readonly dialect: Dialect;
  /** Out: number of rows changed. Throws `UniqueViolation` or `Conflict` for what these name. */
  run(sql: string, values?: readonly Value[]): Promise<number>;
}

export type Dialect = "sqlite" | "postgres";

/** The write met another one: begin the whole command again on fresh rows. */
export class Conflict extends Error {
  override readonly name = "Conflict";
}

/** A row with this key is there already. */
export class UniqueViolation extends Error {
  override readonly name = "UniqueViolation";
}
