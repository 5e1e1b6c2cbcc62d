/** What is missing in the organisation, with who stands in meanwhile and who is to come. */
import type { Person } from "../access/actor.ts";
import { isOfficer } from "../access/appoint.ts";
import type { UnitRow } from "../access/unit-tree.ts";
import type { Gap, Person as WirePerson } from "../contract/types.ts";
import { turningPosts, type TurningPost } from "../store/posts.ts";
import { dayOf } from "../views/moments.ts";
import type { RoleRow } from "./catalogue-type.ts";
import { standIns } from "./fallback.ts";
import { flowRoles, type FlowRole } from "./flow-roles.ts";
import { groupTitle } from "./group-title.ts";
import type { OrganisationContext } from "./organisation-context.ts";
import { gridSizes } from "./organisation.ts";
import { peopleIn, rolesOf, sizeRange, unitsSeen, workerRole, type InGroups } from "./read-organisation.ts";

interface Ground {
  readonly context: OrganisationContext;
  readonly groups: InGroups;
  /** Posts with a day ahead, by group. */
  readonly turning: ReadonlyMap<string, readonly TurningPost[]>;
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

/** Who takes office soon. */
function coming({ context, turning }: Ground, group: string): Pick<Gap, "coming"> {
  const next = (turning.get(group) ?? []).find((post) => post.state === "planned");
  if (next === undefined) return {};
  const { id, name, from } = next;
  return { coming: { person: { id, name }, day: dayOf(from, context.catalogue.timeZone) } };
}

function emptyPost(ground: Ground, unit: UnitRow, role: RoleRow, kind: Gap["kind"]): Gap {
  const group = `${unit.code}/${role.key}`;
  return {
    ...{ kind, ...about(ground, unit), role: role.key, roleTitle: { ...role.title } },
    ...(isOfficer(role.key) ? {} : meanwhile(ground, group)),
    ...coming(ground, group),
  };
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
    .map((role) => emptyPost(ground, unit, role, kindOf(role)));
}

/** The one unit of a kind around a street: the street itself, or what stands above it. */
function unitFor({ context: { catalogue } }: Ground, street: UnitRow, kind: string): UnitRow | undefined {
  for (let unit: UnitRow | undefined = street; unit !== undefined; unit = catalogue.tree.get(unit.parent ?? ""))
    if (unit.kind === kind) return unit;
  return undefined;
}

/** A role that the street's flows hand work to, and nobody in the whole street has it. */
function flowGap(ground: Ground, street: UnitRow, { kind, role: key }: FlowRole): readonly Gap[] {
  const { context, groups } = ground;
  const { tree } = context.catalogue;
  const role = context.catalogue.roles().find((each) => each.key === key);
  if (role === undefined) return [];
  const above = unitFor(ground, street, kind);
  const asked =
    above === undefined
      ? tree.units.filter((unit) => unit.kind === kind && tree.tenant(unit.code) === street.code)
      : [above];
  if (asked.some((unit) => groups.has(`${unit.code}/${key}`))) return [];
  return [emptyPost(ground, above ?? street, role, "flowRoleEmpty")];
}

const flowGaps = (ground: Ground, units: readonly UnitRow[]): readonly Gap[] =>
  units
    .filter((unit) => unit.kind === "street")
    .flatMap((street) => flowRoles(ground.context, street.code).flatMap((need) => flowGap(ground, street, need)));

/** 将离任、无人接任: everybody of a group goes on a day that is set, and nobody comes by then. */
function endings(ground: Ground, units: readonly UnitRow[]): readonly Gap[] {
  const { context, groups, turning } = ground;
  const { timeZone } = context.catalogue;
  return units.flatMap((unit) =>
    rolesOf(context, unit).flatMap((role): Gap[] => {
      const group = `${unit.code}/${role.key}`;
      const posts = turning.get(group) ?? [];
      const going = posts.filter((post) => post.state === "current");
      const last = going.toSorted((a, b) => (b.until ?? 0) - (a.until ?? 0))[0];
      if (last?.until == null || going.length < (groups.get(group)?.length ?? 0)) return [];
      const { id, name, until } = last;
      if (posts.some((post) => post.state === "planned" && post.from <= until)) return [];
      return [
        { ...emptyPost(ground, unit, role, "postEnding"), person: { id, name }, day: dayOf(until - 1, timeZone) },
      ];
    }),
  );
}

/** Ground whose cases have no grid to lie in. */
const withoutGrids = (ground: Ground, units: readonly UnitRow[]): readonly Gap[] =>
  units
    .filter(
      ({ code, kind }) =>
        kind === "community" &&
        !ground.context.catalogue.tree.units.some((unit) => unit.parent === code && unit.kind === "grid"),
    )
    .map((unit) => ({ kind: "communityWithoutGrid", ...about(ground, unit) }));

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

function byGroup(posts: readonly TurningPost[]): ReadonlyMap<string, readonly TurningPost[]> {
  const groups = new Map<string, TurningPost[]>();
  for (const post of posts) {
    const group = `${post.unit}/${post.role}`;
    groups.set(group, [...(groups.get(group) ?? []), post]);
  }
  return groups;
}

/** In the order of urgency: where flows would stop, then grids. Undefined when the street is not one of the principal's. */
export async function readGaps(
  context: OrganisationContext,
  principal: Person,
  street: string | undefined,
): Promise<Gap[] | undefined> {
  const units = unitsSeen(context, principal, street);
  if (units === undefined) return undefined;
  const { read } = context.store;
  const [groups, turning] = await Promise.all([peopleIn(context), turningPosts(read)]);
  const ground: Ground = { context, groups, turning: byGroup(turning) };
  const flows = flowGaps(ground, units);
  const isTold = (gap: Gap) => flows.some((each) => each.unit === gap.unit && each.role === gap.role);
  const empty = units.flatMap((unit) => emptyPosts(ground, unit)).filter((gap) => !isTold(gap));
  const of = (kind: Gap["kind"]) => empty.filter((gap) => gap.kind === kind);
  return [
    ...flows,
    ...of("gridWithoutWorker"),
    ...doubled(ground, units),
    ...withoutGrids(ground, units),
    ...of("unitWithoutLeader"),
    ...of("roleWithoutPeople"),
    ...endings(ground, units),
    ...wrongSizes(ground, units),
  ];
}
