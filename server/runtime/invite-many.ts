/**
 * One-time codes for many people at once, after an import: told once as a list to print or hand out, kept as hashes.
 * Nobody's password is reset by it: whoever has one, is locked or is not the principal's is named as left out.
 */
import type { Person } from "../access/actor.ts";
import { codeBytes, codeFrom, codeHash } from "../access/invitation-code.ts";
import type { InvitationsSkipped, InvitedPerson } from "../contract/types.ts";
import type { Problem } from "../../engine/model/problem.ts";
import { problem } from "../http/problems.ts";
import type { Tx } from "../store/index.ts";
import { invite, ownerOfLogin, reserveLogin, setAccountState } from "../store/people-changes.ts";
import { listedPerson } from "../store/person-list.ts";
import { postsOf } from "../store/posts.ts";
import { record } from "./change-register.ts";
import type { RuntimeContext } from "./context.ts";
import { groupTitle } from "./group-title.ts";
import { mayInvite, validUntil } from "./login-changes.ts";
import { loginOf } from "./person-words.ts";
import { grouped, readPeopleAll, type RegisterQuery } from "./read-register.ts";
import { isHeld, isSeenBy, type SeenPerson } from "./seen-person.ts";

/** As many as one import brings. */
const mostInvited = 5000;

export interface InvitedMany {
  readonly items: readonly Omit<InvitedPerson, "link">[];
  readonly skipped: readonly InvitationsSkipped[];
}

/** Why somebody gets no code. */
function refusal(context: RuntimeContext, principal: Person, seen: SeenPerson): Problem | undefined {
  const { row, posts } = seen;
  if (row.state !== "active" || !posts.some(isHeld)) return problem("PERSON_GONE");
  if (row.accountState === "active" || row.accountState === "locked") return problem("LOGIN_IN_USE");
  return mayInvite(context, principal, seen) ? undefined : problem("PERSON_NOT_YOURS");
}

/** The login that is there, else the work telephone, which everybody knows of himself. */
async function loginFor(tx: Tx, { row }: SeenPerson, now: number): Promise<string | undefined> {
  if (row.login !== null) return row.login;
  const login = loginOf(row.workPhone ?? "");
  if (login === null || login === undefined || (await ownerOfLogin(tx, login)) !== undefined) return undefined;
  await reserveLogin(tx, login, row.id, now);
  return login;
}

async function inviteOne(
  context: RuntimeContext,
  tx: Tx,
  principal: Person,
  seen: SeenPerson,
  now: number,
): Promise<InvitedMany["items"][number] | Problem> {
  const refused = refusal(context, principal, seen);
  if (refused !== undefined) return refused;
  const login = await loginFor(tx, seen, now);
  if (login === undefined) return problem("LOGIN_NEEDED");
  const { id, name, accountState } = seen.row;
  if (accountState === "closed") await setAccountState(tx, id, "invited", now);
  const code = codeFrom(context.ports.random.bytes(codeBytes));
  const until = validUntil(seen, now);
  await invite(tx, { codeHash: codeHash(code), personId: id, createdAt: now, expiresAt: until }, principal.id);
  record(context, tx, principal, "login.invite", { id, unit: seen.posts[0]?.unit });
  const posts = seen.posts.filter(isHeld).map(({ unit, role }) => ({ ...groupTitle(context, `${unit}/${role}`) }));
  return { id, name, login, code, posts, until: new Date(until).toISOString() };
}

/** So many a transaction: other people's work must not wait for thousands of codes. */
const atOnce = 250;

async function inviteSome(
  context: RuntimeContext,
  tx: Tx,
  principal: Person,
  ids: readonly string[],
  now: number,
): Promise<InvitedMany> {
  const posts = grouped(await postsOf(tx, ids));
  const items: InvitedMany["items"][number][] = [];
  const skipped: InvitationsSkipped[] = [];
  for (const id of ids) {
    const row = await listedPerson(tx, id);
    const seen = row === undefined ? undefined : { row, posts: posts.get(id) ?? [] };
    if (seen === undefined || !isSeenBy(context, principal, seen)) continue;
    const done = await inviteOne(context, tx, principal, seen, now);
    if ("zh" in done) skipped.push({ id, name: seen.row.name, problem: { ...done } });
    else items.push(done);
  }
  return { items, skipped };
}

interface Wish {
  readonly people?: readonly string[];
  readonly filter: RegisterQuery;
}

async function idsOf(context: RuntimeContext, principal: Person, { people, filter }: Wish) {
  if (people !== undefined) return people;
  return (await readPeopleAll(context, principal, { ...filter, state: "noLogin" }))?.map(({ id }) => id);
}

/** In: ids, of which those that the principal does not see are passed over, or a filter of the list. */
export async function inviteMany(
  context: RuntimeContext,
  principal: Person,
  wish: Wish,
  now: number,
): Promise<InvitedMany | undefined> {
  const listed = await idsOf(context, principal, wish);
  if (listed === undefined) return undefined;
  const ids = [...new Set(listed)].slice(0, mostInvited);
  const told: InvitedMany[] = [];
  for (let at = 0; at < ids.length; at += atOnce) {
    const some = ids.slice(at, at + atOnce);
    told.push(await context.store.write((tx) => inviteSome(context, tx, principal, some, now)));
  }
  return { items: told.flatMap(({ items }) => items), skipped: told.flatMap(({ skipped }) => skipped) };
}
