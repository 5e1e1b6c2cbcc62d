/** 通知公告: an office announces to roles of units at or below its own, and follows who has confirmed. */
import type { Principal, Scope } from "../access/actor.ts";
import { mayDo, scopeOf } from "../access/may-do.ts";
import type * as wire from "../contract/types.ts";
import { answer, notFound, refuse, refuseWith, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import { tell } from "../jobs/write-notices.ts";
import {
  addAnnouncement,
  announcement,
  announcementById,
  announcements,
  audienceOf,
  markReminded,
  receiptsOf,
  type AnnouncementFilter,
  type AnnouncementRow,
  type CountedAnnouncement,
} from "../store/announcements.ts";
import { announceFiles, filesOfAnnouncements } from "../store/attachments.ts";
import type { Reader } from "../store/index.ts";
import { grantsOfMany, personNames, type GrantedPerson } from "../store/people.ts";
import { contentHash } from "./content-hash.ts";
import type { RuntimeContext } from "./context.ts";
import { orRefused, Refusal } from "./refusal.ts";
import { groupBy } from "./results/group-by.ts";

/** Reminding is for people: twice in a moment is a mistake. */
const REMIND_AFTER_MINUTES = 10;
const action = "announcement.send";

type Context = Pick<RuntimeContext, "catalogue">;

/** The first of the units that the sender has no say over. */
function outside({ catalogue }: Context, principal: Principal, units: readonly string[]): string | undefined {
  const { tree } = catalogue;
  return units.find((unit) => tree.get(unit) === undefined || !mayDo(principal, action, { path: tree.path(unit) }));
}

const refuseOutside = ({ catalogue }: Context, unit: string, path: string) =>
  refuse(problem("ANNOUNCEMENT_UNIT_OUTSIDE", { unit: catalogue.unitTitle(unit)["zh-CN"] }, { path }));

const receiversOf = ({ catalogue }: Context, read: Reader, { units, roles }: wire.Audience) =>
  audienceOf(
    read,
    units.map((unit) => catalogue.tree.path(unit)),
    roles,
  );

function emptyRoles({ catalogue }: Context, found: readonly GrantedPerson[], roles: readonly string[]) {
  return roles.filter((role) => !found.some((person) => person.role === role)).map((role) => catalogue.roleTitle(role));
}

export async function findAudience(
  context: RuntimeContext,
  principal: Principal,
  audience: wire.Audience,
): Promise<Outcome<wire.AudienceFound>> {
  const foreign = outside(context, principal, audience.units);
  if (foreign !== undefined) return refuseOutside(context, foreign, "/units");
  const found = await receiversOf(context, context.store.read, audience);
  const people = new Set(found.map((person) => person.id)).size;
  return answer({ people, emptyRoles: emptyRoles(context, found, audience.roles) });
}

function rowOf(
  context: RuntimeContext,
  principal: Principal,
  body: wire.NewAnnouncement,
  hash: string,
): AnnouncementRow {
  const { id, unit, title, body: text, units, roles, confirm, urgent } = body;
  return {
    ...{ street_id: context.catalogue.tree.tenant(unit), id, unit, by_person: principal.id, title, body: text },
    ...{ at: context.ports.clock.now(), units: JSON.stringify(units), roles: JSON.stringify(roles) },
    ...{ confirm: confirm ? 1 : 0, urgent: urgent ? 1 : 0, content_hash: hash, reminded_at: null },
  };
}

const factsOf = ({ catalogue }: Context, row: AnnouncementRow) => ({
  ...{ title: row.title, text: row.body, unit: { ...catalogue.unitTitle(row.unit) } },
});

/** An announcement without files says the same as before there were any. */
const filesSaid = (files: readonly string[]) => (files.length === 0 ? {} : { files: [...files] });

/** One transaction: the announcement, a notice for everybody it is for, and what goes out by other channels. */
export async function announce(
  context: RuntimeContext,
  principal: Principal,
  body: wire.NewAnnouncement,
): Promise<Outcome<wire.Announcement>> {
  const { files = [] } = body;
  const foreign = outside(context, principal, [body.unit, ...body.units]);
  if (foreign !== undefined) return refuseOutside(context, foreign, foreign === body.unit ? "/unit" : "/units");
  const hash = contentHash({
    by: principal.id,
    ...body,
    units: [...body.units],
    roles: [...body.roles],
    ...filesSaid(files),
  });
  const row = rowOf(context, principal, body, hash);
  const write = context.store.write(async (tx): Promise<Outcome<AnnouncementRow>> => {
    const before = await announcementById(tx, row.street_id, row.id);
    if (before !== undefined)
      return before.content_hash === hash ? answer(before) : refuseWith("ANNOUNCEMENT_CONTENT_DIFFERS");
    const people = new Set((await receiversOf(context, tx, body)).map((person) => person.id));
    if (people.size === 0) return refuse(problem("ANNOUNCEMENT_NOBODY", {}, { path: "/roles" }));
    await addAnnouncement(tx, row);
    const { street_id: street, id: announcementId, by_person: byPerson } = row;
    const unitPath = context.catalogue.tree.path(row.unit);
    const missing = await announceFiles(tx, { street, announcementId, unitPath, byPerson, ids: [...new Set(files)] });
    // Thrown, so that nothing of the announcement stays.
    if (missing.length > 0)
      throw new Refusal([problem("ATTACHMENT_MISSING", { count: missing.length }, { path: "/files" })]);
    const wish = { street: row.street_id, message: "announcement", people, facts: factsOf(context, row) };
    await tell(context, tx, { ...wish, announcementId: row.id, confirm: body.confirm, isUrgent: body.urgent });
    return answer(row);
  });
  const done = await orRefused(write);
  if (!done.ok) return done;
  const kept = await announcement(
    context.store.read,
    scopeOf(principal, context.catalogue.tree),
    row.street_id,
    row.id,
  );
  if (kept === undefined) throw new Error(`Expected the announcement ${row.id}, but it is not there.`);
  return answer(await shown(context, kept));
}

async function shown(context: RuntimeContext, row: CountedAnnouncement): Promise<wire.Announcement> {
  const names = await personNames(context.store.read, [row.by_person]);
  return view(context, row, names, await announcedFiles(context.store.read, [row.id]));
}

/** Files by announcement, as the screens show them. */
export async function announcedFiles(
  read: Reader,
  announcementIds: readonly string[],
): Promise<ReadonlyMap<string, wire.AnnouncedFile[]>> {
  const by = groupBy(await filesOfAnnouncements(read, announcementIds), (file) => file.announcementId);
  return new Map([...by].map(([id, files]) => [id, files.map(({ announcementId: _announced, ...file }) => file)]));
}

function view(
  { catalogue }: Context,
  row: CountedAnnouncement,
  names: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, wire.AnnouncedFile[]>,
): wire.Announcement {
  const list = (json: string) => JSON.parse(json) as readonly string[];
  return {
    ...{ id: row.id, street: row.street_id, unit: row.unit, unitTitle: { ...catalogue.unitTitle(row.unit) } },
    ...{ by: names.get(row.by_person) ?? "", at: new Date(row.at).toISOString(), title: row.title, body: row.body },
    units: list(row.units).map((unit) => ({ ...catalogue.unitTitle(unit) })),
    roles: list(row.roles).map((role) => ({ ...catalogue.roleTitle(role) })),
    ...{ confirm: row.confirm === 1, urgent: row.urgent === 1 },
    ...{ receivers: row.receivers, read: row.read, confirmed: row.confirmed, files: files.get(row.id) ?? [] },
    ...(row.reminded_at === null ? {} : { remindedAt: new Date(row.reminded_at).toISOString() }),
  };
}

export async function readAnnouncements(
  context: RuntimeContext,
  scope: Scope,
  filter: AnnouncementFilter,
): Promise<wire.AnnouncementPage> {
  const page = await announcements(context.store.read, scope, filter);
  const names = await personNames(context.store.read, [...new Set(page.rows.map((row) => row.by_person))]);
  const files = await announcedFiles(
    context.store.read,
    page.rows.map(({ id }) => id),
  );
  const items = page.rows.map((row) => view(context, row, names, files));
  return { items, total: page.total, ...(page.next === undefined ? {} : { cursor: page.next }) };
}

const moment = (name: string, at: number | null) => (at === null ? {} : { [name]: new Date(at).toISOString() });

export async function readAnnouncement(
  context: RuntimeContext,
  scope: Scope,
  street: string,
  id: string,
): Promise<wire.AnnouncementDetail | undefined> {
  const { store, catalogue } = context;
  const row = await announcement(store.read, scope, street, id);
  if (row === undefined) return undefined;
  const receipts = await receiptsOf(store.read, street, id);
  const people = receipts.map((each) => each.personId);
  const posts = await grantsOfMany(store.read, people);
  const post = ({ unit, role }: { readonly unit: string; readonly role: string }) => {
    const [place, title] = [catalogue.unitTitle(unit), catalogue.roleTitle(role)];
    return {
      "zh-CN": `${place["zh-CN"]} · ${title["zh-CN"]}`,
      en: `${place.en ?? place["zh-CN"]} · ${title.en ?? ""}`,
    };
  };
  return {
    announcement: await shown(context, row),
    receipts: receipts.map((each) => ({
      ...{ personId: each.personId, name: each.name, posts: (posts.get(each.personId) ?? []).map(post) },
      ...moment("readAt", each.readAt),
      ...moment("confirmedAt", each.confirmedAt),
    })),
  };
}

/** 催促确认: a notice to everybody who has not confirmed. */
export async function remindUnconfirmed(
  context: RuntimeContext,
  principal: Principal,
  street: string,
  id: string,
): Promise<Outcome<wire.Reminded>> {
  const { store, ports, catalogue } = context;
  const scope = scopeOf(principal, catalogue.tree);
  const now = ports.clock.now();
  return store.write(async (tx): Promise<Outcome<wire.Reminded>> => {
    const row = await announcement(tx, scope, street, id);
    if (row === undefined) return notFound();
    if (outside(context, principal, [row.unit]) !== undefined) return refuseWith("ACTION_NOT_ALLOWED");
    if (row.confirm === 0) return refuseWith("ANNOUNCEMENT_NO_CONFIRMATION");
    if (row.reminded_at !== null && now - row.reminded_at < REMIND_AFTER_MINUTES * 60_000)
      return refuseWith("ANNOUNCEMENT_REMINDED", { minutes: REMIND_AFTER_MINUTES });
    const receipts = await receiptsOf(tx, street, id);
    const people = receipts.filter((each) => each.confirmedAt === null).map((each) => each.personId);
    await markReminded(tx, street, id, now);
    await tell(context, tx, {
      ...{ street, message: "confirmReminder", people, facts: factsOf(context, row) },
      ...{ announcementId: id, isUrgent: row.urgent === 1 },
    });
    return answer({ people: people.length });
  });
}
