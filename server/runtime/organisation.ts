/** The organisation of the base pack: units, roles, grid polygons, base map and the place register. */
import type { FeatureCollection } from "geojson";
import { unitTree, type UnitRow, type UnitTree } from "../access/unit-tree.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import type { ResolvedPack } from "../../engine/model/pack.ts";
import type { PlaceRow } from "../store/places.ts";
import type { OrgUnitRow } from "../store/units.ts";
import type { RoleRow } from "./catalogue-type.ts";
import { contentOf } from "./street-words.ts";

export interface Organisation {
  readonly tree: UnitTree;
  readonly roles: readonly RoleRow[];
  readonly grids: FeatureCollection;
  readonly basemap: FeatureCollection;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const featuresOf = (content: JsonObject | undefined): FeatureCollection => ({
  type: "FeatureCollection",
  features: [...list(content?.["features"])] as FeatureCollection["features"],
});

export function organisationOf(pack: ResolvedPack): Organisation {
  return {
    tree: unitTree(list(contentOf(pack, "organisation", "units")?.["units"]) as readonly UnitRow[]),
    roles: list(contentOf(pack, "organisation", "roles")?.["roles"]) as readonly RoleRow[],
    grids: featuresOf(contentOf(pack, "organisation", "grids")),
    basemap: featuresOf(contentOf(pack, "organisation", "basemap")),
  };
}

export const unitRows = ({ tree }: Organisation): readonly OrgUnitRow[] =>
  tree.units.map(({ code, kind, parent, title }) => ({
    ...{ code, kind, parent: parent ?? null, title: JSON.stringify(title) },
    ...{ path: tree.path(code), street_id: tree.tenant(code) },
  }));

type RegisterRow = Pick<PlaceRow, "code" | "kind" | "name" | "address" | "lng" | "lat" | "grid"> & {
  readonly households?: number;
};

const registered = (pack: ResolvedPack): readonly RegisterRow[] =>
  list(contentOf(pack, "register", "places")?.["rows"]) as readonly RegisterRow[];

/** A place lies where it lies: when grids are split or merged it belongs to the grid around it. */
const gridOf = (gridAt: GridAt, { lng, lat, grid }: Pick<RegisterRow, "lng" | "lat" | "grid">): string =>
  gridAt(lng, lat) ?? grid;

type GridAt = (lng: number, lat: number) => string | undefined;

export interface GridSize {
  readonly households: number;
  readonly places: number;
}

/** Households and places by grid, from the place register. */
export function gridSizes(pack: ResolvedPack, gridAt: GridAt): ReadonlyMap<string, GridSize> {
  const sizes = new Map<string, GridSize>();
  for (const row of registered(pack)) {
    const grid = gridOf(gridAt, row);
    const { households = 0, places = 0 } = sizes.get(grid) ?? {};
    sizes.set(grid, { households: households + (row.households ?? 0), places: places + 1 });
  }
  return sizes;
}

/** Rows of the place register, each in the grid around it and in the street of that grid. */
export function placeRows(pack: ResolvedPack, { tree }: Organisation, gridAt: GridAt): readonly PlaceRow[] {
  return registered(pack).flatMap((row): PlaceRow[] => {
    const grid = gridOf(gridAt, row);
    if (tree.get(grid) === undefined) return [];
    const { code, kind, name, address, lng, lat } = row;
    return [
      {
        ...{ street_id: tree.tenant(grid), code, kind, name, address, lng, lat, grid },
        ...{ community: tree.get(grid)?.parent ?? grid, unit_path: tree.path(grid) },
      },
    ];
  });
}
