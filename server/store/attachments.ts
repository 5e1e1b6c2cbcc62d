/**
 * Rows of uploaded files. A file waits under its sender until a submission names it; then it moves to the street of
 * the case and belongs to it for ever (decided.md 10).
 */
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export interface StoredAttachment {
  readonly street: string;
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly byPerson: string;
  readonly at: number;
  /** JSON of a Position, or null. */
  readonly position: string | null;
  readonly unitPath: string;
  readonly caseId: string | null;
  readonly submissionId: string | null;
  /** Item of the form that holds it. */
  readonly item: string | null;
  readonly state: "waiting" | "linked";
}

const columns = `street_id AS street, id, sha256, name, type, size, by_person AS "byPerson", at, position,
  unit_path AS "unitPath", case_id AS "caseId", submission_id AS "submissionId", item, state`;

const marks = (count: number, from: number) =>
  Array.from({ length: count }, (_, index) => `$${from + index}`).join(",");

/** The row of an id within some streets. */
export async function findAttachment(
  read: Reader,
  streets: readonly string[],
  id: string,
): Promise<StoredAttachment | undefined> {
  if (streets.length === 0) throw new Error("Expected the streets of a scope but got none");
  const [row] = await read.all<StoredAttachment>(
    `SELECT ${columns} FROM attachment WHERE id = $1 AND street_id IN (${marks(streets.length, 2)})`,
    [id, ...streets],
  );
  return row;
}

export function attachmentsOfCase(read: Reader, street: string, caseId: string): Promise<readonly StoredAttachment[]> {
  return read.all<StoredAttachment>(
    `SELECT ${columns} FROM attachment WHERE street_id = $1 AND case_id = $2 ORDER BY at, id`,
    [street, caseId],
  );
}

export function attachmentsOfSubmissions(
  read: Reader,
  street: string,
  submissionIds: readonly string[],
): Promise<readonly StoredAttachment[]> {
  if (submissionIds.length === 0) return Promise.resolve([]);
  return read.all<StoredAttachment>(
    `SELECT ${columns} FROM attachment WHERE street_id = $1 AND submission_id IN (${marks(submissionIds.length, 2)})
     ORDER BY at, id`,
    [street, ...submissionIds],
  );
}

