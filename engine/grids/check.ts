/** Grids cover the street without overlap and without a gap: before as after a change. */
import { areasFrom, differenceOf, sharedBy, unionOf, type Area } from "./clip.ts";
import { gridFault, type GridFault } from "./faults.ts";
import { areaOf, isSimple, leastArea, type Grid, type Ring } from "./shape.ts";

const ringsOf = (areas: readonly Area[]): readonly Ring[] => areas.map(({ ring }) => ring);

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(ring: Ring): Box {
  const [xs, ys] = [ring.map(([lng]) => lng), ring.map(([, lat]) => lat)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

function shapeFaults(grids: readonly Grid[]): readonly GridFault[] {
  return grids
    .filter(({ ring }) => !isSimple(ring) || areaOf(ring) <= leastArea)
    .map(({ unit, ring }) => gridFault("GRID_SHAPE_INVALID", unit, [ring]));
}

function overlaps(grids: readonly Grid[]): readonly GridFault[] {
  const boxes = grids.map(({ ring }) => boxOf(ring));
  return grids.flatMap((a, at) =>
    grids.slice(at + 1).flatMap((b, further) => {
      const [boxA, boxB] = [boxes[at], boxes[at + 1 + further]];
      if (boxA === undefined || boxB === undefined || !meet(boxA, boxB)) return [];
      const shared = sharedBy(areasFrom([a.ring]), areasFrom([b.ring]));
      return shared.length === 0 ? [] : [gridFault("GRID_OVERLAP", a.unit, ringsOf(shared))];
    }),
  );
}

/**
 * In: the grids of a street as they are published, and as they shall be. Out: every place that is now covered twice,
 * no longer, or was not the street's before; shapes first, because nothing can be said about a broken one.
 */
export function checkGrids(before: readonly Grid[], after: readonly Grid[]): readonly GridFault[] {
  const broken = shapeFaults(after);
  if (broken.length > 0) return broken;
  const [old, fresh] = [unionOf(before.map(({ ring }) => ring)), unionOf(after.map(({ ring }) => ring))];
  const gaps = differenceOf(old, fresh);
  const beyond = differenceOf(fresh, old);
  return [
    ...overlaps(after),
    ...(gaps.length === 0 ? [] : [gridFault("GRID_GAP", "", ringsOf(gaps))]),
    ...(beyond.length === 0 ? [] : [gridFault("GRID_OUTSIDE", "", ringsOf(beyond))]),
  ];
}
