/**
 * The next version of a street's settings: against the version that its author saw, checked as a whole, one new row in
 * `differential`. Running cases keep the bundle that they pinned; the next case starts with the new one.
 */
import type { Operation } from "../../../engine/model/pack.ts";
import type { Principal } from "../../access/actor.ts";
import { mayDo } from "../../access/may-do.ts";
import type { SettingDifference, SettingsPublish, SettingsPublished, SettingsRestore } from "../../contract/types.ts";
import { answer, notFound, refuse, refuseWith, type Outcome } from "../../http/outcome.ts";
import { problem } from "../../http/problems.ts";
import { differentialsOf, publishDifferentialAfter } from "../../store/definitions.ts";
import { personNames } from "../../store/people.ts";
import { sayWhen } from "../../views/moments.ts";
import type { StreetContent } from "../build-content.ts";
import { differentialRow, operationsOf } from "../pack-rows.ts";
import { candidateOf, contentWith, isSame } from "./candidate.ts";
import { differencesOf } from "./differences.ts";
import { groundOf, type SettingsContext, type StreetGround } from "./ground.ts";
import { SettingWords } from "./setting-words.ts";

type Published = Outcome<SettingsPublished>;

/** Opens the street for a change: there, allowed, reasoned, and as its author saw it. */
async function opened(
  context: SettingsContext,
  principal: Principal,
  street: string,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<Outcome<StreetGround>> {
  const ground = await groundOf(context, principal, street);
  if (ground === undefined) return notFound();
  if (!mayDo(principal, "settings.publish", { path: context.catalogue.tree.path(street) }))
    return refuseWith("ACTION_NOT_ALLOWED");
  if (reason.trim() === "") return refuseWith("SETTINGS_REASON_MISSING", {}, { path: "/reason" });
  return ground.version === version ? answer(ground) : changedMeanwhile(context, ground);
}

/** Names who was first, and when. */
async function changedMeanwhile(context: SettingsContext, { row }: StreetGround): Promise<Outcome<never>> {
  const { store, ports, catalogue } = context;
  const id = row?.published_by ?? "";
  const by = (await personNames(store.read, [id])).get(id) ?? id;
  const at = row?.published_at ?? 0;
  const when = sayWhen(at, ports.clock.now(), catalogue.timeZone);
  const found = problem("SETTINGS_CHANGED", { by, at: when["zh-CN"] });
  const en = problem("SETTINGS_CHANGED", { by, at: when.en ?? when["zh-CN"] }).en;
  const details = { by, at: new Date(at).toISOString() };
  return { ok: false, problems: [{ ...found, en }], details };
}

async function store(
  context: SettingsContext,
  principal: Principal,
  ground: StreetGround,
  operations: readonly Operation[],
  { content, note }: { readonly content: StreetContent; readonly note: string },
): Promise<Published> {
  const { ports, catalogue } = context;
  const row = differentialRow(ground.head.key, operations, ports.clock.now());
  const signed = { published_by: principal.id, note, origin: "uploaded" } as const;
  const isFirst = await context.store.write((tx) =>
    publishDifferentialAfter(tx, ground.version, { ...row, ...signed }),
  );
  if (!isFirst) {
    const again = await groundOf(context, principal, ground.street);
    return again === undefined ? notFound() : changedMeanwhile(context, again);
  }
  await catalogue.refresh();
  return answer({ version: ground.version + 1, differences: changes(context, ground, content, operations) });
}

function changes(
  context: SettingsContext,
  ground: StreetGround,
  content: StreetContent,
  operations: readonly Operation[],
): SettingDifference[] {
  const words = new SettingWords(context, content.pack);
  const packs = { after: content.pack, before: ground.inForce };
  return differencesOf({ ...packs, words, day: ground.today }, ground.operations, operations);
}

/** See `Runtime.publishSettings`. */
export async function publishSettings(
  context: SettingsContext,
  principal: Principal,
  street: string,
  body: SettingsPublish,
): Promise<Published> {
  const ground = await opened(context, principal, street, body);
  if (!ground.ok) return ground;
  const reason = body.reason.trim();
  const wish = { changes: body.changes, by: principal.name, why: reason, from: body.from ?? ground.value.today };
  const candidate = await candidateOf(context, ground.value, wish);
  if (!candidate.ok) return refuse(...candidate.problems);
  const { operations, content } = candidate.value;
  if (isSame(ground.value, operations)) return refuseWith("SETTINGS_UNCHANGED");
  return store(context, principal, ground.value, operations, { content, note: reason });
}

/** See `Runtime.restoreSettings`. */
export async function restoreSettings(
  context: SettingsContext,
  principal: Principal,
  street: string,
  body: SettingsRestore,
): Promise<Published> {
  const ground = await opened(context, principal, street, body);
  if (!ground.ok) return ground;
  const rows = await differentialsOf(context.store.read, ground.value.head.key);
  const row = rows.find((each) => each.version === body.to);
  if (row === undefined && body.to !== 0)
    return refuseWith("SETTINGS_VERSION_UNKNOWN", { version: body.to }, { path: "/to" });
  const operations = operationsOf(row);
  if (isSame(ground.value, operations)) return refuseWith("SETTINGS_UNCHANGED");
  const content = await contentWith(context, ground.value, operations);
  if (!content.ok) return refuse(...content.problems);
  return store(context, principal, ground.value, operations, { content: content.value, note: body.reason.trim() });
}