/** Adds a waiting row. Throws `UniqueViolation` when the id is taken in this street. */
export async function addAttachment(tx: Tx, row: StoredAttachment): Promise<void> {
  await tx.run(
    `INSERT INTO attachment (street_id, id, sha256, name, type, size, by_person, at, position, unit_path, case_id,
      submission_id, item, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      row.street,
      row.id,
      row.sha256,
      row.name,
      row.type,
      row.size,
      row.byPerson,
      row.at,
      row.position,
      row.unitPath,
      row.caseId,
      row.submissionId,
      row.item,
      row.state,
    ],
  );
}

export interface Link {
  /** Attachment id → item id of the form. */
  readonly items: ReadonlyMap<string, string>;
  readonly byPerson: string;
  readonly street: string;
  readonly unitPath: string;
  readonly caseId?: string;
  readonly submissionId: string;
}

async function waitingOf(tx: Tx, byPerson: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.all<{ id: string }>(
    `SELECT id FROM attachment WHERE state = 'waiting' AND by_person = $1 AND id IN (${marks(ids.length, 2)})`,
    [byPerson, ...ids],
  );
  return new Set(rows.map((row) => row.id));
}

/**
 * Links the files that a submission names: only waiting ones of the same sender, wherever they waited. Nothing is
 * changed unless all are there.
 * @returns the ids that were not found, or are somebody else's, or are linked already
 */
export async function linkAttachments(tx: Tx, link: Link): Promise<readonly string[]> {
  const ids = [...link.items.keys()];
  if (ids.length === 0) return [];
  const waiting = await waitingOf(tx, link.byPerson, ids);
  const missing = ids.filter((id) => !waiting.has(id));
  if (missing.length > 0) return missing;
  for (const [id, item] of link.items) {
    await tx.run(
      `UPDATE attachment SET street_id = $1, unit_path = $2, case_id = $3, submission_id = $4, item = $5, state = 'linked'
       WHERE id = $6 AND by_person = $7 AND state = 'waiting'`,
      [link.street, link.unitPath, link.caseId ?? null, link.submissionId, item, id, link.byPerson],
    );
  }
  return [];
}

export interface AnnouncedFiles {
  readonly street: string;
  readonly announcementId: string;
  readonly unitPath: string;
  readonly byPerson: string;
  readonly ids: readonly string[];
}

/**
 * Gives waiting files of the sender to his announcement, in their order.
 * @returns the ids that were not found, or are somebody else's, or are linked already; then nothing is changed
 */
export async function announceFiles(tx: Tx, given: AnnouncedFiles): Promise<readonly string[]> {
  const { street, announcementId, unitPath, byPerson, ids } = given;
  if (ids.length === 0) return [];
  const waiting = await waitingOf(tx, byPerson, ids);
  const missing = ids.filter((id) => !waiting.has(id));
  if (missing.length > 0) return missing;
  for (const [at, id] of ids.entries()) {
    await tx.run(
      `UPDATE attachment SET street_id = $1, unit_path = $2, announcement_id = $3, item = $4, state = 'linked'
       WHERE id = $5 AND by_person = $6 AND state = 'waiting'`,
      [street, unitPath, announcementId, String(at).padStart(2, "0"), id, byPerson],
    );
  }
  return [];
}

export type AnnouncedFile = Pick<StoredAttachment, "id" | "name" | "type" | "size"> & {
  readonly announcementId: string;
};

/** Files of announcements, in the order they were given. */
export function filesOfAnnouncements(
  read: Reader,
  announcementIds: readonly string[],
): Promise<readonly AnnouncedFile[]> {
  if (announcementIds.length === 0) return Promise.resolve([]);
  return read.all<AnnouncedFile>(
    `SELECT id, name, type, size, announcement_id AS "announcementId" FROM attachment
     WHERE announcement_id IN (${marks(announcementIds.length, 1)}) ORDER BY item, id`,
    announcementIds,
  );
}

/** A file of an announcement that the person has a notice of, wherever it was announced. */
export async function fileAnnouncedTo(
  read: Reader,
  personId: string,
  id: string,
): Promise<StoredAttachment | undefined> {
  const [row] = await read.all<StoredAttachment>(
    `SELECT ${columns} FROM attachment WHERE id = $1 AND announcement_id IS NOT NULL AND EXISTS
     (SELECT 1 FROM notice n WHERE n.street_id = attachment.street_id AND n.announcement_id = attachment.announcement_id
      AND n.person_id = $2)`,
    [id, personId],
  );
  return row;
}

/** Takes away the files of senders whose id begins so, that have waited since before. Out: how many rows, and hashes of bytes without one. */
export async function removeWaiting(
  tx: Tx,
  street: string,
  sender: string,
  before: number,
): Promise<{ readonly rows: number; readonly bytes: readonly string[] }> {
  const old = await tx.all<{ id: string; sha256: string }>(
    `SELECT id, sha256 FROM attachment WHERE street_id = $1 AND state = 'waiting' AND at < $2 AND by_person LIKE $3
     ORDER BY at LIMIT ${MOST_AT_ONCE}`,
    [street, before, `${sender}%`],
  );
  const gone: string[] = [];
  for (const { id, sha256 } of old) {
    await tx.run("DELETE FROM attachment WHERE street_id = $1 AND id = $2 AND state = 'waiting'", [street, id]);
    const [other] = await tx.all("SELECT 1 AS found FROM attachment WHERE sha256 = $1 LIMIT 1", [sha256]);
    if (other === undefined) gone.push(sha256);
  }
  return { rows: old.length, bytes: gone };
}

/** Long transactions hold up everybody: the rest waits for the next round. */
export const MOST_AT_ONCE = 200;
