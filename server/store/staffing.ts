/** Who stands in which candidate group, and the open work of one person or of a group. */
import { columnsOf, rowOf } from "./columns.ts";
import type { Reader } from "./session.ts";
import type { TaskWithCase } from "./tasks.ts";

/** Active persons by `<unit>/<role>`. */
export async function peopleByGroup(read: Reader): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await read.all<{ id: string; unit: string; role: string }>(
    `SELECT p.id, g.unit, g.role FROM grant_ g JOIN person p ON p.id = g.person_id WHERE p.state = 'active'`,
  );
  const groups = new Map<string, string[]>();
  for (const { id, unit, role } of rows) {
    const group = `${unit}/${role}`;
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [id]);
    else known.push(id);
  }
  return groups;
}

const joined = `FROM task t JOIN case_ c ON c.street_id = t.street_id AND c.id = t.case_id`;
const marksOf = (values: readonly string[], after: number) =>
  values.length === 0 ? "''" : values.map((_, index) => `$${index + 1 + after}`).join(", ");

async function found(read: Reader, condition: string, values: readonly string[]): Promise<readonly TaskWithCase[]> {
  const rows = await read.all(
    `SELECT ${columnsOf("t")}, ${columnsOf("c")} ${joined} WHERE t.status = 'open' AND ${condition}
     ORDER BY t.created_at, t.id`,
    [...values],
  );
  return rows.map((row) => ({ task: rowOf(row, "t"), case: rowOf(row, "c") }));
}

/** Open tasks that the person has taken, or that are offered to him by name and taken by nobody. */
export const openWorkOf = (read: Reader, streets: readonly string[], personId: string) =>
  found(
    read,
    `t.street_id IN (${marksOf(streets, 1)}) AND (t.assignee = $1 OR (t.assignee IS NULL AND EXISTS (
      SELECT 1 FROM task_candidate k WHERE k.street_id = t.street_id AND k.task_id = t.id AND k.kind = 'person'
      AND k.candidate = $1)))`,
    [personId, ...streets],
  );

/** Open tasks that nobody has taken and that are offered to one of the groups. */
export const openWorkFor = (read: Reader, streets: readonly string[], groups: readonly string[]) =>
  found(
    read,
    `t.assignee IS NULL AND t.street_id IN (${marksOf(streets, 0)}) AND EXISTS (
      SELECT 1 FROM task_candidate k WHERE k.street_id = t.street_id AND k.task_id = t.id AND k.kind = 'group'
      AND k.candidate IN (${marksOf(groups, streets.length)}))`,
    [...streets, ...groups],
  );

/** Open cases by grid. */
export async function openCasesByGrid(read: Reader, streets: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await read.all<{ grid: string; open: number }>(
    `SELECT grid, count(*) AS open FROM case_ WHERE closed_at IS NULL AND street_id IN (${marksOf(streets, 0)}) GROUP BY grid`,
    [...streets],
  );
  return new Map(rows.map(({ grid, open }) => [grid, open]));
}
