/** Places and grids for people who stand somewhere. */
import type { Scope } from "../access/actor.ts";
import type { GridAt, Place } from "../contract/types.ts";
import { listPlaces, placeByCode, type PlaceFilter, type PlaceRow } from "../store/places.ts";
import type { RuntimeContext } from "./context.ts";
import { nearestPlace } from "./where.ts";

export function placeView({ catalogue }: Pick<RuntimeContext, "catalogue">, row: PlaceRow): Place {
  return {
    ...{ code: row.code, kind: row.kind, name: row.name, address: row.address, lng: row.lng, lat: row.lat },
    ...{ grid: row.grid, gridTitle: { ...catalogue.unitTitle(row.grid) }, community: row.community },
    ...{ street: row.street_id, streetTitle: { ...catalogue.unitTitle(row.street_id) } },
  };
}

/** See `Runtime.places`. */
export async function readPlaces(context: RuntimeContext, scope: Scope, filter: PlaceFilter): Promise<Place[]> {
  const page = await listPlaces(context.store.read, scope, filter);
  return page.rows.map((row) => placeView(context, row));
}

/** See `Runtime.place`. */
export async function readPlace(context: RuntimeContext, code: string): Promise<Place | undefined> {
  const row = await placeByCode(context.store.read, code);
  return row === undefined ? undefined : placeView(context, row);
}

/** See `Runtime.gridAt`. */
export async function readGridAt(context: RuntimeContext, lng: number, lat: number): Promise<GridAt | undefined> {
  const { catalogue } = context;
  const grid = catalogue.gridAt(lng, lat);
  if (grid === undefined) return undefined;
  const street = catalogue.tree.tenant(grid);
  const nearest = await nearestPlace(context, lng, lat);
  return {
    ...{ grid, gridTitle: { ...catalogue.unitTitle(grid) }, community: catalogue.tree.get(grid)?.parent ?? grid },
    ...{ street, streetTitle: { ...catalogue.unitTitle(street) } },
    ...(nearest === undefined ? {} : { nearestPlace: placeView(context, nearest) }),
  };
}
