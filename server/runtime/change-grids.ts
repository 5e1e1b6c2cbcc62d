/**
 * Grids changed on the map become the next version of the organisation: checked to be seamless, published with the
 * units they add and remove, in force at once. Places follow by where they lie; running cases keep their grid's code.
 */
import type { Feature } from "geojson";
import { checkGrids, type Grid } from "../../engine/grids/index.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { PackDocument } from "../../engine/model/pack.ts";
import type { Problem } from "../../engine/model/problem.ts";
import type { Person } from "../access/actor.ts";
import { mayDo } from "../access/may-do.ts";
import type { GridArea, GridsChange, GridsChanged, StreetGrids } from "../contract/types.ts";
import { answer, notFound, refuseWith, type Outcome } from "../http/outcome.ts";
import { problem } from "../http/problems.ts";
import { versionsOf } from "../store/definitions.ts";
import { peopleByGroup, openCasesByGrid } from "../store/staffing.ts";
import { everUnits } from "../store/units.ts";
import { contentHash } from "./content-hash.ts";
import { gridFinder } from "./grid-finder.ts";
import { gridSizes } from "./organisation.ts";
import { basePack, collision, organisationTurns, publishOrganisation } from "./publish-organisation.ts";
import { sizeRange, workerRole } from "./read-organisation.ts";
import type { OrganisationContext } from "./organisation-context.ts";
import { peopleWith } from "../store/people-with-role.ts";
import { pathOf } from "./seen-person.ts";
import { contentOf, objects, text } from "./street-words.ts";

const unitOf = (feature: Feature): string => String(feature.properties?.["unit"]);

function areaOf({ catalogue }: OrganisationContext, feature: Feature): GridArea {
  const unit = unitOf(feature);
  const outer = feature.geometry.type === "Polygon" ? (feature.geometry.coordinates[0] ?? []) : [];
  return {
    ...{ unit, community: catalogue.tree.get(unit)?.parent ?? "", title: { ...catalogue.unitTitle(unit) } },
    ring: outer.slice(0, -1).map(([lng = 0, lat = 0]) => ({ lng, lat })),
  };
}

const areasOf = (context: OrganisationContext, street: string, isOwn: boolean): readonly GridArea[] =>
  context.catalogue
    .grids()
    .features.filter((each) => (context.catalogue.tree.tenant(unitOf(each)) === street) === isOwn)
    .map((each) => areaOf(context, each));

const revisionOf = (areas: readonly GridArea[]): string => contentHash(areas as unknown as JsonObject).slice(0, 32);

const asGrids = (areas: readonly GridArea[]): readonly Grid[] =>
  areas.map(({ unit, ring }) => ({ unit, ring: ring.map(({ lng, lat }) => [lng, lat] as const) }));

/** Out: undefined when the street is not one of the principal's. */
export async function readGrids(
  context: OrganisationContext,
  principal: Person,
  street: string,
): Promise<StreetGrids | undefined> {
  const { catalogue, store } = context;
  const path = pathOf(context, street);
  if (path === undefined || catalogue.tree.get(street)?.kind !== "street") return undefined;
  if (!mayDo(principal, "person.read", { path })) return undefined;
  const areas = areasOf(context, street, true);
  const sizes = gridSizes(catalogue.resolvedPack(street), catalogue.gridAt);
  const [cases, workers] = await Promise.all([
    openCasesByGrid(store.read, [street]),
    peopleWith(store.read, [workerRole(context, street)]),
  ]);
  return {
    ...{ street, revision: revisionOf(areas), mayManage: mayDo(principal, "organisation.manage", { path }) },
    grids: areas.map((area) => ({
      ...{ area, households: 0, places: 0, ...sizes.get(area.unit), openCases: cases.get(area.unit) ?? 0 },
      people: workers.filter((each) => each.unit === area.unit).map(({ id, name }) => ({ id, name })),
    })),
    communities: catalogue.tree.units
      .filter((unit) => unit.kind === "community" && catalogue.tree.tenant(unit.code) === street)
      .map(({ code, kind, parent, title }) => ({
        code,
        kind,
        title: { ...title },
        ...(parent === undefined ? {} : { parent }),
      })),
    usedCodes: [...catalogue.formerUnits().values()].flatMap(({ code, street: of }) => (of === street ? [code] : [])),
    range: { ...sizeRange(context, street) },
    neighbours: [...areasOf(context, street, false)],
    basemap: { ...catalogue.basemap() },
  };
}

