/** 通知公告: what an office announces, and who has read and confirmed it. */
import type { Scope } from "../access/actor.ts";
import { conditions, isBelow, requireScope } from "./conditions.ts";
import { pageOf, pageSize, readCursor, type Page } from "./cursor.ts";
import type { GrantedPerson } from "./people.ts";
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export interface AnnouncementRow {
  readonly street_id: string;
  readonly id: string;
  readonly unit: string;
  readonly by_person: string;
  readonly at: number;
  readonly title: string;
  readonly body: string;
  /** JSON lists of unit codes and role keys. */
  readonly units: string;
  readonly roles: string;
  readonly confirm: 0 | 1;
  readonly urgent: 0 | 1;
  readonly content_hash: string;
  readonly reminded_at: number | null;
}

export type CountedAnnouncement = AnnouncementRow & {
  readonly receivers: number;
  readonly read: number;
  readonly confirmed: number;
};

const columns = [
  ...["street_id", "id", "unit", "by_person", "at", "title", "body", "units", "roles", "confirm", "urgent"],
  ...["content_hash", "reminded_at"],
] as const;

export async function addAnnouncement(tx: Tx, row: AnnouncementRow): Promise<void> {
  const marks = columns.map((_, index) => `$${index + 1}`).join(", ");
  await tx.run(
    `INSERT INTO announcement (${columns.join(", ")}) VALUES (${marks})`,
    columns.map((name) => row[name]),
  );
}

/** Ids are made by the sender's screen, so one is found by its id alone to see that it is there already. */
export async function announcementById(read: Reader, street: string, id: string): Promise<AnnouncementRow | undefined> {
  const [row] = await read.all<AnnouncementRow>("SELECT * FROM announcement WHERE street_id = $1 AND id = $2", [
    street,
    id,
  ]);
  return row;
}

const counted = `SELECT a.*, COUNT(n.id) AS receivers, COUNT(n.read_at) AS read, COUNT(n.confirmed_at) AS confirmed
  FROM announcement a JOIN org_unit u ON u.code = a.unit
  LEFT JOIN notice n ON n.street_id = a.street_id AND n.announcement_id = a.id AND n.message = 'announcement'`;
const grouped = `GROUP BY ${columns.map((name) => `a.${name}`).join(", ")}`;

export interface AnnouncementFilter {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** What the scope's units have announced, newest first. */
export async function announcements(
  read: Reader,
  given: Scope,
  filter: AnnouncementFilter,
): Promise<Page<CountedAnnouncement>> {
  const scope = requireScope(given);
  const where = conditions();
  where.isOneOf("a.street_id", scope.streets);
  where.add(isBelow(where, "u.path", scope.paths));
  const [count] = await read.all<{ n: number }>(
    `SELECT COUNT(*) AS n FROM announcement a JOIN org_unit u ON u.code = a.unit WHERE ${where.text()}`,
    where.values,
  );
  const [at, id] = readCursor(filter.cursor, 2) ?? [];
  if (at !== undefined && id !== undefined)
    where.add(`(a.at < ${where.value(at)} OR (a.at = ${where.value(at)} AND a.id < ${where.value(id)}))`);
  const size = pageSize(filter.limit);
  const rows = await read.all<CountedAnnouncement>(
    `${counted} WHERE ${where.text()} ${grouped} ORDER BY a.at DESC, a.id DESC LIMIT ${where.value(size + 1)}`,
    where.values,
  );
  return pageOf(rows, size, count?.n ?? 0, (row) => [row.at, row.id]);
}

export async function announcement(
  read: Reader,
  given: Scope,
  street: string,
  id: string,
): Promise<CountedAnnouncement | undefined> {
  const scope = requireScope(given);
  const where = conditions();
  where.isOneOf("a.street_id", scope.streets);
  where.add(`a.street_id = ${where.value(street)} AND a.id = ${where.value(id)}`);
  where.add(isBelow(where, "u.path", scope.paths));
  const [row] = await read.all<CountedAnnouncement>(`${counted} WHERE ${where.text()} ${grouped}`, where.values);
  return row;
}

export interface ReceiptRow {
  readonly noticeId: string;
  readonly personId: string;
  readonly name: string;
  readonly readAt: number | null;
  readonly confirmedAt: number | null;
}

/** Everybody it went to: those who have not confirmed, then those who have not read, then by name. */
export function receiptsOf(read: Reader, street: string, id: string): Promise<readonly ReceiptRow[]> {
  return read.all<ReceiptRow>(
    `SELECT n.id AS "noticeId", n.person_id AS "personId", p.name, n.read_at AS "readAt", n.confirmed_at AS "confirmedAt"
     FROM notice n JOIN person p ON p.id = n.person_id
     WHERE n.street_id = $1 AND n.announcement_id = $2 AND n.message = 'announcement'
     ORDER BY n.confirmed_at IS NOT NULL, n.read_at IS NOT NULL, p.name, p.id`,
    [street, id],
  );
}

export async function markReminded(tx: Tx, street: string, id: string, at: number): Promise<void> {
  await tx.run("UPDATE announcement SET reminded_at = $3 WHERE street_id = $1 AND id = $2", [street, id, at]);
}

/** Active persons with one of the roles at or below one of the unit paths, each post once. */
export function audienceOf(
  read: Reader,
  paths: readonly string[],
  roles: readonly string[],
): Promise<readonly GrantedPerson[]> {
  if (paths.length === 0 || roles.length === 0) return Promise.resolve([]);
  const where = conditions();
  where.isOneOf("g.role", roles);
  where.add(isBelow(where, "u.path", paths));
  return read.all<GrantedPerson>(
    `SELECT p.id, p.name, g.unit, g.role FROM grant_ g JOIN person p ON p.id = g.person_id JOIN org_unit u ON u.code = g.unit
     WHERE p.state = 'active' AND ${where.text()} ORDER BY g.unit, g.role, p.name, p.id`,
    where.values,
  );
}
