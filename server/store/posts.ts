/** Posts: a role at a unit from one day to another. `grant_` holds those in force and is changed with them. */
import type { PostRow } from "./rows.ts";
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export type { PostRow } from "./rows.ts";

export interface PostChange {
  readonly personId: string;
  readonly unit: string;
  readonly role: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Who does it: a person's id or `system`. */
  readonly by: string;
}

/** Begins a post now. */
export async function openPost(tx: Tx, { personId, unit, role, at, by }: PostChange): Promise<void> {
  await tx.run(`INSERT INTO grant_ (person_id, unit, role, granted_at) VALUES ($1, $2, $3, $4)`, [
    ...[personId, unit, role, at],
  ]);
  await tx.run(
    `INSERT INTO post (person_id, unit, role, from_at, to_at, state, by_person, ended_by)
     VALUES ($1, $2, $3, $4, NULL, 'current', $5, NULL)`,
    [personId, unit, role, at, by],
  );
}

/** A post that waits for the second pair of eyes and gives no right yet. */
export async function proposePost(tx: Tx, { personId, unit, role, at, by }: PostChange): Promise<void> {
  await tx.run(
    `INSERT INTO post (person_id, unit, role, from_at, to_at, state, by_person, ended_by)
     VALUES ($1, $2, $3, $4, NULL, 'proposed', $5, NULL)`,
    [personId, unit, role, at, by],
  );
}

/** Answers a proposal: the post begins now, or it is declined. */
export async function answerProposal(tx: Tx, change: PostChange, agreed: boolean): Promise<void> {
  const { personId, unit, role, at, by } = change;
  await tx.run(
    agreed
      ? `UPDATE post SET state = 'current', from_at = $4, ended_by = CAST($5 AS TEXT)
         WHERE person_id = $1 AND unit = $2 AND role = $3 AND state = 'proposed'`
      : `UPDATE post SET state = 'declined', to_at = $4, ended_by = CAST($5 AS TEXT)
         WHERE person_id = $1 AND unit = $2 AND role = $3 AND state = 'proposed'`,
    [personId, unit, role, at, agreed ? null : by],
  );
  if (agreed)
    await tx.run(`INSERT INTO grant_ (person_id, unit, role, granted_at) VALUES ($1, $2, $3, $4)`, [
      ...[personId, unit, role, at],
    ]);
}

/** Ends a post now; a proposal for it is withdrawn. */
export async function closePost(tx: Tx, { personId, unit, role, at, by }: PostChange): Promise<void> {
  await tx.run(`DELETE FROM grant_ WHERE person_id = $1 AND unit = $2 AND role = $3`, [personId, unit, role]);
  await tx.run(
    `UPDATE post SET state = 'ended', to_at = $4, ended_by = $5
     WHERE person_id = $1 AND unit = $2 AND role = $3 AND state IN ('current', 'proposed')`,
    [personId, unit, role, at, by],
  );
}

/** All posts of these persons, those in force first, then the newest. */
export function postsOf(read: Reader, ids: readonly string[]): Promise<readonly PostRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  const marks = ids.map((_, index) => `$${index + 1}`).join(", ");
  return read.all<PostRow>(
    `SELECT * FROM post WHERE person_id IN (${marks})
     ORDER BY CASE WHEN to_at IS NULL THEN 0 ELSE 1 END, from_at DESC, unit, role`,
    [...ids],
  );
}

/** Proposals that nobody has answered, oldest first. */
export const openProposals = (read: Reader): Promise<readonly PostRow[]> =>
  read.all<PostRow>(`SELECT * FROM post WHERE state = 'proposed' ORDER BY from_at, person_id, unit, role`);