/** Codes and communities that the change names wrongly. */
async function nameProblems(context: OrganisationContext, street: string, areas: readonly GridArea[]) {
  const { catalogue, store } = context;
  const ever = await everUnits(store.read);
  const own = new Set(areasOf(context, street, true).map(({ unit }) => unit));
  const seen = new Set<string>();
  return areas.flatMap(({ unit, community }): Problem[] => {
    const isTaken = seen.has(unit) || (!own.has(unit) && ever.has(unit));
    seen.add(unit);
    if (isTaken) return [problem("GRID_CODE_TAKEN", { unit }, { elementId: unit })];
    const home = catalogue.tree.get(community);
    const isHere = home?.kind === "community" && catalogue.tree.tenant(community) === street;
    return isHere ? [] : [problem("GRID_COMMUNITY_UNKNOWN", { unit }, { elementId: unit })];
  });
}

/** A grid goes only when nothing and nobody is left in it. */
async function workProblems(context: OrganisationContext, street: string, removed: readonly string[]) {
  if (removed.length === 0) return [];
  const [cases, groups] = await Promise.all([
    openCasesByGrid(context.store.read, [street]),
    peopleByGroup(context.store.read),
  ]);
  return removed.flatMap((unit): Problem[] => {
    const people = new Set([...groups].flatMap(([group, ids]) => (group.startsWith(`${unit}/`) ? ids : []))).size;
    const open = cases.get(unit) ?? 0;
    if (open + people === 0) return [];
    const grid = context.catalogue.unitTitle(unit)["zh-CN"];
    return [problem("GRID_HAS_WORK", { grid, cases: open, people }, { elementId: unit })];
  });
}

type GridProblem = GridsChanged["problems"][number];
const toldAt = (found: Problem, at: GridProblem["at"] = []): GridProblem => ({ problem: { ...found }, at });

async function problemsIn(
  context: OrganisationContext,
  change: GridsChange,
  removed: readonly string[],
): Promise<GridProblem[]> {
  const names = await nameProblems(context, change.street, change.grids);
  if (names.length > 0) return names.map((each) => toldAt(each));
  const faults = checkGrids(asGrids(areasOf(context, change.street, true)), asGrids(change.grids));
  const work = await workProblems(context, change.street, removed);
  return [
    ...faults.map((fault) =>
      toldAt(
        fault.problem,
        fault.at.map((ring) => ring.map(([lng, lat]) => ({ lng, lat }))),
      ),
    ),
    ...work.map((each) => {
      const area = areasOf(context, change.street, true).find(({ unit }) => unit === each.elementId);
      return toldAt(each, area === undefined ? [] : [area.ring]);
    }),
  ];
}

function featureOf(
  context: OrganisationContext,
  street: string,
  { unit, community, title, ring }: GridArea,
): JsonObject {
  const closed = [...ring, ...ring.slice(0, 1)].map(({ lng, lat }) => [lng, lat]);
  return {
    type: "Feature",
    properties: { unit, title: title["zh-CN"], community, street },
    geometry: { type: "Polygon", coordinates: [closed] },
  };
}

/** The base pack's two documents, units and grids, with the street's part replaced. */
function documentsOf(context: OrganisationContext, change: GridsChange): readonly [PackDocument, PackDocument] {
  const { catalogue } = context;
  const pack = catalogue.resolvedPack("");
  const { tree } = catalogue;
  const isOther = (unit: string) => tree.get(unit) === undefined || tree.tenant(unit) !== change.street;
  const grids = contentOf(pack, "organisation", "grids") ?? {};
  const units = contentOf(pack, "organisation", "units") ?? {};
  const others = objects(grids["features"]).filter((each) => isOther(unitOf(each as unknown as Feature)));
  const features = [...others, ...change.grids.map((area) => featureOf(context, change.street, area))];
  return [
    {
      kind: "organisation",
      key: "units",
      content: { ...units, units: unitsAfter(objects(units["units"]), (code) => tree.tenant(code), change) },
    },
    { kind: "organisation", key: "grids", content: { ...grids, features } },
  ];
}

