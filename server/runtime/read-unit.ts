/** One unit before it is changed or closed, and the units that are gone. */
import { mayStandBelow } from "../../engine/overlay/index.ts";
import type { Person } from "../access/actor.ts";
import { mayDo } from "../access/may-do.ts";
import { isWithin, type UnitRow } from "../access/unit-tree.ts";
import type { FormerUnit, Organisation, Unit, UnitDetail } from "../contract/types.ts";
import { answer, type Outcome } from "../http/outcome.ts";
import type { EverUnit } from "../store/units.ts";
import { freeKinds, managed, mayRename, placeProblem, unitRevision } from "./change-units.ts";
import type { OrganisationContext } from "./organisation-context.ts";
import { readTies, tieProblems } from "./unit-ties.ts";

export const wireUnit = ({ code, kind, parent, title }: Pick<UnitRow, "code" | "kind" | "parent" | "title">): Unit => ({
  ...{ code, kind, title: { ...title } },
  ...(parent === undefined ? {} : { parent }),
});

type Lead = Pick<UnitRow, "phone" | "address">;
/** Where the unit is reached, as far as it says so. */
export const leadOf = ({ phone, address }: Lead): Lead => ({
  ...(phone === undefined ? {} : { phone }),
  ...(address === undefined ? {} : { address }),
});

type Adds = Organisation["units"][number]["adds"];
const addable = ["community", "department"] as const;

/** What the principal may do with a unit on the page. */
export function unitActs(
  { catalogue: { tree } }: OrganisationContext,
  principal: Person,
  { code, kind }: UnitRow,
): { readonly adds: Adds; readonly mayChange: boolean } {
  const isMine = mayDo(principal, "organisation.manage", { path: tree.path(code) });
  if (!isMine) return { adds: [], mayChange: false };
  return { adds: addable.filter((each) => mayStandBelow(each, kind)), mayChange: kind !== "grid" };
}

const parentsFor = (context: OrganisationContext, principal: Person, unit: UnitRow): readonly UnitRow[] =>
  context.catalogue.tree.units.filter(
    ({ code }) =>
      code === unit.parent ||
      (freeKinds.has(unit.kind) &&
        placeProblem(context, principal, { unit, kind: unit.kind, parent: code }) === undefined),
  );

export async function readUnit(
  context: OrganisationContext,
  principal: Person,
  code: string,
): Promise<Outcome<UnitDetail>> {
  const found = managed(context, principal, code);
  if (!found.ok) return found;
  const unit = found.value;
  const mayClose = freeKinds.has(unit.kind);
  const ties = mayClose ? tieProblems(unit, await readTies(context, context.store.read, unit)) : [];
  return answer({
    ...{ unit: wireUnit(unit), ...leadOf(unit), revision: unitRevision(unit) },
    ...{ mayRename: mayRename(context, principal, unit), mayClose },
    parents: parentsFor(context, principal, unit).map(wireUnit),
    ties: ties.map((each) => ({ ...each })),
  });
}

function formerView({ catalogue }: OrganisationContext, principal: Person, unit: EverUnit): FormerUnit {
  const { parent, closedAt, path } = unit;
  return {
    unit: wireUnit({ code: unit.code, kind: unit.kind as Unit["kind"], title: unit.title, ...(parent && { parent }) }),
    ...(parent === undefined ? {} : { parentTitle: { ...catalogue.unitTitle(parent) } }),
    ...(closedAt === undefined ? {} : { closedAt: new Date(closedAt).toISOString() }),
    mayReopen:
      freeKinds.has(unit.kind) &&
      catalogue.tree.get(parent ?? "") !== undefined &&
      mayDo(principal, "organisation.manage", { path }),
  };
}

/** In: paths at or below which a unit stood. Out: the last closed first. */
export const formerUnits = (context: OrganisationContext, principal: Person, paths: readonly string[]): FormerUnit[] =>
  [...context.catalogue.formerUnits().values()]
    .filter(({ path }) => paths.some((each) => isWithin(path, each)))
    .toSorted((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0) || a.code.localeCompare(b.code))
    .map((unit) => formerView(context, principal, unit));
