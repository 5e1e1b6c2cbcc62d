/** Logins with their password hashes, and the count of failures that locks a login, known or not (S21). */
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export interface Account {
  readonly login: string;
  readonly personId: string;
  readonly passwordHash: string;
}

/** An account that may sign in, by its login in lower case. */
export async function findAccount(read: Reader, login: string): Promise<Account | undefined> {
  const [row] = await read.all<Account>(
    `SELECT login, person_id AS "personId", password_hash AS "passwordHash" FROM account
     WHERE login = $1 AND state = 'active'`,
    [login],
  );
  return row;
}

export async function hasAccounts(read: Reader): Promise<boolean> {
  return (await read.all(`SELECT 1 AS one FROM account LIMIT 1`)).length > 0;
}

export async function addAccount(tx: Tx, account: Account, at: number): Promise<void> {
  await tx.run(
    `INSERT INTO account (login, person_id, password_hash, state, created_at, updated_at)
     VALUES ($1, $2, $3, 'active', $4, $4)`,
    [account.login, account.personId, account.passwordHash, at],
  );
}

export interface Attempts {
  readonly failures: number;
  readonly firstAt: number;
  readonly lockedUntil: number | null;
}

export async function findAttempts(read: Reader, loginHash: string): Promise<Attempts | undefined> {
  const [row] = await read.all<Attempts>(
    `SELECT failures, first_at AS "firstAt", locked_until AS "lockedUntil" FROM login_attempt WHERE login_hash = $1`,
    [loginHash],
  );
  return row;
}

export async function saveAttempts(tx: Tx, loginHash: string, attempts: Attempts): Promise<void> {
  await tx.run(
    `INSERT INTO login_attempt (login_hash, failures, first_at, locked_until) VALUES ($1, $2, $3, $4)
     ON CONFLICT (login_hash) DO UPDATE SET failures = excluded.failures, first_at = excluded.first_at,
       locked_until = excluded.locked_until`,
    [loginHash, attempts.failures, attempts.firstAt, attempts.lockedUntil],
  );
}

export async function forgetAttempts(tx: Tx, loginHash: string): Promise<void> {
  await tx.run(`DELETE FROM login_attempt WHERE login_hash = $1`, [loginHash]);
}
