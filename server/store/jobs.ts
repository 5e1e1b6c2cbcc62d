/** The outbox: work to do after a commit, as rows of the same transaction (decided.md 22). */
import type { JobRow } from "./rows.ts";
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export type { JobRow } from "./rows.ts";

/** Waiting work whose time has come, in the order it was made. */
export function dueJobs(read: Reader, now: number, limit: number): Promise<readonly JobRow[]> {
  return read.all<JobRow>("SELECT * FROM job WHERE status = 'waiting' AND run_at <= $1 ORDER BY run_at, id LIMIT $2", [
    now,
    limit,
  ]);
}

/** Takes a job for one attempt until `until`; another worker that saw the same row gets false. */
export async function claimJob(tx: Tx, job: JobRow, until: number): Promise<boolean> {
  const changed = await tx.run(
    `UPDATE job SET run_at = $4, attempts = attempts + 1
     WHERE street_id = $1 AND id = $2 AND run_at = $3 AND status = 'waiting'`,
    [job.street_id, job.id, job.run_at, until],
  );
  return changed === 1;
}

/** Out: whether the job was still there: work that was done twice is recorded once. */
export async function removeJob(tx: Tx, street: string, id: string): Promise<boolean> {
  return (await tx.run("DELETE FROM job WHERE street_id = $1 AND id = $2", [street, id])) === 1;
}

/** Work of a token that is gone. */
export async function removeJobsOf(tx: Tx, street: string, instanceId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const marks = ids.map((_, index) => `$${index + 3}`).join(", ");
  await tx.run(`DELETE FROM job WHERE street_id = $1 AND instance_id = $2 AND job_id IN (${marks})`, [
    street,
    instanceId,
    ...ids,
  ]);
}

/** Puts a failed attempt back in line, or aside when `failed`. */
export async function postponeJob(
  tx: Tx,
  job: JobRow,
  next: { readonly runAt: number; readonly failed: boolean; readonly error: string },
): Promise<void> {
  await tx.run("UPDATE job SET run_at = $3, status = $4, last_error = $5 WHERE street_id = $1 AND id = $2", [
    job.street_id,
    job.id,
    next.runAt,
    next.failed ? "failed" : "waiting",
    next.error,
  ]);
}

/** Waiting work of one instance whose time has come. */
export function dueJobsOf(read: Reader, street: string, instanceId: string, now: number): Promise<readonly JobRow[]> {
  return read.all<JobRow>(
    `SELECT * FROM job WHERE street_id = $1 AND instance_id = $2 AND status = 'waiting' AND run_at <= $3
     ORDER BY run_at, id`,
    [street, instanceId, now],
  );
}
