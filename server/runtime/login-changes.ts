/** Logins: inviting by a one-time code, using it, locking and unlocking. There is no password that an administrator knows. */
import type { Person } from "../access/actor.ts";
import { codeBytes, codeFrom, codeHash } from "../access/invitation-code.ts";
import { hashPassword, isStrong } from "../access/passwords.ts";
import { loginHash } from "../access/sign-in.ts";
import { answer, notFound, refuseWith, type Outcome } from "../http/outcome.ts";
import { forgetAttempts } from "../store/accounts.ts";
import type { Tx } from "../store/index.ts";
import {
  endSessions,
  findInvitation,
  invite,
  ownerOfLogin,
  reserveLogin,
  setAccountState,
  setPassword,
  useInvitation,
} from "../store/people-changes.ts";
import { listedPerson } from "../store/person-list.ts";
import { isOfficer } from "../access/appoint.ts";
import { record } from "./change-register.ts";
import type { RuntimeContext } from "./context.ts";
import { loginOf } from "./person-words.ts";
import { isHeld, isInForce, isManageable, placedPosts, seenPerson, type SeenPerson } from "./seen-person.ts";
import { mayManage, mayAppoint } from "../access/appoint.ts";

const days = 86_400_000;
/** A week to be handed on. */
const validFor = 7 * days;

export interface Invited {
  readonly login: string;
  readonly code: string;
  /** Epoch milliseconds on the machine's own clock. */
  readonly until: number;
}

/**
 * Whose login may be given out: of people one manages; an officer's first one also by the system administrator, since
 * somebody has to begin, a forgotten one by a security administrator only, or he could take the office.
 */
export function mayInvite(context: RuntimeContext, principal: Person, seen: SeenPerson): boolean {
  if (isManageable(context, principal, seen)) return true;
  if (seen.row.id === principal.id || seen.row.accountState === "active" || seen.row.accountState === "locked")
    return false;
  return placedPosts(context, seen.posts).every((post) =>
    isOfficer(post.role) ? mayAppoint(principal, post) !== undefined : mayManage(principal, [post]),
  );
}

/** Reserves the login when there is none. */
async function loginFor(tx: Tx, seen: SeenPerson, wished: string | undefined, at: number): Promise<Outcome<string>> {
  const { row } = seen;
  if (row.login !== null) return answer(row.login);
  const login = loginOf(wished);
  if (login === null) return refuseWith("LOGIN_MISSING", {}, { path: "/login" });
  if (login === undefined) return refuseWith("LOGIN_INVALID", {}, { path: "/login" });
  if ((await ownerOfLogin(tx, login)) !== undefined) return refuseWith("LOGIN_TAKEN", { login }, { path: "/login" });
  await reserveLogin(tx, login, row.id, at);
  return answer(login);
}

/** When the first post of somebody without one begins. */
function begins({ posts }: SeenPerson): number | undefined {
  if (posts.some(isInForce)) return undefined;
  return Math.min(...posts.filter(isHeld).map((post) => post.from_at));
}

/** A week; of somebody whose first post is to come a week from then on, or the code would be of no use. */
export const validUntil = (seen: SeenPerson, now: number): number => Math.max(now, begins(seen) ?? now) + validFor;

/** In: `now` of the machine's own clock: a moved demo clock must not let codes run out. */
export function inviteToLogin(
  context: RuntimeContext,
  principal: Person,
  id: string,
  wished: string | undefined,
  now: number,
): Promise<Outcome<Invited>> {
  const code = codeFrom(context.ports.random.bytes(codeBytes));
  return context.store.write(async (tx): Promise<Outcome<Invited>> => {
    const seen = await seenPerson(context, tx, principal, id);
    if (seen === undefined) return notFound();
    if (seen.row.state !== "active" || !seen.posts.some(isHeld)) return refuseWith("PERSON_GONE");
    if (!mayInvite(context, principal, seen)) return refuseWith("PERSON_NOT_YOURS");
    const login = await loginFor(tx, seen, wished, now);
    if (!login.ok) return login;
    if (seen.row.accountState === "closed") await setAccountState(tx, id, "invited", now);
    const until = validUntil(seen, now);
    await invite(tx, { codeHash: codeHash(code), personId: id, createdAt: now, expiresAt: until }, principal.id);
    record(context, tx, principal, "login.invite", { id, unit: seen.posts[0]?.unit });
    return answer({ login: login.value, code, until });
  });
}

/** Sets the password of whoever holds the code; every browser that was signed in with the old one is out. */
export async function joinWithCode(
  context: RuntimeContext,
  given: { readonly code: string; readonly password: string },
  now: number,
): Promise<Outcome<string>> {
  const hash = codeHash(given.code);
  const found = await findInvitation(context.store.read, hash);
  const person = found === undefined ? undefined : await listedPerson(context.store.read, found.personId);
  const isOpen = found !== undefined && found.usedAt === null && found.expiresAt > now;
  const login = person?.login ?? null;
  if (!isOpen || person?.state !== "active" || login === null || person.accountState === "locked")
    return refuseWith("INVITATION_INVALID", {}, { path: "/code" });
  if (!isStrong(given.password, login)) return refuseWith("PASSWORD_TOO_WEAK", {}, { path: "/password" });
  const passwordHash = await hashPassword(given.password);
  return context.store.write(async (tx): Promise<Outcome<string>> => {
    if (!(await useInvitation(tx, hash, now))) return refuseWith("INVITATION_INVALID", {}, { path: "/code" });
    await setPassword(tx, person.id, passwordHash, now);
    await forgetAttempts(tx, loginHash(login));
    await endSessions(tx, person.id);
    return answer(person.id);
  });
}

/** Locking ends the sessions at once; unlocking also forgives wrong passwords. */
export function setLoginState(
  context: RuntimeContext,
  principal: Person,
  id: string,
  state: "locked" | "active",
  now: number,
): Promise<Outcome<string>> {
  return context.store.write(async (tx): Promise<Outcome<string>> => {
    const seen = await seenPerson(context, tx, principal, id);
    if (seen === undefined) return notFound();
    if (id === principal.id) return refuseWith("PERSON_IS_SELF");
    if (!isManageable(context, principal, seen)) return refuseWith("PERSON_NOT_YOURS");
    const { login, accountState } = seen.row;
    if (login === null || (accountState !== "active" && accountState !== "locked")) return refuseWith("LOGIN_MISSING");
    await setAccountState(tx, id, state, now);
    if (state === "locked") await endSessions(tx, id);
    else await forgetAttempts(tx, loginHash(login));
    record(context, tx, principal, state === "locked" ? "login.lock" : "login.unlock", {
      id,
      unit: seen.posts[0]?.unit,
    });
    return answer(id);
  });
}
