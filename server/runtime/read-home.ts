/** The phone's home page: what waits, today's work of the grid, the tiles; and the matters one reports most. */
import type { Principal, Scope } from "../access/actor.ts";
import type { Home, Matter, ModuleTile } from "../contract/types.ts";
import { countCases } from "../store/cases.ts";
import { unreadNotices } from "../store/notices.ts";
import { countSubmissions } from "../store/submissions.ts";
import { countTasks, type TaskView } from "../store/tasks.ts";
import { recentMatters } from "../store/recent-matters.ts";
import { startOfDay } from "../views/moments.ts";
import type { Catalogue, CatalogueMatter } from "./catalogue-type.ts";
import type { RuntimeContext } from "./context.ts";

async function countsOf(context: RuntimeContext, scope: Scope): Promise<Home["counts"]> {
  const { read } = context.store;
  const now = context.ports.clock.now();
  const tasks = (view: TaskView) => countTasks(read, scope, { view, now });
  const [todo, done, overdue, mine, unread] = await Promise.all([
    tasks("todo"),
    tasks("done"),
    tasks("overdue"),
    countCases(read, scope, { mine: true, now }),
    unreadNotices(read, scope.personId),
  ]);
  return { todo, done, overdue, mine, unreadNotices: unread };
}

async function todayOf(context: RuntimeContext, scope: Scope, street: string): Promise<Home["today"]> {
  const { catalogue, store, ports } = context;
  const since = startOfDay(ports.clock.now(), catalogue.timeZone);
  return Promise.all(
    catalogue.dailyGoals(street).map(async ({ key, title, form, goal }) => ({
      ...{ key, title: { ...title }, form, goal },
      done: await countSubmissions(store.read, scope, { form, mine: true, since }),
    })),
  );
}

/** A tile for which designers have published more forms than its own opens their list. */
function withForms(catalogue: Catalogue, street: string, tile: ModuleTile): ModuleTile {
  const { form, ...bare } = tile;
  const more = catalogue.forms(street).some((each) => each.module === tile.key && each.key !== form);
  return more && tile.enabled ? { ...bare, opens: `/m/forms/${tile.key}` } : tile;
}

/** See `Runtime.home`. */
export async function readHome(context: RuntimeContext, principal: Principal, scope: Scope): Promise<Home> {
  const { catalogue } = context;
  const grid = principal.grants.find((grant) => catalogue.tree.get(grant.unit)?.kind === "grid");
  const street = grid?.street ?? scope.streets[0] ?? "";
  const counts = await countsOf(context, scope);
  const badged = (key: string) => (key === "todo" && counts.todo > 0 ? { badge: counts.todo } : {});
  return {
    ...(grid === undefined ? {} : { grid: { ...catalogue.unitTitle(grid.unit) } }),
    counts,
    tiles: catalogue.tiles(street).map((tile) => ({ ...withForms(catalogue, street, tile), ...badged(tile.key) })),
    // Patrols and visits are the work of a grid.
    today: grid === undefined ? [] : await todayOf(context, scope, street),
  };
}

/** The wire does not tell which role a matter begins with: the table decides. */
function withoutOwnerRole(matter: CatalogueMatter): Matter {
  const { ownerRole: _ownerRole, ...shown } = matter;
  return shown;
}

const RECENT_DAYS = 30;
const DAY = 86_400_000;

/** See `Runtime.matters`. */
export async function readMatters(context: RuntimeContext, scope: Scope, street: string): Promise<Matter[]> {
  const since = context.ports.clock.now() - RECENT_DAYS * DAY;
  const recent = await recentMatters(context.store.read, street, scope.personId, since);
  return context.catalogue
    .matters(street)
    .map((matter) => ({ ...withoutOwnerRole(matter), recent: recent.has(matter.key) }));
}
