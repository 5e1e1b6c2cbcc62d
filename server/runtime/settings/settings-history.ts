/** The versions of a street's settings, newest first: who, when, why, and what changed in words. */
import type { Operation } from "../../../engine/model/pack.ts";
import type { Principal } from "../../access/actor.ts";
import type { SettingsVersion } from "../../contract/types.ts";
import { differentialsOf, type DifferentialRow } from "../../store/definitions.ts";
import { personNames } from "../../store/people.ts";
import { dayOf } from "../../views/moments.ts";
import { operationsOf } from "../pack-rows.ts";
import { differencesOf } from "./differences.ts";
import { groundOf, inForceWith, type SettingsContext, type StreetGround } from "./ground.ts";
import { SettingWords } from "./setting-words.ts";

/** A version that no longer fits today's base is told in today's words. */
function differences(
  context: SettingsContext,
  ground: StreetGround,
  row: DifferentialRow,
  before: readonly Operation[],
) {
  const after = operationsOf(row);
  const pack = inForceWith(ground, after) ?? ground.inForce;
  const packs = { after: pack, before: inForceWith(ground, before) ?? ground.inForce };
  const day = dayOf(row.published_at, context.catalogue.timeZone);
  return differencesOf({ ...packs, words: new SettingWords(context, pack), day }, before, after);
}

/** See `Runtime.settingsHistory`. */
export async function settingsHistory(
  context: SettingsContext,
  principal: Principal,
  street: string,
): Promise<SettingsVersion[] | undefined> {
  const ground = await groundOf(context, principal, street);
  if (ground === undefined) return undefined;
  const rows = await differentialsOf(context.store.read, ground.head.key);
  const names = await personNames(context.store.read, [...new Set(rows.map((row) => row.published_by))]);
  return rows.map((row, at) => ({
    ...{ version: row.version, at: new Date(row.published_at).toISOString(), note: row.note },
    ...{ by: names.get(row.published_by) ?? row.published_by, isCurrent: at === 0 },
    differences: differences(context, ground, row, operationsOf(rows[at + 1])),
  }));
}
