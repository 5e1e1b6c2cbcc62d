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

/** Days on which a post begins and ends; null: now, and open. */
export interface PostDates {
  readonly fromAt: number | null;
  readonly untilAt: number | null;
}

const always: PostDates = { fromAt: null, untilAt: null };

const grant = (tx: Tx, { personId, unit, role }: PostChange, at: number): Promise<unknown> =>
  tx.run(`INSERT INTO grant_ (person_id, unit, role, granted_at) VALUES ($1, $2, $3, $4)`, [personId, unit, role, at]);

/** Begins a post now, or plans it for a day to come: then it gives no right yet. */
export async function openPost(tx: Tx, change: PostChange, { fromAt, untilAt }: PostDates = always): Promise<void> {
  const { personId, unit, role, at, by } = change;
  if (fromAt === null) await grant(tx, change, at);
  await tx.run(
    // A plan that was withdrawn may be made again for the same day.
    `INSERT INTO post (person_id, unit, role, from_at, to_at, state, by_person, ended_by, until_at)
     VALUES ($1, $2, $3, $4, NULL, $5, $6, NULL, $7) ON CONFLICT (person_id, unit, role, from_at) DO UPDATE
     SET state = excluded.state, to_at = NULL, by_person = excluded.by_person, ended_by = NULL,
     until_at = excluded.until_at`,
    [personId, unit, role, fromAt ?? at, fromAt === null ? "current" : "planned", by, untilAt],
  );
}

/** Other dates for a post in force or to come. Out: whether there was such a post. */
export async function datePost(tx: Tx, change: PostChange, { fromAt, untilAt }: PostDates): Promise<boolean> {
  const { personId, unit, role } = change;
  if (fromAt !== null)
    await tx.run(
      `DELETE FROM post WHERE person_id = $1 AND unit = $2 AND role = $3 AND state = 'withdrawn' AND from_at = $4`,
      [personId, unit, role, fromAt],
    );
  const changed = await tx.run(
    `UPDATE post SET from_at = coalesce(CAST($4 AS BIGINT), from_at), until_at = $5
     WHERE person_id = $1 AND unit = $2 AND role = $3 AND state IN ('current', 'planned')`,
    [personId, unit, role, fromAt, untilAt],
  );
  return changed === 1;
}

/** The day of a planned post has come: compare-and-set, so that one of many nodes begins it. */
export async function beginPost(tx: Tx, change: PostChange): Promise<boolean> {
  const begun = await tx.run(
    `UPDATE post SET state = 'current' WHERE person_id = $1 AND unit = $2 AND role = $3 AND state = 'planned'`,
    [change.personId, change.unit, change.role],
  );
  if (begun === 1) await grant(tx, change, change.at);
  return begun === 1;
}

/** A planned post that will not be. */
export async function withdrawPost(tx: Tx, { personId, unit, role, at, by }: PostChange): Promise<boolean> {
  const changed = await tx.run(
    `UPDATE post SET state = 'withdrawn', to_at = $4, ended_by = $5
     WHERE person_id = $1 AND unit = $2 AND role = $3 AND state = 'planned'`,
    [personId, unit, role, at, by],
  );
  return changed === 1;
}

/** Posts whose beginning or end has come. */
export const duePosts = (read: Reader, now: number): Promise<readonly PostRow[]> =>
  read.all<PostRow>(
    `SELECT * FROM post WHERE (state = 'planned' AND from_at <= $1) OR (state = 'current' AND until_at <= $1)
     ORDER BY from_at, person_id, unit, role LIMIT 200`,
    [now],
  );

/** When the next post begins or ends. */
export async function nextPostAt(read: Reader): Promise<number | undefined> {
  const [row] = await read.all<{ at: number | null }>(
    `SELECT min(at) AS at FROM (SELECT min(from_at) AS at FROM post WHERE state = 'planned'
     UNION ALL SELECT min(until_at) AS at FROM post WHERE state = 'current') turns`,
  );
  return row?.at ?? undefined;
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

/** Ends a post now; a proposal for it, or a plan, is withdrawn. */
export async function closePost(tx: Tx, { personId, unit, role, at, by }: PostChange): Promise<void> {
  await tx.run(`DELETE FROM grant_ WHERE person_id = $1 AND unit = $2 AND role = $3`, [personId, unit, role]);
  await tx.run(
    `UPDATE post SET state = CASE WHEN state = 'planned' THEN 'withdrawn' ELSE 'ended' END, to_at = $4, ended_by = $5
     WHERE person_id = $1 AND unit = $2 AND role = $3 AND state IN ('current', 'proposed', 'planned')`,
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

/** A post to come, or one in force whose end is set. */
export interface TurningPost {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly role: string;
  readonly state: "planned" | "current";
  readonly from: number;
  readonly until: number | null;
}

/** The next to begin first. */
export const turningPosts = (read: Reader): Promise<readonly TurningPost[]> =>
  read.all<TurningPost>(
    `SELECT p.id, p.name, o.unit, o.role, o.state, o.from_at AS "from", o.until_at AS "until"
     FROM post o JOIN person p ON p.id = o.person_id
     WHERE p.state = 'active' AND (o.state = 'planned' OR (o.state = 'current' AND o.until_at IS NOT NULL))
     ORDER BY o.from_at, p.name, p.id`,
  );
