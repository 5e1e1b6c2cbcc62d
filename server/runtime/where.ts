/** Where a report happens: a place of the register, or a point in a grid, or the reporter's own grid. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { Principal } from "../access/actor.ts";
import type { Position } from "../contract/types.ts";
import { placeByCode, placesNear, type PlaceRow } from "../store/places.ts";
import type { RuntimeContext } from "./context.ts";

export interface Where {
  readonly street: string;
  readonly grid: string;
  readonly unitPath: string;
  readonly address: string;
  readonly place: PlaceRow | undefined;
  /** The code as it was sent, also when the register does not know it. */
  readonly placeCode: string | undefined;
  readonly position: Position | undefined;
}

export interface Spot {
  readonly placeCode?: string | undefined;
  readonly position?: Position | undefined;
}

/** About 90 m: a place within it names the address of a point. */
const NEAR_DEGREES = 0.0008;

const distance = (place: PlaceRow, lng: number, lat: number): number =>
  Math.hypot((place.lng - lng) * Math.cos((lat * Math.PI) / 180), place.lat - lat);

/** The nearest place of the register, if one is near. */
export async function nearestPlace(context: RuntimeContext, lng: number, lat: number): Promise<PlaceRow | undefined> {
  const near = await placesNear(context.store.read, lng, lat, NEAR_DEGREES);
  return near.toSorted((a, b) => distance(a, lng, lat) - distance(b, lng, lat))[0];
}

async function addressOf(context: RuntimeContext, grid: string, position: Position | undefined): Promise<string> {
  const title = context.catalogue.unitTitle(grid)["zh-CN"];
  if (position === undefined) return title;
  const near = await nearestPlace(context, position.lng, position.lat);
  return near === undefined ? title : `${near.address}附近`;
}

function whereOfPlace(context: RuntimeContext, place: PlaceRow, spot: Spot): Where {
  const position: Position = spot.position ?? { lng: place.lng, lat: place.lat, source: "place" };
  return {
    ...{ street: place.street_id, grid: place.grid, unitPath: context.catalogue.tree.path(place.grid) },
    ...{ address: place.address, place, placeCode: place.code, position },
  };
}

/** The unit that somebody without place and point reports for: the first grant, most often his grid; a resident's is that of the scanned code. */
const ownUnit = (principal: Principal): string | undefined =>
  principal.kind === "resident" ? principal.unit : principal.grants[0]?.unit;

/** Out: undefined when neither code, point nor the person's own unit leads to a grid or unit. */
export async function findWhere(context: RuntimeContext, principal: Principal, spot: Spot): Promise<Where | undefined> {
  const { catalogue, store } = context;
  const place = spot.placeCode === undefined ? undefined : await placeByCode(store.read, spot.placeCode);
  if (place !== undefined) return whereOfPlace(context, place, spot);
  const { position } = spot;
  const grid = position === undefined ? ownUnit(principal) : catalogue.gridAt(position.lng, position.lat);
  if (grid === undefined) return undefined;
  return {
    ...{ street: catalogue.tree.tenant(grid), grid, unitPath: catalogue.tree.path(grid), place: undefined },
    ...{ address: await addressOf(context, grid, position), placeCode: spot.placeCode, position },
  };
}

/** The variable `place` of the event loop (definitions/README.md). */
export function placeVariable(context: RuntimeContext, where: Where): JsonObject {
  const { tree } = context.catalogue;
  const above = (kind: string): string | null => {
    for (let unit = tree.get(where.grid); unit !== undefined; unit = tree.get(unit.parent ?? ""))
      if (unit.kind === kind) return unit.code;
    return null;
  };
  return {
    ...{ code: where.placeCode ?? null, known: where.placeCode === undefined || where.place !== undefined },
    ...{ name: where.place?.name ?? null, address: where.address },
    ...{ lng: where.position?.lng ?? null, lat: where.position?.lat ?? null, grid: where.grid },
    ...{ community: above("community"), street: above("street"), district: above("district") },
  };
}
