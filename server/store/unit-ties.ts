/** What hangs on a unit: posts, open tasks of its groups, open cases that it leads or that lie in it. */
import { isBelow, conditions } from "./conditions.ts";
import type { Reader } from "./session.ts";

/** People with a post there, in force, proposed or to come. */
export async function peopleHeldBy(read: Reader, unit: string): Promise<number> {
  const [row] = await read.all<{ count: number }>(
    `SELECT count(DISTINCT person_id) AS count FROM post WHERE unit = $1 AND to_at IS NULL`,
    [unit],
  );
  return row?.count ?? 0;
}

/** Open tasks that are offered to one of the groups, taken or not. */
export async function openTasksOf(
  read: Reader,
  streets: readonly string[],
  groups: readonly string[],
): Promise<number> {
  const own = conditions();
  own.isOneOf("t.street_id", streets);
  const list = groups.map((group) => own.value(group)).join(", ");
  own.add("t.status = 'open'");
  own.add(
    `EXISTS (SELECT 1 FROM task_candidate k WHERE k.street_id = t.street_id AND k.task_id = t.id AND k.kind = 'group'
     AND k.candidate IN (${list === "" ? "''" : list}))`,
  );
  const [row] = await read.all<{ count: number }>(
    `SELECT count(*) AS count FROM task t WHERE ${own.text()}`,
    own.values,
  );
  return row?.count ?? 0;
}

/** Open cases that the unit leads, or that lie in it. */
export async function openCasesOf(
  read: Reader,
  streets: readonly string[],
  unit: string,
  path: string,
): Promise<number> {
  const where = conditions();
  where.isOneOf("c.street_id", streets);
  where.add("c.closed_at IS NULL");
  where.add(`(c.lead = ${where.value(unit)} OR ${isBelow(where, "c.unit_path", [path])})`);
  const [row] = await read.all<{ count: number }>(
    `SELECT count(*) AS count FROM case_ c WHERE ${where.text()}`,
    where.values,
  );
  return row?.count ?? 0;
}
