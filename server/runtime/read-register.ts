/** The register of people for its pages: the list, one person, and the posts that one may give. */
import type { Person } from "../access/actor.ts";
import { exclude, mayAppoint } from "../access/appoint.ts";
import { mayDo } from "../access/may-do.ts";
import { loginHash } from "../access/sign-in.ts";
import { isWithin } from "../access/unit-tree.ts";
import type { PersonDetail, PersonPage, PersonSummary, PostChoice } from "../contract/types.ts";
import { findAttempts } from "../store/accounts.ts";
import { openInvitation } from "../store/people-changes.ts";
import { allListed, listPeople, type ListedPerson, type PersonFilter } from "../store/person-list.ts";
import { openProposals, postsOf, type PostRow } from "../store/posts.ts";
import { openWorkOf } from "../store/staffing.ts";
import type { RuntimeContext } from "./context.ts";
import { isManageable, pathOf, pathsSeen, personSummary, placedPosts, postHistory, seenPerson } from "./seen-person.ts";

export interface RegisterQuery extends Omit<PersonFilter, "paths" | "unit"> {
  readonly street?: string;
  readonly unit?: string;
}

/** Out: undefined when a named unit or street is not one of the principal's: it is not found then. */
function filterOf(context: RuntimeContext, principal: Person, query: RegisterQuery): PersonFilter | undefined {
  const { street, unit, ...filter } = query;
  const paths = pathsSeen(principal);
  const within: string[] = [];
  for (const code of [street, unit]) {
    if (code === undefined || code === "") continue;
    const path = pathOf(context, code);
    if (path === undefined || !paths.some((each) => isWithin(path, each))) return undefined;
    within.push(path);
  }
  const narrowest = within.toSorted((a, b) => b.length - a.length)[0];
  return { ...filter, paths, ...(narrowest === undefined ? {} : { unit: narrowest }) };
}

/** Posts by person. */
export function grouped(posts: readonly PostRow[]): ReadonlyMap<string, readonly PostRow[]> {
  const byPerson = new Map<string, PostRow[]>();
  for (const post of posts) {
    const known = byPerson.get(post.person_id);
    if (known === undefined) byPerson.set(post.person_id, [post]);
    else known.push(post);
  }
  return byPerson;
}

async function summaries(context: RuntimeContext, principal: Person, rows: readonly ListedPerson[]) {
  const found: PostRow[] = [];
  // A statement takes so many values at most.
  for (let at = 0; at < rows.length; at += 500)
    found.push(
      ...(await postsOf(
        context.store.read,
        rows.slice(at, at + 500).map((row) => row.id),
      )),
    );
  const posts = grouped(found);
  return rows.map((row) => personSummary(context, principal, row, posts.get(row.id) ?? []));
}

export async function readPeopleList(
  context: RuntimeContext,
  principal: Person,
  query: RegisterQuery,
): Promise<PersonPage | undefined> {
  const filter = filterOf(context, principal, query);
  if (filter === undefined) return undefined;
  const page = await listPeople(context.store.read, filter);
  return {
    items: await summaries(context, principal, page.rows),
    total: page.total,
    ...(page.next === undefined ? {} : { next: page.next }),
  };
}

/** Everybody of the list, for the Excel file. */
export async function readPeopleAll(
  context: RuntimeContext,
  principal: Person,
  query: RegisterQuery,
): Promise<readonly PersonSummary[] | undefined> {
  const filter = filterOf(context, principal, query);
  if (filter === undefined) return undefined;
  return summaries(context, principal, await allListed(context.store.read, filter));
}

export async function readProposals(context: RuntimeContext, principal: Person): Promise<PersonSummary[]> {
  const ids = [...new Set((await openProposals(context.store.read)).map((post) => post.person_id))];
  const seen = await Promise.all(ids.map((id) => seenPerson(context, context.store.read, principal, id)));
  return seen.flatMap((each) => (each === undefined ? [] : [personSummary(context, principal, each.row, each.posts)]));
}

/** Every post that the principal may give: roles at the units that have them. */
export const postChoices = ({ catalogue }: Pick<RuntimeContext, "catalogue">, principal: Person): PostChoice[] =>
  catalogue.tree.units.flatMap((unit) =>
    catalogue.roles().flatMap((role): PostChoice[] => {
      if (!role.at.includes(unit.kind)) return [];
      const how = mayAppoint(principal, { role: role.key, path: catalogue.tree.path(unit.code) });
      return how === undefined ? [] : [{ unit: unit.code, role: role.key, proposal: how === "propose" }];
    }),
  );

type Action = PersonDetail["actions"][number];

function actionsOf(row: ListedPerson, isMine: boolean): Action[] {
  if (!isMine) return [];
  if (row.state === "disabled") return ["appoint"];
  const login: readonly Action[] =
    row.accountState === "locked" ? ["unlock"] : row.accountState === "active" ? ["invite", "lock"] : ["invite"];
  return ["change", "appoint", ...login, "leave"];
}

/** Out: undefined when the principal does not see the person. */
export async function readPerson(
  context: RuntimeContext,
  principal: Person,
  id: string,
): Promise<PersonDetail | undefined> {
  const { store, catalogue, ports } = context;
  const seen = await seenPerson(context, store.read, principal, id);
  if (seen === undefined) return undefined;
  const { row, posts } = seen;
  const now = ports.clock.now();
  const [work, invitation, attempts] = await Promise.all([
    openWorkOf(store.read, tenantsOf(context), id),
    openInvitation(store.read, id, now),
    row.login === null ? undefined : findAttempts(store.read, loginHash(row.login)),
  ]);
  const isMine = isManageable(context, principal, seen);
  const lockedUntil = attempts?.lockedUntil ?? null;
  const held = new Set(posts.filter((post) => post.to_at === null).map((post) => `${post.unit}/${post.role}`));
  const roles = placedPosts(context, posts).map((post) => post.role);
  return {
    person: personSummary(context, principal, row, posts),
    revision: row.updatedAt ?? row.createdAt,
    openTasks: work.length,
    ...(invitation === undefined ? {} : { invitedUntil: new Date(invitation.expiresAt).toISOString() }),
    ...(lockedUntil === null || lockedUntil <= Date.now() ? {} : { lockedUntil: new Date(lockedUntil).toISOString() }),
    history: postHistory(context, principal, posts),
    actions: actionsOf(row, isMine),
    appointable: mayDo(principal, "person.manage")
      ? postChoices({ catalogue }, principal).filter(
          (choice) => !held.has(`${choice.unit}/${choice.role}`) && !exclude([...roles, choice.role]),
        )
      : [],
  };
}

/** Every tenant of the organisation: work is looked for wherever somebody may have been called. */
export const tenantsOf = ({ catalogue }: Pick<RuntimeContext, "catalogue">): readonly string[] => [
  ...new Set(catalogue.tree.units.map((unit) => catalogue.tree.tenant(unit.code))),
];
