/** Signals on their way, and the instances that wait for them. */
import type { SignalRow } from "./rows.ts";
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export const dueSignals = (read: Reader, now: number, limit: number): Promise<readonly SignalRow[]> =>
  read.all<SignalRow>("SELECT * FROM signal WHERE retry_at <= $1 ORDER BY created_at, id, instance_id LIMIT $2", [
    now,
    limit,
  ]);

/** One row for each instance that waits for it at this moment, but not for the one that sent it. */
export async function fanOutSignal(tx: Tx, { street_id, id, name, source_id }: SignalRow): Promise<void> {
  await tx.run(
    `INSERT INTO signal (street_id, id, instance_id, source_id, name, variables, created_at, retry_at)
     SELECT DISTINCT s.street_id, s.id, w.instance_id, s.source_id, s.name, s.variables, s.created_at, s.retry_at
     FROM signal s JOIN signal_wait w ON w.street_id = s.street_id AND w.signal_name = s.name
     WHERE s.street_id = $1 AND s.id = $2 AND s.instance_id = '' AND s.name = $3 AND w.instance_id <> $4`,
    [street_id, id, name, source_id],
  );
}

/** Out: whether it was still there: each instance gets a signal once. */
export async function removeSignal(tx: Tx, { street_id, id, instance_id }: SignalRow): Promise<boolean> {
  const removed = "DELETE FROM signal WHERE street_id = $1 AND id = $2 AND instance_id = $3";
  return (await tx.run(removed, [street_id, id, instance_id])) === 1;
}

export async function retrySignal(tx: Tx, { street_id, id, instance_id }: SignalRow, at: number): Promise<void> {
  const later = "UPDATE signal SET retry_at = $4 WHERE street_id = $1 AND id = $2 AND instance_id = $3";
  await tx.run(later, [street_id, id, instance_id, at]);
}

export async function removeSignalWaits(
  tx: Tx,
  street: string,
  instanceId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const marks = ids.map((_, index) => `$${index + 3}`).join(", ");
  await tx.run(`DELETE FROM signal_wait WHERE street_id = $1 AND instance_id = $2 AND signal_wait_id IN (${marks})`, [
    street,
    instanceId,
    ...ids,
  ]);
}
