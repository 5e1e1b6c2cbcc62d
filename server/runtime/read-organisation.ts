/** The organisation with its people, and what is missing in it. */
import type { Person } from "../access/actor.ts";
import { isOfficer } from "../access/appoint.ts";
import { mayDo } from "../access/may-do.ts";
import { isWithin, type UnitRow } from "../access/unit-tree.ts";
import type { Gap, Organisation, Person as WirePerson } from "../contract/types.ts";
import { peopleWith } from "../store/people-with-role.ts";
import { dayOf } from "../views/moments.ts";
import type { RoleRow } from "./catalogue-type.ts";
import type { RuntimeContext } from "./context.ts";
import type { OrganisationContext } from "./organisation-context.ts";
import { standIns } from "./fallback.ts";
import { gridSizes } from "./organisation.ts";
import { parameterValue } from "./parameter-value.ts";
import { groupTitle } from "./group-title.ts";
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

function unitsSeen(
  context: RuntimeContext,
  principal: Person,
  street: string | undefined,
): readonly UnitRow[] | undefined {
  const { tree } = context.catalogue;
  const paths = pathsAsked(context, principal, street);
  return paths && tree.units.filter((unit) => paths.some((each) => isWithin(tree.path(unit.code), each)));
}

type InGroups = ReadonlyMap<string, readonly WirePerson[]>;

async function peopleIn(context: RuntimeContext): Promise<InGroups> {
  const roles = context.catalogue.roles().map((role) => role.key);
  const groups = new Map<string, WirePerson[]>();
  for (const { id, name, unit, role } of await peopleWith(context.store.read, roles)) {
    const known = groups.get(`${unit}/${role}`);
    if (known === undefined) groups.set(`${unit}/${role}`, [{ id, name }]);
    else known.push({ id, name });
  }
  return groups;
}

const rolesOf = (context: RuntimeContext, unit: UnitRow): readonly RoleRow[] =>
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

interface Ground {
  readonly context: OrganisationContext;
  readonly groups: InGroups;
}

function about({ context }: Ground, unit: UnitRow) {
  const { catalogue } = context;
  return { unit: unit.code, unitTitle: { ...unit.title }, street: catalogue.tree.tenant(unit.code) };
}

/** Who does the work of an empty post meanwhile. */
function meanwhile({ context, groups }: Ground, group: string): Pick<Gap, "fallback"> {
  const found = standIns(context, group).find((each) => (groups.get(each)?.length ?? 0) > 0);
  return found === undefined ? {} : { fallback: { ...groupTitle(context, found) } };
}

function emptyPosts(ground: Ground, unit: UnitRow): readonly Gap[] {
  const { context, groups } = ground;
  const worker = workerRole(context, context.catalogue.tree.tenant(unit.code));
  const kindOf = (role: RoleRow): Gap["kind"] => {
    if (unit.kind === "grid" && role.key === worker) return "gridWithoutWorker";
    return role.leads?.includes(unit.kind) === true ? "unitWithoutLeader" : "roleWithoutPeople";
  };
  return rolesOf(context, unit)
    .filter((role) => !groups.has(`${unit.code}/${role.key}`))
    .map((role) => ({
      ...{ kind: kindOf(role), ...about(ground, unit), role: role.key, roleTitle: { ...role.title } },
      ...(isOfficer(role.key) ? {} : meanwhile(ground, `${unit.code}/${role.key}`)),
    }));
}

function wrongSizes(ground: Ground, units: readonly UnitRow[]): readonly Gap[] {
  const { context } = ground;
  const { catalogue } = context;
  const sizes = gridSizes(catalogue.resolvedPack(""), catalogue.gridAt);
  return units
    .filter((unit) => unit.kind === "grid")
    .flatMap((unit): Gap[] => {
      const { households } = sizes.get(unit.code) ?? { households: 0 };
      const range = sizeRange(context, catalogue.tree.tenant(unit.code));
      if (households >= range.min && households <= range.max) return [];
      const kind = households < range.min ? "gridTooSmall" : "gridTooLarge";
      return [{ kind, ...about(ground, unit), households, range: { ...range } }];
    });
}

/** One person, one grid (一格一员): whoever is in two is named at the first of them. */
function doubled(ground: Ground, units: readonly UnitRow[]): readonly Gap[] {
  const { context, groups } = ground;
  const places = new Map<string, { readonly person: WirePerson; readonly units: UnitRow[] }>();
  for (const unit of units.filter((each) => each.kind === "grid")) {
    const role = workerRole(context, context.catalogue.tree.tenant(unit.code));
    for (const person of groups.get(`${unit.code}/${role}`) ?? []) {
      const known = places.get(person.id);
      if (known === undefined) places.set(person.id, { person, units: [unit] });
      else known.units.push(unit);
    }
  }
  return [...places.values()].flatMap(({ person, units: [first, ...others] }): Gap[] =>
    first === undefined || others.length === 0
      ? []
      : [
          {
            kind: "workerInTwoGrids",
            ...about(ground, first),
            person,
            others: others.map(({ title }) => ({ ...title })),
          },
        ],
  );
}

/** In the order of urgency: grids first. Undefined when the street is not one of the principal's. */
export async function readGaps(
  context: OrganisationContext,
  principal: Person,
  street: string | undefined,
): Promise<Gap[] | undefined> {
  const units = unitsSeen(context, principal, street);
  if (units === undefined) return undefined;
  const ground: Ground = { context, groups: await peopleIn(context) };
  const empty = units.flatMap((unit) => emptyPosts(ground, unit));
  const of = (kind: Gap["kind"]) => empty.filter((gap) => gap.kind === kind);
  return [
    ...of("gridWithoutWorker"),
    ...doubled(ground, units),
    ...of("unitWithoutLeader"),
    ...of("roleWithoutPeople"),
    ...wrongSizes(ground, units),
  ];
}
