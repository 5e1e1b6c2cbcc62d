/** Cases: the row people see of an instance, its lists and who may see it. */
import type { Scope } from "../access/actor.ts";
import { addCaseScope, conditions, containing, requireScope, type Conditions } from "./conditions.ts";
import { pageOf, pageSize, readCursor, type Page } from "./cursor.ts";
import type { CaseRow } from "./rows.ts";
import type { Reader, Value } from "./session.ts";
import type { Tx } from "./transaction.ts";

export type { CaseRow } from "./rows.ts";

export interface CaseFilter {
  readonly street?: string;
  readonly state?: string;
  readonly matter?: string;
  readonly grid?: string;
  readonly level?: string;
  /** Reported by the person himself. */
  readonly mine?: boolean;
  readonly overdue?: boolean;
  readonly open?: boolean;
  /** Part of number, title, address or description. */
  readonly q?: string;
  readonly cursor?: string;
  readonly limit?: number;
  /** Epoch milliseconds: decides what is overdue. */
  readonly now: number;
}

/** The columns that a step may change, with their new values. */
export type CaseChange = Partial<Omit<CaseRow, "street_id" | "id" | "number">>;

/** The street of a case that the scope may see, or undefined: another street's case is not found at all. */
export async function findCase(read: Reader, scope: Scope, id: string): Promise<CaseRow | undefined> {
  const where = conditions();
  where.add(`c.id = ${where.value(id)}`);
  addCaseScope(where, requireScope(scope));
  const [row] = await read.all<CaseRow>(`SELECT c.* FROM case_ c WHERE ${where.text()}`, where.values);
  return row;
}

/** A case by its key, for work that nobody asked for (timers, jobs); screens use `findCase`. */
export async function caseAt(read: Reader, street: string, id: string): Promise<CaseRow | undefined> {
  const [row] = await read.all<CaseRow>("SELECT * FROM case_ WHERE street_id = $1 AND id = $2", [street, id]);
  return row;
}

/** Cases opened by one submission, in the order of their numbers. */
export function casesOfReport(read: Reader, street: string, reportId: string): Promise<readonly CaseRow[]> {
  return read.all<CaseRow>("SELECT * FROM case_ WHERE street_id = $1 AND report_id = $2 ORDER BY number", [
    street,
    reportId,
  ]);
}

export async function changeCase(tx: Tx, street: string, id: string, change: CaseChange): Promise<void> {
  const columns = Object.keys(change);
  if (columns.length === 0) return;
  const sets = columns.map((column, index) => `${column} = $${index + 3}`).join(", ");
  const values = columns.map((column) => change[column as keyof CaseChange] ?? null) as Value[];
  await tx.run(`UPDATE case_ SET ${sets} WHERE street_id = $1 AND id = $2`, [street, id, ...values]);
}

/** The filters that lists of cases and of tasks share; `c` is the case. */
export function addCaseFilter(where: Conditions, filter: Omit<CaseFilter, "now">): void {
  const equals = { street_id: filter.street, state: filter.state, matter: filter.matter, level: filter.level };
  for (const [column, value] of Object.entries(equals))
    if (value !== undefined) where.add(`c.${column} = ${where.value(value)}`);
  if (filter.grid !== undefined) where.add(`c.grid = ${where.value(filter.grid)}`);
  if (filter.q !== undefined && filter.q !== "") addSearch(where, filter.q);
}

function addSearch(where: Conditions, text: string): void {
  const pattern = where.value(containing(text));
  const columns = ["c.number", "c.title", "c.address", "c.description"];
  where.add(`(${columns.map((column) => `lower(${column}) LIKE ${pattern} ESCAPE '\\'`).join(" OR ")})`);
}

function caseConditions(scope: Scope, filter: CaseFilter): Conditions {
  const where = conditions();
  addCaseScope(where, requireScope(scope));
  addCaseFilter(where, filter);
  if (filter.mine === true) where.add(`c.reporter = ${where.value(scope.personId)}`);
  if (filter.open === true || filter.overdue === true) where.add("c.closed_at IS NULL");
  if (filter.overdue === true) where.add(`c.due_at < ${where.value(filter.now)} AND c.suspended = 0`);
  return where;
}

/** Newest first. */
export async function listCases(read: Reader, scope: Scope, filter: CaseFilter): Promise<Page<CaseRow>> {
  const where = caseConditions(scope, filter);
  const [counted] = await read.all<{ total: number }>(
    `SELECT count(*) AS total FROM case_ c WHERE ${where.text()}`,
    where.values,
  );
  const after = readCursor(filter.cursor, 2);
  if (after !== undefined)
    where.add(`(c.opened_at, c.id) < (${where.value(after[0] ?? null)}, ${where.value(after[1] ?? null)})`);
  const size = pageSize(filter.limit);
  const rows = await read.all<CaseRow>(
    `SELECT c.* FROM case_ c WHERE ${where.text()} ORDER BY c.opened_at DESC, c.id DESC LIMIT ${size + 1}`,
    where.values,
  );
  return pageOf(rows, size, counted?.total ?? 0, (row) => [row.opened_at, row.id]);
}

/** How many cases the filter finds. */
export async function countCases(read: Reader, scope: Scope, filter: CaseFilter): Promise<number> {
  const where = caseConditions(scope, filter);
  const [counted] = await read.all<{ total: number }>(
    `SELECT count(*) AS total FROM case_ c WHERE ${where.text()}`,
    where.values,
  );
  return counted?.total ?? 0;
}

/** Takes the next number of a street's day: 1, 2, 3 … without gaps, whoever asks. */
export async function nextCaseCount(tx: Tx, street: string, day: string): Promise<number> {
  const [row] = await tx.change<{ value: number }>(
    `INSERT INTO case_counter (street_id, day, value) VALUES ($1, $2, 1)
     ON CONFLICT (street_id, day) DO UPDATE SET value = case_counter.value + 1 RETURNING value`,
    [street, day],
  );
  if (row === undefined) throw new Error("Expected the counter's row, but the database gave none.");
  return row.value;
}
