/** What changes a person, an account or an invitation. */
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export interface PersonChange {
  readonly id: string;
  readonly name: string;
  readonly workPhone: string | null;
  readonly at: number;
}

/** Out: whether the person was still as the caller saw him (`revision` = his last change). */
export async function changePerson(tx: Tx, change: PersonChange, revision: number): Promise<boolean> {
  const changed = await tx.run(
    `UPDATE person SET name = $2, work_phone = $3, updated_at = $4
     WHERE id = $1 AND coalesce(updated_at, created_at) = $5`,
    [change.id, change.name, change.workPhone, change.at, revision],
  );
  return changed === 1;
}

export async function setPersonState(tx: Tx, id: string, state: "active" | "disabled", at: number): Promise<void> {
  await tx.run(`UPDATE person SET state = $2, left_at = $3, updated_at = $4 WHERE id = $1`, [
    ...[id, state, state === "disabled" ? at : null, at],
  ]);
}

/** An account that waits for its invitation: no password fits it. */
export async function reserveLogin(tx: Tx, login: string, personId: string, at: number): Promise<void> {
  await tx.run(
    `INSERT INTO account (login, person_id, password_hash, state, created_at, updated_at)
     VALUES ($1, $2, '', 'invited', $3, $3)`,
    [login, personId, at],
  );
}

export async function ownerOfLogin(read: Reader, login: string): Promise<string | undefined> {
  const [row] = await read.all<{ person_id: string }>(`SELECT person_id FROM account WHERE login = $1`, [login]);
  return row?.person_id;
}

export async function setAccountState(
  tx: Tx,
  personId: string,
  state: "active" | "invited" | "locked" | "closed",
  at: number,
): Promise<void> {
  await tx.run(`UPDATE account SET state = $2, updated_at = $3 WHERE person_id = $1`, [personId, state, at]);
}

export async function setPassword(tx: Tx, personId: string, passwordHash: string, at: number): Promise<void> {
  await tx.run(`UPDATE account SET password_hash = $2, state = 'active', updated_at = $3 WHERE person_id = $1`, [
    ...[personId, passwordHash, at],
  ]);
}

/** Out: how many browsers were signed out. */
export const endSessions = (tx: Tx, personId: string): Promise<number> =>
  tx.run(`DELETE FROM session WHERE person_id = $1`, [personId]);

export interface Invitation {
  readonly codeHash: string;
  readonly personId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

/** The newest invitation is the only one that works. */
export async function invite(tx: Tx, invitation: Omit<Invitation, "usedAt">, by: string): Promise<void> {
  await endInvitations(tx, invitation.personId, invitation.createdAt);
  await tx.run(
    `INSERT INTO invitation (code_hash, person_id, created_at, expires_at, used_at, by_person)
     VALUES ($1, $2, $3, $4, NULL, $5)`,
    [invitation.codeHash, invitation.personId, invitation.createdAt, invitation.expiresAt, by],
  );
}

export async function endInvitations(tx: Tx, personId: string, at: number): Promise<void> {
  await tx.run(`UPDATE invitation SET used_at = $2 WHERE person_id = $1 AND used_at IS NULL`, [personId, at]);
}

const invitationColumns = `code_hash AS "codeHash", person_id AS "personId", created_at AS "createdAt",
  expires_at AS "expiresAt", used_at AS "usedAt"`;

export async function findInvitation(read: Reader, codeHash: string): Promise<Invitation | undefined> {
  const [row] = await read.all<Invitation>(`SELECT ${invitationColumns} FROM invitation WHERE code_hash = $1`, [
    codeHash,
  ]);
  return row;
}

/** The invitation that a person has not used yet and still may. */
export async function openInvitation(read: Reader, personId: string, now: number): Promise<Invitation | undefined> {
  const [row] = await read.all<Invitation>(
    `SELECT ${invitationColumns} FROM invitation WHERE person_id = $1 AND used_at IS NULL AND expires_at > $2`,
    [personId, now],
  );
  return row;
}

/** Compare-and-set: of two who use the same code at once, one is first. */
export const useInvitation = async (tx: Tx, codeHash: string, at: number): Promise<boolean> =>
  (await tx.run(`UPDATE invitation SET used_at = $2 WHERE code_hash = $1 AND used_at IS NULL`, [codeHash, at])) === 1;
