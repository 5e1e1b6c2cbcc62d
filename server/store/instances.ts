/** Process instances: the saved state with its revision, and the events behind it. */
import { columnsOf, rowOf } from "./columns.ts";
import type { CaseRow, EventRow, InstanceRow, TaskRow } from "./rows.ts";
import { Conflict, type Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

/** A case and the instance that runs it. */
export interface RunningCase {
  readonly case: CaseRow;
  readonly instance: InstanceRow;
}

export async function findRunningCase(read: Reader, street: string, id: string): Promise<RunningCase | undefined> {
  const [row] = await read.all(
    `SELECT ${columnsOf("c")}, ${columnsOf("i")} FROM case_ c
     JOIN instance i ON i.street_id = c.street_id AND i.id = c.id WHERE c.street_id = $1 AND c.id = $2`,
    [street, id],
  );
  return row === undefined ? undefined : { case: rowOf(row, "c"), instance: rowOf(row, "i") };
}

/** The same by one of its tasks, in one query: the hot path of completing work. */
export async function findTaskAtWork(
  read: Reader,
  street: string,
  taskId: string,
): Promise<(RunningCase & { readonly task: TaskRow }) | undefined> {
  const [row] = await read.all(
    `SELECT ${columnsOf("t")}, ${columnsOf("c")}, ${columnsOf("i")} FROM task t
     JOIN case_ c ON c.street_id = t.street_id AND c.id = t.case_id
     JOIN instance i ON i.street_id = c.street_id AND i.id = c.id WHERE t.street_id = $1 AND t.id = $2`,
    [street, taskId],
  );
  return row === undefined ? undefined : { task: rowOf(row, "t"), case: rowOf(row, "c"), instance: rowOf(row, "i") };
}

/** Who saved last, and when: named to somebody who was second. */
export async function lastEvent(read: Reader, street: string, id: string): Promise<EventRow | undefined> {
  const [row] = await read.all<EventRow>(
    "SELECT * FROM event WHERE street_id = $1 AND instance_id = $2 ORDER BY seq DESC LIMIT 1",
    [street, id],
  );
  return row;
}

/** Saves the next state. Throws `Conflict` when somebody else saved first; the command then begins again. */
export async function saveInstance(tx: Tx, row: InstanceRow, revisionBefore: number): Promise<void> {
  const changed = await tx.run(
    "UPDATE instance SET revision = $3, status = $4, state = $5 WHERE street_id = $1 AND id = $2 AND revision = $6",
    [row.street_id, row.id, row.revision, row.status, row.state, revisionBefore],
  );
  if (changed === 0) throw new Conflict(`Expected revision ${revisionBefore} of instance ${row.id}.`);
}

/** The story of an instance; `types` narrows it. */
export function eventsOf(
  read: Reader,
  street: string,
  instanceId: string,
  types?: readonly string[],
): Promise<readonly EventRow[]> {
  const marks = (types ?? []).map((_, index) => `$${index + 3}`).join(", ");
  const narrowed = types === undefined ? "" : ` AND type IN (${marks})`;
  return read.all<EventRow>(`SELECT * FROM event WHERE street_id = $1 AND instance_id = $2${narrowed} ORDER BY seq`, [
    street,
    instanceId,
    ...(types ?? []),
  ]);
}
