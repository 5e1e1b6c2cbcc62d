/** The organisation with its people, and what of it the streets set themselves. */
import type { Person } from "../access/actor.ts";
import { mayDo } from "../access/may-do.ts";
import { isWithin, type UnitRow } from "../access/unit-tree.ts";
import type { Organisation, Person as WirePerson } from "../contract/types.ts";
import { peopleWith } from "../store/people-with-role.ts";
import { dayOf } from "../views/moments.ts";
import type { RoleRow } from "./catalogue-type.ts";
import type { RuntimeContext } from "./context.ts";
import type { OrganisationContext } from "./organisation-context.ts";
import { parameterValue } from "./parameter-value.ts";
import { formerUnits, leadOf, unitActs, wireUnit } from "./read-unit.ts";
import { pathOf, pathsSeen } from "./seen-person.ts";

/** Paths that are looked at: the street's, or all that the principal sees; undefined when it is not one of his. */
function pathsAsked(
  context: RuntimeContext,
  principal: Person,
  street: string | undefined,
): readonly string[] | undefined {
  const paths = pathsSeen(principal);
  if (street === undefined || street === "") return paths;
  const top = pathOf(context, street);
  return top !== undefined && paths.some((path) => isWithin(top, path)) ? [top] : undefined;
}

export function unitsSeen(
  context: RuntimeContext,
  principal: Person,
  street: string | undefined,
): readonly UnitRow[] | undefined {
  const { tree } = context.catalogue;
  const paths = pathsAsked(context, principal, street);
  return paths && tree.units.filter((unit) => paths.some((each) => isWithin(tree.path(unit.code), each)));
}

export type InGroups = ReadonlyMap<string, readonly WirePerson[]>;

export async function peopleIn(context: RuntimeContext): Promise<InGroups> {
  const roles = context.catalogue.roles().map((role) => role.key);
  const groups = new Map<string, WirePerson[]>();
  for (const { id, name, unit, role } of await peopleWith(context.store.read, roles)) {
    const known = groups.get(`${unit}/${role}`);
    if (known === undefined) groups.set(`${unit}/${role}`, [{ id, name }]);
    else known.push({ id, name });
  }
  return groups;
}

export const rolesOf = (context: RuntimeContext, unit: UnitRow): readonly RoleRow[] =>
  context.catalogue.roles().filter((role) => role.at.includes(unit.kind));

export async function readOrganisation(
  context: OrganisationContext,
  principal: Person,
  street: string | undefined,
): Promise<Organisation | undefined> {
  const units = unitsSeen(context, principal, street);
  if (units === undefined) return undefined;
  const groups = await peopleIn(context);
  return {
    mayManage: mayDo(principal, "organisation.manage"),
    units: units.map((unit) => ({
      ...{ unit: wireUnit(unit), ...leadOf(unit), ...unitActs(context, principal, unit) },
      posts: rolesOf(context, unit).map((role) => ({
        ...{ role: role.key, roleTitle: { ...role.title }, leads: role.leads?.includes(unit.kind) ?? false },
        people: [...(groups.get(`${unit.code}/${role.key}`) ?? [])],
      })),
    })),
    former: formerUnits(context, principal, pathsAsked(context, principal, street) ?? []),
  };
}

export interface SizeRange {
  readonly min: number;
  readonly max: number;
}

const numberOr = (value: unknown, otherwise: number): number => (typeof value === "number" ? value : otherwise);

/** How many households a grid of the street should have. */
export function sizeRange({ catalogue, ports }: OrganisationContext, street: string): SizeRange {
  const day = dayOf(ports.clock.now(), catalogue.timeZone);
  const value = (key: string) => parameterValue(catalogue.resolvedPack(street), key, day);
  return {
    min: numberOr(value("gridHouseholdsMin"), 0),
    max: numberOr(value("gridHouseholdsMax"), Number.MAX_SAFE_INTEGER),
  };
}

/** The role that each grid must have one person in. */
export function workerRole({ catalogue, ports }: OrganisationContext, street: string): string {
  const day = dayOf(ports.clock.now(), catalogue.timeZone);
  const value = parameterValue(catalogue.resolvedPack(street), "gridWorkerRole", day);
  return typeof value === "string" ? value : "";
}
