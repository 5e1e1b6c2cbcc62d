/**
 * What goes out by mail, robot or SMS: rows written with their notice, so that nothing is lost, and claimed by
 * compare-and-set before each try. Rows that go out together share a letter, whose id stays the same on every try.
 */
import type { DeliveryRow } from "./rows.ts";
import type { Reader } from "./session.ts";
import type { Store } from "./store.ts";
import type { Tx } from "./transaction.ts";

export type { DeliveryRow } from "./rows.ts";

const isDue = "state = 'waiting' AND run_at <= $1 AND (letter_id IS NULL OR letter_id = id)";

/** Streets and channels that have something to send. */
export function dueLanes(read: Reader, now: number): Promise<readonly { street: string; channel: string }[]> {
  return read.all(`SELECT DISTINCT street_id AS street, channel FROM delivery WHERE ${isDue}`, [now]);
}

interface Due {
  readonly street: string;
  readonly channel: string;
  readonly now: number;
  readonly limit: number;
}

/** The rows that head a letter which is due: what has no letter yet, or whose own id is the letter's. */
export function dueLetters(read: Reader, { street, channel, now, limit }: Due): Promise<readonly DeliveryRow[]> {
  return read.all<DeliveryRow>(
    `SELECT * FROM delivery WHERE ${isDue} AND street_id = $2 AND channel = $3
     ORDER BY urgent DESC, run_at, id LIMIT $4`,
    [now, street, channel, limit],
  );
}

/** Makes one letter of a due row and, when it is not urgent, of all that waits for the same person and channel. */
async function bind(tx: Tx, row: DeliveryRow, until: number): Promise<number> {
  const alone = await tx.run(
    `UPDATE delivery SET letter_id = id, run_at = $4, tries = tries + 1
     WHERE street_id = $1 AND id = $2 AND run_at = $3 AND state = 'waiting' AND letter_id IS NULL`,
    [row.street_id, row.id, row.run_at, until],
  );
  if (alone === 0 || row.urgent === 1) return alone;
  await tx.run(
    `UPDATE delivery SET letter_id = $4, run_at = $5, tries = tries + 1
     WHERE street_id = $1 AND person_id = $2 AND channel = $3 AND state = 'waiting' AND urgent = 0
       AND letter_id IS NULL`,
    [row.street_id, row.person_id, row.channel, row.id, until],
  );
  return alone;
}

const again = (tx: Tx, row: DeliveryRow, until: number) =>
  tx.run(
    `UPDATE delivery SET run_at = $4, tries = tries + 1
     WHERE street_id = $1 AND letter_id = $2 AND run_at = $3 AND state = 'waiting'`,
    [row.street_id, row.id, row.run_at, until],
  );

/** A claimed letter: rows in the order of their notices, with the notices' texts. */
export type LetterRow = DeliveryRow & {
  readonly title: string | null;
  readonly body: string | null;
  readonly brief: string | null;
  readonly caseId: string | null;
};

/** Takes a letter for one try until `until`. Out: its rows; empty when another worker has it. */
export async function claimLetter(tx: Tx, row: DeliveryRow, until: number): Promise<readonly LetterRow[]> {
  const taken = row.letter_id === null ? await bind(tx, row, until) : await again(tx, row, until);
  if (taken === 0) return [];
  return tx.all<LetterRow>(
    `SELECT d.*, n.title, n.body, n.brief, n.case_id AS "caseId" FROM delivery d
     LEFT JOIN notice n ON n.street_id = d.street_id AND n.id = d.notice_id
     WHERE d.street_id = $1 AND d.letter_id = $2 AND d.state = 'waiting' ORDER BY d.created_at, d.id`,
    [row.street_id, row.id],
  );
}

/** A row that is due may not go out now: it waits until `until`. */
export async function holdDelivery(tx: Tx, row: DeliveryRow, until: number): Promise<void> {
  await tx.run(
    `UPDATE delivery SET run_at = $4 WHERE street_id = $1 AND id = $2 AND run_at = $3 AND state = 'waiting'`,
    [row.street_id, row.id, row.run_at, until],
  );
}

export interface Ending {
  readonly state: DeliveryRow["state"];
  readonly runAt: number;
  readonly sentAt: number | null;
  readonly address: string;
  /** JSON; null when it went well. */
  readonly error: string | null;
}

/** Records how a try ended, for all rows of the letter. */
export async function endTry(tx: Tx, street: string, letterId: string, end: Ending): Promise<void> {
  await tx.run(
    `UPDATE delivery SET state = $3, run_at = $4, sent_at = $5, address = $6, error = $7
     WHERE street_id = $1 AND letter_id = $2 AND state = 'waiting'`,
    [street, letterId, end.state, end.runAt, end.sentAt, end.address, end.error],
  );
}

/** Tries what could not be delivered once more from the start, under its old id. Out: false when there is none. */
export async function retryDelivery(tx: Tx, street: string, id: string, now: number): Promise<boolean> {
  const [row] = await tx.all<{ letter_id: string | null }>(
    "SELECT letter_id FROM delivery WHERE street_id = $1 AND id = $2 AND state = 'failed'",
    [street, id],
  );
  if (row === undefined) return false;
  const changed = await tx.run(
    `UPDATE delivery SET state = 'waiting', tries = 0, run_at = $4
     WHERE street_id = $1 AND (id = $2 OR letter_id = $3) AND state = 'failed'`,
    [street, id, row.letter_id ?? id, now],
  );
  return changed > 0;
}

/** Removes what ended before a moment; nothing is written when there is none. */
export async function removeOldDeliveries(store: Store, street: string, before: number): Promise<void> {
  const old = "street_id = $1 AND created_at < $2 AND state <> 'waiting'";
  const [one] = await store.read.all(`SELECT id FROM delivery WHERE ${old} LIMIT 1`, [street, before]);
  if (one !== undefined) await store.write((tx) => tx.run(`DELETE FROM delivery WHERE ${old}`, [street, before]));
}
