/** The place register: doors and facilities with stable codes. */
import type { Scope } from "../access/actor.ts";
import { conditions, containing, requireScope } from "./conditions.ts";
import { pageSize, type Page } from "./cursor.ts";
import type { PlaceRow } from "./rows.ts";
import type { Reader } from "./session.ts";
import type { Tx } from "./transaction.ts";

export type { PlaceRow } from "./rows.ts";

/** The place behind a printed code; codes are unique in the whole city. */
export async function placeByCode(read: Reader, code: string): Promise<PlaceRow | undefined> {
  const [row] = await read.all<PlaceRow>("SELECT * FROM place WHERE code = $1", [code]);
  return row;
}

/** Names of places by their codes. */
export async function placeNames(read: Reader, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (let from = 0; from < codes.length; from += 500) {
    const where = conditions();
    where.isOneOf("code", codes.slice(from, from + 500));
    const rows = await read.all<Pick<PlaceRow, "code" | "name">>(
      `SELECT code, name FROM place WHERE ${where.text()}`,
      where.values,
    );
    for (const { code, name } of rows) names.set(code, name);
  }
  return names;
}

export interface PlaceFilter {
  readonly q?: string;
  readonly street?: string;
  /** Code of the last place of the page before. */
  readonly cursor?: string;
  readonly limit?: number;
}

export async function listPlaces(read: Reader, scope: Scope, filter: PlaceFilter): Promise<Page<PlaceRow>> {
  const where = conditions();
  where.isOneOf("street_id", requireScope(scope).streets);
  if (filter.street !== undefined) where.add(`street_id = ${where.value(filter.street)}`);
  if (filter.q !== undefined && filter.q !== "") {
    const pattern = where.value(containing(filter.q));
    const columns = ["code", "name", "address"];
    where.add(`(${columns.map((column) => `lower(${column}) LIKE ${pattern} ESCAPE '\\'`).join(" OR ")})`);
  }
  const [counted] = await read.all<{ total: number }>(
    `SELECT count(*) AS total FROM place WHERE ${where.text()}`,
    where.values,
  );
  if (filter.cursor !== undefined) where.add(`code > ${where.value(filter.cursor)}`);
  const size = pageSize(filter.limit);
  const rows = await read.all<PlaceRow>(
    `SELECT * FROM place WHERE ${where.text()} ORDER BY code LIMIT ${size}`,
    where.values,
  );
  return { rows, total: counted?.total ?? 0 };
}

/** Places in a square of `degrees` around a point, to find the nearest among. */
export function placesNear(read: Reader, lng: number, lat: number, degrees: number): Promise<readonly PlaceRow[]> {
  return read.all<PlaceRow>("SELECT * FROM place WHERE lng BETWEEN $1 AND $2 AND lat BETWEEN $3 AND $4", [
    lng - degrees,
    lng + degrees,
    lat - degrees,
    lat + degrees,
  ]);
}

/** Adds and changes places; one that is gone from the register stays, because cases name its code. */
export async function keepPlaces(tx: Tx, places: readonly PlaceRow[]): Promise<void> {
  const known = new Map((await tx.all<PlaceRow>("SELECT * FROM place")).map((row) => [row.code, row]));
  for (const place of places) {
    const before = known.get(place.code);
    if (before === undefined) tx.insert("place", place);
    else if (columns.some((column) => before[column] !== place[column])) await changePlace(tx, place);
  }
}

const columns = ["kind", "name", "address", "lng", "lat", "grid", "community", "unit_path"] as const;

async function changePlace(tx: Tx, place: PlaceRow): Promise<void> {
  const sets = columns.map((column, index) => `${column} = $${index + 3}`).join(", ");
  await tx.run(`UPDATE place SET ${sets} WHERE street_id = $1 AND code = $2`, [
    place.street_id,
    place.code,
    ...columns.map((column) => place[column]),
  ]);
}

/** The whole register, by code. */
export const allPlaces = (read: Reader): Promise<readonly PlaceRow[]> =>
  read.all<PlaceRow>("SELECT * FROM place ORDER BY code");

/** The first code of each grid of the streets. */
export async function placeCodesOfGrids(
  read: Reader,
  streets: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (streets.length === 0) return new Map();
  const marks = streets.map((_, index) => `$${index + 1}`).join(",");
  const rows = await read.all<{ readonly grid: string; readonly code: string }>(
    `SELECT grid, min(code) AS code FROM place WHERE street_id IN (${marks}) GROUP BY grid`,
    [...streets],
  );
  return new Map(rows.map((row) => [row.grid, row.code]));
}
