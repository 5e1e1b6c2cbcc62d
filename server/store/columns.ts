/** Column lists for joins: each table's columns under a prefix, and the way back to one row a table. */
import type { CaseRow, InstanceRow, TaskRow } from "./rows.ts";
import type { Row } from "./session.ts";

const names = {
  t: [
    ...["street_id", "id", "case_id", "element_id", "name", "stage", "form_key", "form_version", "status", "assignee"],
    ...["created_at", "due_at", "warn_at", "limit_value", "limit_clock", "priority", "closed_at", "closed_by"],
    ...["submission_id", "view"],
  ],
  c: [
    ...["street_id", "id", "number", "matter", "process_key", "title", "address", "description", "state", "level"],
    ...["severity", "lead", "grid", "unit_path", "reporter", "place_code", "position", "report_id", "owner"],
    ...["opened_at", "closed_at", "outcome", "due_at", "warn_at", "started_at", "limit_value", "limit_clock"],
    ...["returns", "reworks", "yellow", "red", "suspended", "supervised", "channel", "rating", "reopens"],
  ],
  i: ["street_id", "id", "bundle_hash", "revision", "status", "state"],
} as const;

type Alias = keyof typeof names;
interface RowOf {
  readonly t: TaskRow;
  readonly c: CaseRow;
  readonly i: InstanceRow;
}

/** `t.id AS t_id, …` for the table with this alias: t task, c case_, i instance. */
export const columnsOf = (alias: Alias): string =>
  names[alias].map((name) => `${alias}.${name} AS ${alias}_${name}`).join(", ");

/** The row of one table out of a joined row. */
export function rowOf<A extends Alias>(joined: Row, alias: A): RowOf[A] {
  const entries = names[alias].map((name) => [name, joined[`${alias}_${name}`] ?? null] as const);
  return Object.fromEntries(entries) as unknown as RowOf[A];
}
