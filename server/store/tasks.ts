/** Tasks: rows of open and closed human work, the inbox and its views. */
import type { Scope } from "../access/actor.ts";
import { addCaseFilter, type CaseFilter } from "./cases.ts";
import { columnsOf, rowOf } from "./columns.ts";
import { addCaseScope, conditions, requireScope, type Conditions } from "./conditions.ts";
import { pageOf, pageSize, readCursor, type Page } from "./cursor.ts";
import type { CaseRow, TaskRow } from "./rows.ts";
import type { Reader, Value } from "./session.ts";
import type { Tx } from "./transaction.ts";

export type { TaskRow } from "./rows.ts";

export type TaskView = "todo" | "toSign" | "dueSoon" | "overdue" | "done" | "all";

export interface TaskFilter extends Omit<CaseFilter, "mine" | "overdue" | "open"> {
  readonly view: TaskView;
  readonly stage?: string;
}

/** A task with the case it belongs to. */
export interface TaskWithCase {
  readonly task: TaskRow;
  readonly case: CaseRow;
}

export type TaskChange = Partial<Omit<TaskRow, "street_id" | "id" | "case_id">>;

export async function findTask(read: Reader, street: string, id: string): Promise<TaskRow | undefined> {
  const [row] = await read.all<TaskRow>("SELECT * FROM task WHERE street_id = $1 AND id = $2", [street, id]);
  return row;
}

export function tasksOfCase(read: Reader, street: string, caseId: string): Promise<readonly TaskRow[]> {
  return read.all<TaskRow>("SELECT * FROM task WHERE street_id = $1 AND case_id = $2 ORDER BY created_at, id", [
    street,
    caseId,
  ]);
}

export async function changeTask(tx: Tx, street: string, id: string, change: TaskChange): Promise<void> {
  const columns = Object.keys(change);
  const sets = columns.map((column, index) => `${column} = $${index + 3}`).join(", ");
  const values = columns.map((column) => change[column as keyof TaskChange] ?? null) as Value[];
  await tx.run(`UPDATE task SET ${sets} WHERE street_id = $1 AND id = $2`, [street, id, ...values]);
}

/** Forgets who might take the tasks: closed work is found by who did it. */
export async function removeCandidates(tx: Tx, street: string, taskIds: readonly string[]): Promise<void> {
  if (taskIds.length === 0) return;
  const marks = taskIds.map((_, index) => `$${index + 2}`).join(", ");
  await tx.run(`DELETE FROM task_candidate WHERE street_id = $1 AND task_id IN (${marks})`, [street, ...taskIds]);
}

export interface Candidate {
  readonly task_id: string;
  readonly kind: "group" | "person" | "excluded";
  readonly candidate: string;
}

export function candidatesOf(read: Reader, street: string, taskIds: readonly string[]): Promise<readonly Candidate[]> {
  if (taskIds.length === 0) return Promise.resolve([]);
  const marks = taskIds.map((_, index) => `$${index + 2}`).join(", ");
  return read.all<Candidate>(
    `SELECT task_id, kind, candidate FROM task_candidate WHERE street_id = $1 AND task_id IN (${marks})
     ORDER BY task_id, kind, candidate`,
    [street, ...taskIds],
  );
}

/** Open work that the person may do: his own, or nobody's yet and offered to him or his groups. */
function addMine(where: Conditions, scope: Scope, claimedToo: boolean): void {
  const me = where.value(scope.personId);
  const groups = scope.groups.map((group) => where.value(group));
  const offered = `EXISTS (SELECT 1 FROM task_candidate k WHERE k.street_id = t.street_id AND k.task_id = t.id AND
    ((k.kind = 'group' AND k.candidate IN (${[...groups, "''"].join(", ")})) OR (k.kind = 'person' AND k.candidate = ${me})))`;
  const excluded = `EXISTS (SELECT 1 FROM task_candidate k WHERE k.street_id = t.street_id AND k.task_id = t.id AND
    k.kind = 'excluded' AND k.candidate = ${me})`;
  const free = `(t.assignee IS NULL AND ${offered} AND NOT ${excluded})`;
  where.add("t.status = 'open'");
  where.add(claimedToo ? `(t.assignee = ${me} OR ${free})` : free);
}

function addView(where: Conditions, scope: Scope, filter: TaskFilter): void {
  const now = () => where.value(filter.now);
  switch (filter.view) {
    case "todo":
      return addMine(where, scope, true);
    case "toSign":
      return addMine(where, scope, false);
    case "dueSoon":
      addMine(where, scope, true);
      return where.add(`t.warn_at <= ${now()} AND t.due_at >= ${now()} AND c.suspended = 0`);
    case "overdue":
      addMine(where, scope, true);
      return where.add(`t.due_at < ${now()} AND c.suspended = 0`);
    case "done":
      return where.add(`t.status IN ('completed', 'sentBack') AND t.closed_by = ${where.value(scope.personId)}`);
    case "all":
      where.add("t.status = 'open'");
      return addCaseScope(where, scope);
  }
}

const from = "FROM task t JOIN case_ c ON c.street_id = t.street_id AND c.id = t.case_id";

function taskConditions(scope: Scope, filter: TaskFilter): Conditions {
  const where = conditions();
  where.isOneOf("t.street_id", requireScope(scope).reach);
  addView(where, scope, filter);
  addCaseFilter(where, filter);
  if (filter.stage !== undefined) where.add(`t.stage = ${where.value(filter.stage)}`);
  return where;
}

export async function countTasks(read: Reader, scope: Scope, filter: TaskFilter): Promise<number> {
  const where = taskConditions(scope, filter);
  const [counted] = await read.all<{ total: number }>(
    `SELECT count(*) AS total ${from} WHERE ${where.text()}`,
    where.values,
  );
  return counted?.total ?? 0;
}

/** Work without a due date comes after all that has one; a number beyond any instant. */
const NEVER = 9_007_199_254_740_991;

/** Order of the inbox: what is due first; done work newest first. */
const orders = {
  open: { key: `coalesce(t.due_at, ${NEVER})`, direction: "ASC", sign: ">" },
  done: { key: "t.closed_at", direction: "DESC", sign: "<" },
} as const;

export async function listTasks(read: Reader, scope: Scope, filter: TaskFilter): Promise<Page<TaskWithCase>> {
  const total = await countTasks(read, scope, filter);
  const where = taskConditions(scope, filter);
  const order = orders[filter.view === "done" ? "done" : "open"];
  const after = readCursor(filter.cursor, 2);
  if (after !== undefined)
    where.add(
      `(${order.key}, t.id) ${order.sign} (${where.value(after[0] ?? null)}, ${where.value(after[1] ?? null)})`,
    );
  const size = pageSize(filter.limit);
  const rows = await read.all(
    `SELECT ${columnsOf("t")}, ${columnsOf("c")}, ${order.key} AS sort_key ${from} WHERE ${where.text()}
     ORDER BY ${order.key} ${order.direction}, t.id ${order.direction} LIMIT ${size + 1}`,
    where.values,
  );
  const page = pageOf(rows, size, total, (row) => [row.sort_key ?? null, row.t_id ?? null]);
  return { ...page, rows: page.rows.map((row) => ({ task: rowOf(row, "t"), case: rowOf(row, "c") })) };
}
