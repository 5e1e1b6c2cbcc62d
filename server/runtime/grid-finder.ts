/** Which grid a point lies in. The polygons neither overlap nor leave a gap (checked with the content). */
import type { FeatureCollection, Position } from "geojson";

interface Area {
  readonly unit: string;
  readonly rings: readonly (readonly Position[])[];
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

/** Even-odd rule; a point on a shared edge belongs to the grid on its east or north. */
function isInside(ring: readonly Position[], lng: number, lat: number): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [x1 = 0, y1 = 0] = ring[at] ?? [];
    const [x2 = 0, y2 = 0] = ring[before] ?? [];
    if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

function areasOf(grids: FeatureCollection): readonly Area[] {
  return grids.features.flatMap(({ geometry, properties }) => {
    const unit: unknown = properties?.["unit"];
    if (geometry.type !== "Polygon" || typeof unit !== "string") return [];
    const rings = geometry.coordinates;
    const outer = rings[0] ?? [];
    const xs = outer.map(([x = 0]) => x);
    const ys = outer.map(([, y = 0]) => y);
    return [{ unit, rings, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const }];
  });
}

/** In: grid polygons. Out: a function from a point (WGS-84) to the unit code of its grid. */
export function gridFinder(grids: FeatureCollection): (lng: number, lat: number) => string | undefined {
  const areas = areasOf(grids);
  return (lng, lat) =>
    areas.find(({ rings, box: [west, south, east, north] }) => {
      if (lng < west || lng > east || lat < south || lat > north) return false;
      return rings.filter((ring) => isInside(ring, lng, lat)).length % 2 === 1;
    })?.unit;
}
