/** Rows of the inbox: a task with its case, or a case alone; and how live updates come in without moving the row under the pointer. */
import type { CasePage, CaseSummary, Deadline, TaskPage, TaskSummary } from "../../../server/contract/types.ts";

export interface Row {
  /** Stable: the task's or the case's id. */
  readonly id: string;
  readonly case: CaseSummary;
  readonly task?: TaskSummary;
  readonly deadline?: Deadline;
  /** True when the last answer no longer had it: shown dimmed while the list is held still. */
  readonly gone?: boolean;
}

export interface RowPage {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next?: string;
}

function taskRow(task: TaskSummary): Row {
  const deadline = task.deadline ?? task.case.deadline;
  return { id: `${task.street}:${task.id}`, case: task.case, task, ...(deadline === undefined ? {} : { deadline }) };
}

function caseRow(summary: CaseSummary): Row {
  return { id: summary.id, case: summary, ...(summary.deadline === undefined ? {} : { deadline: summary.deadline }) };
}

export function taskPageRows(page: TaskPage): RowPage {
  return { rows: page.items.map(taskRow), total: page.total, ...(page.next === undefined ? {} : { next: page.next }) };
}

export function casePageRows(page: CasePage): RowPage {
  return { rows: page.items.map(caseRow), total: page.total, ...(page.next === undefined ? {} : { next: page.next }) };
}

/** Pages asked at different moments may overlap: each row stands once, where it was first. */
export function uniqueRows(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => !seen.has(row.id) && seen.add(row.id));
}

/**
 * While somebody points at the list it keeps its order: known rows change their words in place, vanished
 * ones stay dimmed, new ones wait. `waiting` counts what would appear when the hold ends.
 */
export function heldRows(
  shown: readonly Row[],
  fresh: readonly Row[],
): { readonly rows: readonly Row[]; readonly waiting: number } {
  const now = new Map(fresh.map((row) => [row.id, row]));
  const rows = shown.map((row) => now.get(row.id) ?? { ...row, gone: true });
  const known = new Set(shown.map((row) => row.id));
  const last = fresh.findLastIndex((row) => known.has(row.id));
  // What follows the last known row was loaded by "more" and may be appended: it moves nothing.
  const appended = fresh.slice(last + 1).filter((row) => !known.has(row.id));
  const waiting = fresh.slice(0, Math.max(0, last + 1)).filter((row) => !known.has(row.id)).length;
  return { rows: [...rows, ...appended], waiting };
}

/** The case's page, at the task to be done if there is one. */
export function casePath(row: Row): string {
  const task =
    row.task === undefined || row.task.completedAt !== undefined ? "" : `?task=${encodeURIComponent(row.task.id)}`;
  return `/desk/case/${row.case.id}${task}`;
}
