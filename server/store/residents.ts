/** Rows of the residents' channel: links by hash, sealed numbers, ratings, and counts against floods. */
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";
import type { ResidentContactRow, ResidentLinkRow, ResidentRatingRow } from "./rows.ts";

export type { ResidentContactRow, ResidentLinkRow, ResidentRatingRow } from "./rows.ts";

/** The link behind a token's hash, while its time runs. */
export async function findLink(read: Reader, tokenHash: string, now: number): Promise<ResidentLinkRow | undefined> {
  const [row] = await read.all<ResidentLinkRow>(
    "SELECT * FROM resident_link WHERE token_hash = $1 AND expires_at > $2",
    [tokenHash, now],
  );
  return row;
}

export async function findContact(
  read: Reader,
  street: string,
  caseId: string,
  now: number,
): Promise<ResidentContactRow | undefined> {
  const [row] = await read.all<ResidentContactRow>(
    "SELECT * FROM resident_contact WHERE street_id = $1 AND case_id = $2 AND expires_at > $3",
    [street, caseId, now],
  );
  return row;
}

/** Numbers and counts whose time is over. */
export async function dropExpired(tx: Tx, now: number, wall: number): Promise<void> {
  await tx.run("DELETE FROM resident_contact WHERE expires_at <= $1", [now]);
  await tx.run("DELETE FROM resident_count WHERE until <= $1", [wall]);
}

export function ratingsOf(read: Reader, street: string, caseId: string): Promise<readonly ResidentRatingRow[]> {
  return read.all<ResidentRatingRow>(
    "SELECT * FROM resident_rating WHERE street_id = $1 AND case_id = $2 ORDER BY round",
    [street, caseId],
  );
}

/** Whether the case's instance waits for a message of this name. */
export async function isWaitingFor(read: Reader, street: string, caseId: string, message: string): Promise<boolean> {
  const rows = await read.all(
    "SELECT 1 FROM subscription WHERE street_id = $1 AND instance_id = $2 AND message_name = $3",
    [street, caseId, message],
  );
  return rows.length > 0;
}

export interface Bucket {
  readonly name: string;
  readonly limit: number;
  /** Epoch milliseconds at which a window that begins now ends. */
  readonly until: number;
}

export interface Full {
  readonly bucket: string;
  readonly until: number;
}

/** The fullest of the buckets that are full now, or undefined. */
export async function findFull(
  read: Reader,
  street: string,
  buckets: readonly Bucket[],
  now: number,
): Promise<Full | undefined> {
  const marks = buckets.map((_, index) => `$${index + 3}`).join(", ");
  const rows = await read.all<{ readonly bucket: string; readonly count: number; readonly until: number }>(
    `SELECT bucket, count, until FROM resident_count WHERE street_id = $1 AND until > $2 AND bucket IN (${marks})`,
    [street, now, ...buckets.map((bucket) => bucket.name)],
  );
  const full = rows.filter((row) => row.count >= (buckets.find((each) => each.name === row.bucket)?.limit ?? 0));
  return full.toSorted((a, b) => b.until - a.until)[0];
}

/**
 * Counts one more; a window that is over begins anew. One statement, so that two nodes never count past the limit.
 * Out: false when the bucket is full.
 */
export async function countOne(tx: Tx, street: string, bucket: Bucket, now: number): Promise<boolean> {
  const changed = await tx.run(
    `INSERT INTO resident_count (street_id, bucket, count, until) VALUES ($1, $2, 1, $3)
     ON CONFLICT (street_id, bucket) DO UPDATE SET
       count = CASE WHEN resident_count.until <= $4 THEN 1 ELSE resident_count.count + 1 END,
       until = CASE WHEN resident_count.until <= $4 THEN $3 ELSE resident_count.until END
     WHERE resident_count.until <= $4 OR resident_count.count < $5`,
    [street, bucket.name, bucket.until, now, bucket.limit],
  );
  return changed === 1;
}
