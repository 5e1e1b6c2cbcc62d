/** Leaving: open work moves, posts and sessions end, the name stays in the history. The same for a single post. */
import type { Person } from "../access/actor.ts";
import { isOfficer } from "../access/appoint.ts";
import type { HandOver, Left } from "../contract/types.ts";
import { answer, notFound, refuseWith, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import { addAudit } from "../store/audit.ts";
import type { Reader, Tx } from "../store/index.ts";
import { endInvitations, endSessions, setAccountState, setPersonState } from "../store/people-changes.ts";
import { peopleWith } from "../store/people-with-role.ts";
import { closePost } from "../store/posts.ts";
import type { RuntimeContext } from "./context.ts";
import { handOver, personAt, planHandOver, sayMoves, without, type Leaver } from "./hand-over.ts";
import { orRefused, Refusal } from "./refusal.ts";
import { groupTitle } from "./group-title.ts";
import { isInForce, isManageable, pathsSeen, pathOf, seenPerson, type SeenPerson } from "./seen-person.ts";
import { forgetStaffing, readStaffing } from "./staffing.ts";
import { isWithin } from "../access/unit-tree.ts";

export interface PostName {
  readonly unit: string;
  readonly role: string;
}

const leaverOf = ({ row, posts }: SeenPerson, post?: PostName): Leaver => {
  const held = posts.filter(isInForce).map(({ unit, role }) => `${unit}/${role}`);
  const groups = post === undefined ? held : [`${post.unit}/${post.role}`];
  return { id: row.id, name: row.name, groups, leavesAll: post === undefined };
};

/** An active person below the principal's units; undefined for anybody else. */
async function successorOf(
  context: RuntimeContext,
  read: Reader,
  principal: Person,
  leaver: string,
  id: string | undefined,
): Promise<Outcome<Person | undefined>> {
  if (id === undefined || id === "") return answer(undefined);
  const seen = id === leaver ? undefined : await seenPerson(context, read, principal, id);
  if (seen === undefined || seen.row.state !== "active") return refuseWith("SUCCESSOR_UNKNOWN");
  return answer(await personAt(context, read, seen.row));
}

/** Who could take over: people of the same groups' roles first, then others who handle cases at these units. */
async function successors(context: RuntimeContext, principal: Person, leaver: Leaver): Promise<HandOver["successors"]> {
  const roles = [...new Set(leaver.groups.map((group) => group.slice(group.indexOf("/") + 1)))];
  const paths = pathsSeen(principal);
  const near = context.catalogue
    .roles()
    .map((role) => role.key)
    .filter((role) => !isOfficer(role));
  const people = await peopleWith(context.store.read, near);
  const found = new Map<string, HandOver["successors"][number]>();
  for (const { id, name, unit, role } of people) {
    const path = pathOf(context, unit);
    if (id === leaver.id || path === undefined || !paths.some((each) => isWithin(path, each))) continue;
    const same = roles.includes(role);
    if (found.get(id)?.same === true) continue;
    found.set(id, { id, name, title: { ...groupTitle(context, `${unit}/${role}`) }, same });
  }
  const all = [...found.values()];
  return [...all.filter((each) => each.same), ...all.filter((each) => !each.same)].slice(0, 500);
}

export interface LeaveQuery {
  readonly successor?: string;
  /** Only this post. */
  readonly unit?: string;
  readonly role?: string;
}

const postOf = ({ unit, role }: LeaveQuery): PostName | undefined =>
  unit === undefined || role === undefined ? undefined : { unit, role };

export async function readHandOver(
  context: RuntimeContext,
  principal: Person,
  id: string,
  query: LeaveQuery,
): Promise<Outcome<HandOver>> {
  const { read } = context.store;
  const seen = await seenPerson(context, read, principal, id);
  if (seen === undefined) return notFound();
  const successor = await successorOf(context, read, principal, id, query.successor);
  if (!successor.ok) return successor;
  const leaver = leaverOf(seen, postOf(query));
  const staffing = without(await readStaffing(read), leaver);
  const moves = await planHandOver(context, read, staffing, leaver, successor.value);
  return answer({ ...sayMoves(context, moves), successors: await successors(context, principal, leaver) });
}

/** S19: the last of the officers cannot go, or nobody could ever name another. */
async function lastOfficer(context: RuntimeContext, read: Reader, leaver: Leaver): Promise<Outcome<never> | undefined> {
  const staffing = without(await readStaffing(read), leaver);
  const gone = leaver.groups.find((group) => {
    const role = group.slice(group.indexOf("/") + 1);
    return isOfficer(role) && role !== "auditor" && staffing.people(group).length === 0;
  });
  if (gone === undefined) return undefined;
  return refuseWith("LAST_OFFICER", { role: context.catalogue.roleTitle(gone.slice(gone.indexOf("/") + 1))["zh-CN"] });
}

interface Departure {
  readonly principal: Person;
  readonly seen: SeenPerson;
  readonly leaver: Leaver;
  readonly successor: Person | undefined;
  readonly note: string;
  readonly expected: number | undefined;
}

async function endPosts(tx: Tx, { principal, seen, leaver }: Departure, at: number): Promise<void> {
  const { row, posts } = seen;
  for (const { unit, role } of posts.filter((post) => post.to_at === null)) {
    const isMeant = leaver.leavesAll || leaver.groups.includes(`${unit}/${role}`);
    if (isMeant) await closePost(tx, { personId: row.id, unit, role, at, by: principal.id });
  }
  if (!leaver.leavesAll) return;
  await setPersonState(tx, row.id, "disabled", at);
  await setAccountState(tx, row.id, "closed", at);
  await endInvitations(tx, row.id, at);
  await endSessions(tx, row.id);
}

async function depart(context: RuntimeContext, tx: Tx, departure: Departure): Promise<Outcome<Left>> {
  const { principal, leaver, successor, note, seen } = departure;
  const refusal = await lastOfficer(context, tx, leaver);
  if (refusal !== undefined) return refusal;
  const at = context.ports.clock.now();
  await endPosts(tx, departure, at);
  const staffing = await readStaffing(tx);
  const moves = await planHandOver(context, tx, staffing, leaver, successor);
  if (departure.expected !== undefined && departure.expected !== moves.length)
    throw new Refusal([problem("HAND_OVER_CHANGED", { count: moves.length })]);
  const moved = await handOver(context, tx, principal, staffing, leaver, moves);
  const unit = seen.posts[0]?.unit;
  addAudit(tx, {
    ...{ street: tenantOf(context, unit, principal), id: context.ports.ids.uuid(), at },
    ...{ actor: `person:${principal.id}`, subject: `person:${leaver.id}` },
    action: leaver.leavesAll ? "person.leave" : "person.endPost",
    body: { groups: [...leaver.groups], moved, successor: successor?.id ?? null, note: note.length },
  });
  tx.afterCommit(() => forgetStaffing(context.store));
  const { groups } = sayMoves(context, moves);
  return answer({ moved, groups });
}

/** The tenant that a record about a unit belongs to. */
export function tenantOf({ catalogue }: RuntimeContext, unit: string | undefined, principal: Person): string {
  if (unit !== undefined && catalogue.tree.get(unit) !== undefined) return catalogue.tree.tenant(unit);
  return principal.grants[0]?.street ?? catalogue.tree.units[0]?.code ?? "";
}

export interface LeaveWish {
  readonly successor?: string;
  readonly note?: string;
  /** How many tasks the preview showed. */
  readonly expected?: number;
  readonly post?: PostName;
}

/** In: the post that ends, or none when the person leaves altogether. */
export async function leave(
  context: RuntimeContext,
  principal: Person,
  id: string,
  given: LeaveWish,
): Promise<Outcome<Left>> {
  const run = async (tx: Tx): Promise<Outcome<Left>> => {
    const seen = await seenPerson(context, tx, principal, id);
    if (seen === undefined) return notFound();
    const { post } = given;
    const refusal = post === undefined ? leaveRefusal(context, principal, seen) : undefined;
    if (refusal !== undefined) return refusal;
    if (post !== undefined && !endsHis(context, principal, seen, post)) return refuseWith("APPOINTMENT_NOT_YOURS");
    const successor = await successorOf(context, tx, principal, id, given.successor);
    if (!successor.ok) return successor;
    const leaver = leaverOf(seen, post);
    return depart(context, tx, {
      principal,
      seen,
      leaver,
      successor: successor.value,
      note: given.note ?? "",
      expected: given.expected,
    });
  };
  return orRefused(context.store.write(run));
}

function leaveRefusal(context: RuntimeContext, principal: Person, seen: SeenPerson): Outcome<never> | undefined {
  if (seen.row.id === principal.id) return refuseWith("PERSON_IS_SELF");
  if (seen.row.state !== "active") return refuseWith("PERSON_GONE");
  return isManageable(context, principal, seen) ? undefined : refuseWith("PERSON_NOT_YOURS");
}

/** A post is ended by whoever could give it at once, or, an officer's, by a security administrator. */
function endsHis(context: RuntimeContext, principal: Person, { row, posts }: SeenPerson, post: PostName): boolean {
  const held = posts.find((each) => each.to_at === null && each.unit === post.unit && each.role === post.role);
  if (held === undefined || row.id === principal.id) return false;
  return isManageable(context, principal, { row, posts: [{ ...held, state: "current" }] });
}
