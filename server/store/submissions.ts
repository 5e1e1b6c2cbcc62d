/** Submissions: what people sent, immutable, each in its form version. */
import type { Scope } from "../access/actor.ts";
import { addCaseScope, conditions, containing, isBelow, requireScope, type Conditions } from "./conditions.ts";
import { pageSize, type Page } from "./cursor.ts";
import type { SubmissionRow } from "./rows.ts";
import type { Reader } from "./session.ts";

export type { SubmissionRow } from "./rows.ts";

export interface SubmissionFilter {
  readonly form?: string;
  readonly street?: string;
  readonly mine?: boolean;
  /** Epoch milliseconds; only what was sent from then on. */
  readonly since?: number;
  /** Epoch milliseconds; only what was sent before then. */
  readonly until?: number;
  /** Only from units at or below these paths. */
  readonly below?: readonly string[];
  /** A part of the name of who sent it. */
  readonly personName?: string;
  /** Id of the last submission of the page before. */
  readonly cursor?: string;
  readonly limit?: number;
}

/** By its id alone, in whatever street: an id sent again must meet itself (reliability R11). */
export async function submissionById(read: Reader, id: string): Promise<SubmissionRow | undefined> {
  const [row] = await read.all<SubmissionRow>("SELECT * FROM submission WHERE id = $1", [id]);
  return row;
}

export function submissionsOfCase(read: Reader, street: string, caseId: string): Promise<readonly SubmissionRow[]> {
  return read.all<SubmissionRow>("SELECT * FROM submission WHERE street_id = $1 AND case_id = $2 ORDER BY at, id", [
    street,
    caseId,
  ]);
}

/** Sent by the person, from his units, or part of a case that he sees. */
function addSubmissionScope(where: Conditions, scope: Scope): void {
  where.isOneOf("s.street_id", requireScope(scope).reach);
  const own = `s.by_person = ${where.value(scope.personId)} OR ${isBelow(where, "s.unit_path", scope.paths)}`;
  const inner = conditionsInside(where);
  addCaseScope(inner, scope);
  where.add(
    `(${own} OR EXISTS (SELECT 1 FROM case_ c WHERE c.street_id = s.street_id AND c.id = s.case_id AND ${inner.text()}))`,
  );
}

/** Conditions of a sub-query that number their values on in the outer list. */
function conditionsInside(outer: Conditions): Conditions {
  const inner = conditions();
  return {
    ...inner,
    value: outer.value,
    isOneOf: (column, values) => inner.add(`${column} IN (${values.map(outer.value).join(", ")})`),
  };
}

export async function findSubmission(read: Reader, scope: Scope, id: string): Promise<SubmissionRow | undefined> {
  const where = conditions();
  where.add(`s.id = ${where.value(id)}`);
  addSubmissionScope(where, scope);
  const [row] = await read.all<SubmissionRow>(`SELECT s.* FROM submission s WHERE ${where.text()}`, where.values);
  return row;
}

function submissionConditions(scope: Scope, filter: SubmissionFilter): Conditions {
  const where = conditions();
  addSubmissionScope(where, scope);
  if (filter.form !== undefined) where.add(`s.form_key = ${where.value(filter.form)}`);
  if (filter.street !== undefined) where.add(`s.street_id = ${where.value(filter.street)}`);
  if (filter.mine === true) where.add(`s.by_person = ${where.value(scope.personId)}`);
  if (filter.since !== undefined) where.add(`s.at >= ${where.value(filter.since)}`);
  if (filter.until !== undefined) where.add(`s.at < ${where.value(filter.until)}`);
  if (filter.below !== undefined) where.add(isBelow(where, "s.unit_path", filter.below));
  if (filter.personName !== undefined)
    where.add(
      `EXISTS (SELECT 1 FROM person p WHERE p.id = s.by_person AND lower(p.name) LIKE ${where.value(containing(filter.personName))} ESCAPE '\\')`,
    );
  return where;
}

export async function countSubmissions(read: Reader, scope: Scope, filter: SubmissionFilter): Promise<number> {
  const where = submissionConditions(scope, filter);
  const [row] = await read.all<{ total: number }>(
    `SELECT count(*) AS total FROM submission s WHERE ${where.text()}`,
    where.values,
  );
  return row?.total ?? 0;
}

/** Newest first. */
export async function listSubmissions(
  read: Reader,
  scope: Scope,
  filter: SubmissionFilter,
): Promise<Page<SubmissionRow>> {
  const total = await countSubmissions(read, scope, filter);
  return { rows: await nextSubmissions(read, scope, filter, pageSize(filter.limit)), total };
}

/** The rows after `filter.cursor`, newest first, without counting. */
export function nextSubmissions(
  read: Reader,
  scope: Scope,
  filter: SubmissionFilter,
  size: number,
): Promise<readonly SubmissionRow[]> {
  const where = submissionConditions(scope, filter);
  if (filter.cursor !== undefined)
    where.add(`(s.at, s.id) < (SELECT e.at, e.id FROM submission e WHERE e.id = ${where.value(filter.cursor)})`);
  return read.all<SubmissionRow>(
    `SELECT s.* FROM submission s WHERE ${where.text()} ORDER BY s.at DESC, s.id DESC LIMIT ${size}`,
    where.values,
  );
}

/** Versions in which the submissions of a filter were made, by the hash of the form's content. */
export async function formHashes(read: Reader, scope: Scope, filter: SubmissionFilter): Promise<readonly string[]> {
  const where = submissionConditions(scope, filter);
  const rows = await read.all<{ form_hash: string }>(
    `SELECT s.form_hash FROM submission s WHERE ${where.text()} GROUP BY s.form_hash ORDER BY max(s.at) DESC`,
    where.values,
  );
  return rows.map((row) => row.form_hash);
}
