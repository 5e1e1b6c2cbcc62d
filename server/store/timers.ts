/** Timers as rows: a claim is a compare-and-set that runs out, so a claimer that dies is followed by another. */
import type { TimerRow } from "./rows.ts";
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

/** Due and unclaimed, earliest first. */
export function dueTimers(read: Reader, now: number, limit: number): Promise<readonly TimerRow[]> {
  return read.all<TimerRow>(
    "SELECT * FROM timer WHERE due_at <= $1 AND claimed_until <= $1 ORDER BY due_at, street_id, instance_id, timer_id LIMIT $2",
    [now, limit],
  );
}

/** Out: whether this caller holds the timer until then. */
export async function claimTimer(tx: Tx, timer: TimerRow, until: number): Promise<boolean> {
  const changed = await tx.run(
    `UPDATE timer SET claimed_until = $5
     WHERE street_id = $1 AND instance_id = $2 AND timer_id = $3 AND claimed_until = $4`,
    [timer.street_id, timer.instance_id, timer.timer_id, timer.claimed_until, until],
  );
  return changed === 1;
}

/** When the next timer is due, claimed or not. */
export async function nextTimerAt(read: Reader): Promise<number | undefined> {
  const [row] = await read.all<{ at: number | null }>("SELECT min(due_at) AS at FROM timer");
  return row?.at ?? undefined;
}

export async function removeTimers(tx: Tx, street: string, instanceId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const marks = ids.map((_, index) => `$${index + 3}`).join(", ");
  await tx.run(`DELETE FROM timer WHERE street_id = $1 AND instance_id = $2 AND timer_id IN (${marks})`, [
    street,
    instanceId,
    ...ids,
  ]);
}

/** When the next timer of one instance is due. */
export async function nextTimerOf(read: Reader, street: string, instanceId: string): Promise<number | undefined> {
  const [row] = await read.all<{ at: number | null }>(
    "SELECT min(due_at) AS at FROM timer WHERE street_id = $1 AND instance_id = $2",
    [street, instanceId],
  );
  return row?.at ?? undefined;
}

/** Due timers of one instance, earliest first. */
export function dueTimersOf(
  read: Reader,
  street: string,
  instanceId: string,
  now: number,
): Promise<readonly TimerRow[]> {
  return read.all<TimerRow>(
    `SELECT * FROM timer WHERE street_id = $1 AND instance_id = $2 AND due_at <= $3 AND claimed_until <= $3
     ORDER BY due_at, timer_id`,
    [street, instanceId, now],
  );
}
