/** Process instances: the saved state with its revision, and the events behind it. */
import type { EventRow, InstanceRow } from "./rows.ts";
import { Conflict, type Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export async function findInstance(read: Reader, street: string, id: string): Promise<InstanceRow | undefined> {
  const [row] = await read.all<InstanceRow>("SELECT * FROM instance WHERE street_id = $1 AND id = $2", [street, id]);
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

/** Instances still running, by the hash of the bundle they are pinned to. */
export async function openByBundle(read: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await read.all<{ bundle_hash: string; open: number }>(
    "SELECT bundle_hash, count(*) AS open FROM instance WHERE status = 'running' GROUP BY bundle_hash",
  );
  return new Map(rows.map((row) => [row.bundle_hash, row.open]));
}
