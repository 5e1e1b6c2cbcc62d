/** What a street's settings stand on: its differential as stored, the level above, and what both give together. */
import type { Operation, Pack, PackHead, ResolvedPack } from "../../../engine/model/pack.ts";
import { resolve } from "../../../engine/overlay/index.ts";
import type { SettingGround } from "../../../engine/overlay/index.ts";
import { mayDo, scopeOf } from "../../access/may-do.ts";
import type { Principal } from "../../access/actor.ts";
import type { DifferentialRow } from "../../store/definitions.ts";
import { latestDifferentials } from "../../store/definitions.ts";
import { dayOf } from "../../views/moments.ts";
import type { StoredCatalogue } from "../catalogue.ts";
import { ContentRefused } from "../content-refused.ts";
import type { RuntimeContext } from "../context.ts";
import { readStoredPacks, type StoredPacks } from "../pack-rows.ts";

export type SettingsContext = RuntimeContext & { readonly catalogue: StoredCatalogue };

export interface StreetGround extends SettingGround {
  readonly street: string;
  readonly head: PackHead;
  readonly base: Pack;
  readonly child: Pack;
  readonly stored: StoredPacks;
  /** The differential in force; absent: the street has never set anything. */
  readonly row: DifferentialRow | undefined;
  readonly version: number;
  /** Today in the city's time zone. */
  readonly today: string;
}

/** Out: undefined when the street has no pack or lies outside what the person may see: it is not found then. */
export async function groundOf(
  context: SettingsContext,
  principal: Principal,
  street: string,
): Promise<StreetGround | undefined> {
  const { catalogue, store } = context;
  const head = catalogue.heads.find((each) => each.level === street && each.base !== undefined);
  if (head === undefined || !maySee(context, principal, street)) return undefined;
  await catalogue.refreshIfChanged();
  const stored = await readStoredPacks(store.read, catalogue.heads);
  const row = (await latestDifferentials(store.read)).find((each) => each.pack === head.key);
  return groundFrom(context, street, head, stored, row);
}

function maySee({ catalogue }: SettingsContext, principal: Principal, street: string): boolean {
  const isInScope = principal.kind === "system" || scopeOf(principal, catalogue.tree).streets.includes(street);
  return isInScope && mayDo(principal, "settings.read", { path: catalogue.tree.path(street) });
}

function groundFrom(
  context: SettingsContext,
  street: string,
  head: PackHead,
  stored: StoredPacks,
  row: DifferentialRow | undefined,
): StreetGround {
  const [base] = stored.packs;
  const child = stored.packs.find((each) => each.head.key === head.key);
  if (base === undefined || child === undefined) throw new Error(`Expected the pack ${head.key} in the store.`);
  const today = dayOf(context.ports.clock.now(), context.catalogue.timeZone);
  return {
    ...{ street, head, base, child, stored, row, version: row?.version ?? 0, today, operations: child.operations },
    ...{ inForce: resolved(base, [child]), above: resolved(base, []) },
  };
}

function resolved(base: Pack, children: readonly Pack[]): ResolvedPack {
  const result = resolve(base, children);
  if (!result.ok) throw new ContentRefused(result.problems);
  return result.value.pack;
}

/** The packs as they would be with other operations of the street; only what the street's content needs. */
export function withOperations(ground: StreetGround, operations: readonly Operation[]): StoredPacks {
  return { ...ground.stored, packs: [ground.base, { ...ground.child, operations }] };
}

/** What would be in force with other operations; undefined when they do not fit together. */
export function inForceWith(ground: StreetGround, operations: readonly Operation[]): ResolvedPack | undefined {
  const result = resolve(ground.base, [{ ...ground.child, operations }]);
  return result.ok ? result.value.pack : undefined;
}
