/**
 * Posts that begin or end today (任职起止): at the first moment of the day in the pack's time zone somebody has his post,
 * at the first moment after the last one he has not, and what he had in hand goes to the group or its stand-in.
 */
import { exclude } from "../access/appoint.ts";
import { addAudit } from "../store/audit.ts";
import type { Tx } from "../store/index.ts";
import { endSessions } from "../store/people-changes.ts";
import { listedPerson } from "../store/person-list.ts";
import { beginPost, closePost, duePosts, postsOf, withdrawPost, type PostRow } from "../store/posts.ts";
import type { RuntimeContext } from "./context.ts";
import { handOver, planHandOver, type Leaver } from "./hand-over.ts";
import { forgetStaffing, readStaffing } from "./staffing.ts";

const actor = { kind: "system", id: "job", name: "", grants: [] } as const;

function note(context: RuntimeContext, tx: Tx, post: PostRow, action: string, moved = 0): void {
  const { catalogue, ports } = context;
  const { unit, role } = post;
  const street = catalogue.tree.get(unit) === undefined ? catalogue.formerUnits().get(unit)?.street : undefined;
  addAudit(tx, {
    ...{ street: street ?? catalogue.tree.tenant(unit), id: ports.ids.uuid(), at: ports.clock.now() },
    ...{ actor: "system:job", action, subject: `person:${post.person_id}`, body: { unit, role, moved } },
  });
}

const changeOf = ({ person_id, unit, role }: PostRow, at: number) => ({
  ...{ personId: person_id, unit, role, at, by: "system" },
});

/** Whether the post may still begin: the unit is there, the person has not left, and nothing excludes it by now. */
async function mayBegin(context: RuntimeContext, tx: Tx, post: PostRow): Promise<boolean> {
  const person = await listedPerson(tx, post.person_id);
  const held = (await postsOf(tx, [post.person_id])).filter((each) => each.state === "current");
  const isHere = context.catalogue.tree.get(post.unit) !== undefined;
  return isHere && person?.state === "active" && !exclude([...held.map((each) => each.role), post.role]);
}

async function begin(context: RuntimeContext, tx: Tx, post: PostRow): Promise<void> {
  const change = changeOf(post, post.from_at);
  if (await mayBegin(context, tx, post)) {
    if (await beginPost(tx, change)) note(context, tx, post, "post.begin");
  } else if (await withdrawPost(tx, change)) note(context, tx, post, "post.withdraw");
}

async function end(context: RuntimeContext, tx: Tx, post: PostRow): Promise<void> {
  const { person_id: id, unit, role, until_at } = post;
  const posts = await postsOf(tx, [id]);
  // Another node may have ended it, or somebody may have given it more time.
  const isDue = posts.some(
    (each) => each.state === "current" && each.unit === unit && each.role === role && each.until_at === until_at,
  );
  if (!isDue) return;
  const person = await listedPerson(tx, id);
  await closePost(tx, changeOf(post, until_at ?? context.ports.clock.now()));
  const leaver: Leaver = { id, name: person?.name ?? "", groups: [`${unit}/${role}`], leavesAll: false };
  const staffing = await readStaffing(tx);
  const moves = await planHandOver(context, tx, staffing, leaver, undefined);
  const moved = await handOver(context, tx, actor, staffing, leaver, moves);
  if (!posts.some((each) => each !== post && each.state === "current" && each.unit + each.role !== unit + role))
    await endSessions(tx, id);
  note(context, tx, post, "post.end", moved);
}

/** Out: faults of ours; the posts they concern are tried again later. */
export async function turnPosts(context: RuntimeContext): Promise<readonly unknown[]> {
  const { store, ports } = context;
  const errors: unknown[] = [];
  for (const post of await duePosts(store.read, ports.clock.now())) {
    try {
      await store.write(async (tx) => {
        await (post.state === "planned" ? begin : end)(context, tx, post);
        tx.afterCommit(() => forgetStaffing(store));
      });
    } catch (error) {
      errors.push(error);
    }
  }
  return errors;
}
