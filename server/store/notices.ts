/** Notices to persons: listed newest first, read and confirmed by their receiver only. */
import { conditions } from "./conditions.ts";
import { pageOf, pageSize, readCursor, type Page } from "./cursor.ts";
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
  readonly urgent: 0 | 1;
  readonly announcementId: string | null;
  readonly confirm: 0 | 1;
  readonly confirmedAt: number | null;
  /** Unit that announced it. */
  readonly unit: string | null;
}

export interface NoticeFilter {
  readonly show?: "unread" | "toConfirm" | "announcements" | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const toConfirm = "n.confirm = 1 AND n.confirmed_at IS NULL";
const shows = { unread: "n.read_at IS NULL", toConfirm, announcements: "n.announcement_id IS NOT NULL" } as const;

/** Notices of a person, newest first. `total` counts those of the filter. */
export async function noticesOf(read: Reader, personId: string, filter: NoticeFilter): Promise<Page<StoredNotice>> {
  const where = conditions();
  where.add(`n.person_id = ${where.value(personId)}`);
  if (filter.show !== undefined) where.add(shows[filter.show]);
  const [count] = await read.all<{ n: number }>(
    `SELECT COUNT(*) AS n FROM notice n WHERE ${where.text()}`,
    where.values,
  );
  const [at, id] = readCursor(filter.cursor, 2) ?? [];
  if (at !== undefined && id !== undefined)
    where.add(`(n.at < ${where.value(at)} OR (n.at = ${where.value(at)} AND n.id < ${where.value(id)}))`);
  const size = pageSize(filter.limit);
  const rows = await read.all<StoredNotice>(
    `SELECT n.street_id AS street, n.id, n.at, n.title, n.body, n.case_id AS "caseId", n.read_at AS "readAt", n.urgent,
       n.announcement_id AS "announcementId", n.confirm, n.confirmed_at AS "confirmedAt", a.unit
     FROM notice n LEFT JOIN announcement a ON a.street_id = n.street_id AND a.id = n.announcement_id
     WHERE ${where.text()} ORDER BY n.at DESC, n.id DESC LIMIT ${where.value(size + 1)}`,
    where.values,
  );
  return pageOf(rows, size, count?.n ?? 0, (row) => [row.at, row.id]);
}

export interface OpenNotices {
  readonly unread: number;
  readonly toConfirm: number;
}

export async function openNotices(read: Reader, personId: string): Promise<OpenNotices> {
  const [row] = await read.all<OpenNotices>(
    `SELECT COUNT(CASE WHEN n.read_at IS NULL THEN 1 END) AS unread,
       COUNT(CASE WHEN ${toConfirm} THEN 1 END) AS "toConfirm"
     FROM notice n WHERE n.person_id = $1 AND (n.read_at IS NULL OR (${toConfirm}))`,
    [personId],
  );
  return row ?? { unread: 0, toConfirm: 0 };
}

export async function unreadNotices(read: Reader, personId: string): Promise<number> {
  return (await openNotices(read, personId)).unread;
}

/** True when the notice is there and is this person's. Reading it again keeps the first time. */
export async function markRead(tx: Tx, street: string, id: string, personId: string, at: number): Promise<boolean> {
  const changed = await tx.run(
    `UPDATE notice SET read_at = COALESCE(read_at, $4) WHERE street_id = $1 AND id = $2 AND person_id = $3`,
    [street, id, personId, at],
  );
  return changed > 0;
}

/** Out: how many were unread. */
export function markAllRead(tx: Tx, personId: string, at: number): Promise<number> {
  return tx.run("UPDATE notice SET read_at = $2 WHERE person_id = $1 AND read_at IS NULL", [personId, at]);
}

/** True when the notice is this person's and asks for it. Confirming again keeps the first time. */
export async function markConfirmed(
  tx: Tx,
  street: string,
  id: string,
  personId: string,
  at: number,
): Promise<boolean> {
  const changed = await tx.run(
    `UPDATE notice SET read_at = COALESCE(read_at, $4), confirmed_at = COALESCE(confirmed_at, $4)
     WHERE street_id = $1 AND id = $2 AND person_id = $3 AND confirm = 1`,
    [street, id, personId, at],
  );
  return changed > 0;
}