/** Units in their order: grids that stay keep their place, new ones come after their community's others. */
function unitsAfter(units: readonly JsonObject[], tenant: (code: string) => string, change: GridsChange): JsonObject[] {
  const areas = new Map(change.grids.map((area) => [area.unit, area]));
  const rowOf = ({ unit, community, title }: GridArea): JsonObject => ({
    ...{ code: unit, kind: "grid", parent: community, title: { ...title } },
  });
  const kept = units.flatMap((unit): JsonObject[] => {
    const code = text(unit["code"]);
    if (unit["kind"] !== "grid" || tenant(code) !== change.street) return [unit];
    const area = areas.get(code);
    areas.delete(code);
    return area === undefined ? [] : [{ ...unit, ...rowOf(area) }];
  });
  for (const area of areas.values()) {
    const last = kept.findLastIndex((unit) => unit["parent"] === area.community || unit["code"] === area.community);
    kept.splice(last + 1, 0, rowOf(area));
  }
  return kept;
}

/** Places that lie in another grid afterwards. */
function movedPlaces(context: OrganisationContext, document: PackDocument): number {
  const { catalogue } = context;
  if (!("content" in document)) return 0;
  const features = objects(document.content["features"]) as unknown as Feature[];
  const gridAt = gridFinder({ type: "FeatureCollection", features });
  const rows = objects(contentOf(catalogue.resolvedPack(""), "register", "places")?.["rows"]);
  return rows.filter((row) => {
    const [lng, lat] = [Number(row["lng"]), Number(row["lat"])];
    return catalogue.gridAt(lng, lat) !== gridAt(lng, lat);
  }).length;
}

async function changeInTurn(
  context: OrganisationContext,
  principal: Person,
  change: GridsChange,
): Promise<Outcome<GridsChanged>> {
  const { store } = context;
  const { street, note } = change;
  const before = areasOf(context, street, true);
  if (revisionOf(before) !== change.revision)
    return collision(
      context,
      "GRIDS_CHANGED",
      (await versionsOf(store.read, basePack(context), "organisation", "grids"))[0],
    );
  const codes = new Set(change.grids.map(({ unit }) => unit));
  const removed = before.map(({ unit }) => unit).filter((unit) => !codes.has(unit));
  const added = [...codes].filter((unit) => !before.some((area) => area.unit === unit));
  const problems = await problemsIn(context, change, removed);
  if (problems.length > 0) return answer({ published: false, movedPlaces: 0, added, removed, problems });
  const [units, grids] = documentsOf(context, change);
  const result = { movedPlaces: movedPlaces(context, grids), added, removed, problems };
  if (change.checkOnly) return answer({ published: false, ...result });
  const done = await publishOrganisation(context, principal, {
    ...{ street, note, action: "grids.publish", subject: `street:${street}` },
    ...{ body: { grids: change.grids.length }, documents: [units, grids] },
  });
  return done.ok ? answer({ published: true, version: done.value, ...result }) : done;
}

/** See `Runtime.changeGrids`. One change after the other: each is checked against what is published. */
export async function changeGrids(
  context: OrganisationContext,
  principal: Person,
  change: GridsChange,
): Promise<Outcome<GridsChanged>> {
  const { catalogue } = context;
  const path = pathOf(context, change.street);
  if (path === undefined || catalogue.tree.get(change.street)?.kind !== "street") return notFound();
  if (!mayDo(principal, "person.read", { path })) return notFound();
  if (!mayDo(principal, "organisation.manage", { path }))
    return refuseWith("ACTION_NOT_ALLOWED", { action: "organisation.manage" });
  return organisationTurns(() => changeInTurn(context, principal, change));
}
