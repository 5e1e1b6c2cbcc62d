/** A person as somebody else may see him: through the posts, now or once, at units of the one who looks. */
import type { Person } from "../access/actor.ts";
import { mayAppoint, mayManage, type Post } from "../access/appoint.ts";
import { mayDo } from "../access/may-do.ts";
import { rowAllows } from "../access/table.ts";
import { isWithin } from "../access/unit-tree.ts";
import type { PersonPost, PersonSummary } from "../contract/types.ts";
import type { Reader } from "../store/index.ts";
import { listedPerson, type ListedPerson } from "../store/person-list.ts";
import { postsOf, type PostRow } from "../store/posts.ts";
import { dayOf } from "../views/moments.ts";
import type { RuntimeContext } from "./context.ts";

type Context = Pick<RuntimeContext, "catalogue">;

export interface SeenPerson {
  readonly row: ListedPerson;
  /** All posts, also those that the one who looks does not see. */
  readonly posts: readonly PostRow[];
}

/** Unit paths whose people somebody sees. */
export const pathsSeen = (person: Person, action = "person.read"): readonly string[] => [
  ...new Set(person.grants.filter(({ role }) => rowAllows(action, role)).map(({ path }) => path)),
];

/** Undefined for a unit that is gone from the organisation. */
export const pathOf = ({ catalogue }: Context, unit: string): string | undefined =>
  catalogue.tree.get(unit) === undefined ? undefined : catalogue.tree.path(unit);

const isSeen = (context: Context, paths: readonly string[], post: PostRow): boolean => {
  const path = pathOf(context, post.unit);
  return path !== undefined && paths.some((each) => isWithin(path, each));
};

export const isInForce = (post: PostRow): boolean => post.state === "current";
/** In force, or with a day on which it begins. */
export const isHeld = (post: PostRow): boolean => post.state === "current" || post.state === "planned";

export const placedPosts = (context: Context, posts: readonly PostRow[]): readonly Post[] =>
  posts.filter(isHeld).flatMap(({ role, unit }) => {
    const path = pathOf(context, unit);
    return path === undefined ? [] : [{ role, path }];
  });

export async function seenPerson(
  context: Context,
  read: Reader,
  principal: Person,
  id: string,
): Promise<SeenPerson | undefined> {
  const [row, posts] = await Promise.all([listedPerson(read, id), postsOf(read, [id])]);
  return row !== undefined && isSeenBy(context, principal, { row, posts }) ? { row, posts } : undefined;
}

/** Through one post at least, now or once, at a unit of the one who looks. */
export function isSeenBy(context: Context, principal: Person, { posts }: SeenPerson): boolean {
  const paths = pathsSeen(principal);
  return posts.some((post) => isSeen(context, paths, post));
}

/** Whether all of the person is the other's to change: nobody changes himself, his equals or his superiors. */
export function isManageable(context: Context, principal: Person, { row, posts }: SeenPerson): boolean {
  if (row.id === principal.id || !mayManage(principal, placedPosts(context, posts))) return false;
  return posts.some((post) => {
    const path = pathOf(context, post.unit);
    return path !== undefined && mayDo(principal, "person.manage", { path });
  });
}

const iso = (at: number) => new Date(at).toISOString();

/** The last day of a post, of which the end is the midnight after. */
const lastDay = ({ catalogue }: Context, until: number): string => dayOf(until - 1, catalogue.timeZone);

function postView(context: Context, principal: Person, post: PostRow): PersonPost {
  const { catalogue } = context;
  const path = pathOf(context, post.unit);
  const mine =
    path !== undefined &&
    post.person_id !== principal.id &&
    (post.state === "proposed"
      ? mayDo(principal, "person.confirm", { path }) && post.by_person !== principal.id
      : mayManage(principal, [{ role: post.role, path }]) ||
        mayAppoint(principal, { role: post.role, path }) === "now");
  return {
    ...{ unit: post.unit, unitTitle: { ...catalogue.unitTitle(post.unit) } },
    ...{ role: post.role, roleTitle: { ...catalogue.roleTitle(post.role) }, from: iso(post.from_at) },
    ...(post.to_at === null ? {} : { to: iso(post.to_at) }),
    ...(post.to_at !== null || post.until_at === null ? {} : { until: lastDay(context, post.until_at) }),
    ...{ state: post.state, mine },
  };
}

/** In: the posts of this person. Out: with those of them that are seen, in force or proposed. */
export function personSummary(
  context: Context,
  principal: Person,
  row: ListedPerson,
  posts: readonly PostRow[],
): PersonSummary {
  const paths = pathsSeen(principal);
  const shown = posts.filter((post) => post.to_at === null && isSeen(context, paths, post));
  return {
    ...{ id: row.id, name: row.name, state: row.state === "active" ? "active" : "left" },
    ...(row.workPhone === null ? {} : { workPhone: row.workPhone }),
    ...(row.login === null ? {} : { login: row.login }),
    loginState: row.accountState ?? "none",
    posts: shown.map((post) => postView(context, principal, post)),
    ...(row.leftAt === null ? {} : { leftAt: iso(row.leftAt) }),
  };
}

export const postHistory = (context: Context, principal: Person, posts: readonly PostRow[]): PersonPost[] => {
  const paths = pathsSeen(principal);
  return posts
    .filter((post) => post.to_at !== null && isSeen(context, paths, post))
    .map((post) => postView(context, principal, post));
};
