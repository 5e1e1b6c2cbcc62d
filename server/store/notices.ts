/** Notices to persons: listed newest first, marked as read by their receiver only. */
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export interface StoredNotice {
  readonly street: string;
  readonly id: string;
  readonly at: number;
  /** JSON of a Title. */
  readonly title: string;
  readonly body: string;
  readonly caseId: string | null;
  readonly readAt: number | null;
}

/** Notices of a person before a moment (epoch milliseconds), newest first. */
export function noticesOf(
  read: Reader,
  personId: string,
  before: number,
  limit: number,
): Promise<readonly StoredNotice[]> {
  return read.all<StoredNotice>(
    `SELECT street_id AS street, id, at, title, body, case_id AS "caseId", read_at AS "readAt" FROM notice
     WHERE person_id = $1 AND at < $2 ORDER BY at DESC, id DESC LIMIT $3`,
    [personId, before, limit],
  );
}

export async function unreadNotices(read: Reader, personId: string): Promise<number> {
  const [row] = await read.all<{ count: number }>(
    `SELECT COUNT(*) AS count FROM notice WHERE person_id = $1 AND read_at IS NULL`,
    [personId],
  );
  return row?.count ?? 0;
}

/** True when the notice is there and is this person's. Reading it again keeps the first time. */
export async function markRead(tx: Tx, street: string, id: string, personId: string, at: number): Promise<boolean> {
  const changed = await tx.run(
    `UPDATE notice SET read_at = COALESCE(read_at, $4) WHERE street_id = $1 AND id = $2 AND person_id = $3`,
    [street, id, personId, at],
  );
  return changed > 0;
}
