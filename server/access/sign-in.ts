/**
 * Sign-in by login and password. An attempt is counted before the password is looked at, in the store: however
 * many come at once, on however many nodes, five are tried and then the login is locked for 15 minutes (S21).
 */
import { createHash } from "node:crypto";
import { findAccount, findAttempts, forgetAttempts, saveAttempts } from "../store/accounts.ts";
import type { Store } from "../store/index.ts";
import { isPassword } from "./passwords.ts";

const maxFailures = 5;
const lockMs = 15 * 60_000;

export type SignIn =
  | { readonly kind: "in"; readonly personId: string }
  | { readonly kind: "wrong" }
  | {
      readonly kind: "locked";
      /** Epoch milliseconds. */
      readonly until: number;
    };

export const normalLogin = (login: string): string => login.normalize("NFKC").trim().toLowerCase();
/** Under which a login's failures are kept, known or not. In: the login in its normal form. */
export const loginHash = (login: string): string => createHash("sha256").update(login).digest("hex");

/** Counts an attempt; gives the end of the lock when the login is locked. */
function countAttempt(store: Store, hash: string, now: number): Promise<number | undefined> {
  return store.write(async (tx) => {
    const before = await findAttempts(tx, hash);
    if (before?.lockedUntil != null && before.lockedUntil > now) return before.lockedUntil;
    const isFresh = before === undefined || before.lockedUntil !== null || now - before.firstAt > lockMs;
    const failures = isFresh ? 1 : before.failures + 1;
    const lockedUntil = failures >= maxFailures ? now + lockMs : null;
    await saveAttempts(tx, hash, { failures, firstAt: isFresh ? now : before.firstAt, lockedUntil });
    return undefined;
  });
}

/** @param now the machine's own clock, epoch milliseconds */
export async function signIn(store: Store, given: string, password: string, now: number): Promise<SignIn> {
  const login = normalLogin(given);
  const hash = loginHash(login);
  const until = await countAttempt(store, hash, now);
  if (until !== undefined) return { kind: "locked", until };
  const account = await findAccount(store.read, login);
  if (!(await isPassword(account?.passwordHash, password)) || account === undefined) return { kind: "wrong" };
  await store.write((tx) => forgetAttempts(tx, hash));
  return { kind: "in", personId: account.personId };
}
