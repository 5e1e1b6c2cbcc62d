/** Splitting a grid by a drawn line. */
import { gridFault, refused, type GridResult } from "./faults.ts";
import {
  areaOf,
  crossing,
  edgesOf,
  isInside,
  isSimple,
  keyOf,
  leastArea,
  rounded,
  samePoint,
  withCorners,
  type Grid,
  type Point,
  type Ring,
} from "./shape.ts";

interface Cut {
  readonly at: Point;
  /** Whole part: the segment of the line; fraction: where on it. */
  readonly along: number;
}

/** A cut this close to a corner is the corner: about a tenth of a metre. */
const cornerDegrees = 1e-6;

function cutsOf(ring: Ring, line: readonly Point[]): readonly Cut[] {
  const near = (point: Point) =>
    ring.find((corner) => Math.hypot(corner[0] - point[0], corner[1] - point[1]) < cornerDegrees) ?? rounded(point);
  const cuts = line.slice(1).flatMap((to, segment) => {
    const from = line[segment] ?? to;
    return edgesOf(ring).flatMap((edge): Cut[] => {
      const met = crossing([from, to], edge);
      return met === undefined ? [] : [{ at: near(met.at), along: segment + met.t }];
    });
  });
  const ordered = cuts.toSorted((a, b) => a.along - b.along);
  return [...new Map(ordered.map((cut) => [keyOf(cut.at), cut])).values()];
}

/** The part of the line between two cuts, without them. */
const between = (line: readonly Point[], from: number, to: number): readonly Point[] =>
  line.filter((_, at) => at > from && at < to).map(rounded);

/** Walks the ring from one corner to another, both included. */
function walk(ring: Ring, from: Point, to: Point): readonly Point[] {
  const start = ring.findIndex((point) => samePoint(point, from));
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  return turned.slice(0, turned.findIndex((point) => samePoint(point, to)) + 1);
}

function halves(ring: Ring, [a, b]: readonly [Point, Point], inner: readonly Point[]): readonly [Ring, Ring] {
  return [
    [...walk(ring, a, b), ...inner.toReversed()],
    [...walk(ring, b, a), ...inner],
  ];
}

/**
 * In: all grids of the street, the grid to split, a line from outside on one side to outside on the other, the code
 * of the new unit. Out: all grids; the larger part keeps the code, neighbours get the new corners too.
 */
export function splitGrid(
  grids: readonly Grid[],
  unit: string,
  line: readonly Point[],
  newUnit: string,
): GridResult<readonly Grid[]> {
  const grid = grids.find((each) => each.unit === unit);
  if (grid === undefined) return refused(gridFault("GRID_UNKNOWN", unit));
  const [a, b, ...more] = cutsOf(grid.ring, line);
  if (a === undefined || b === undefined) return refused(gridFault("GRID_LINE_SHORT", unit));
  if (more.length > 0) return refused(gridFault("GRID_LINE_OFTEN", unit));
  const inner = between(line, a.along, b.along);
  const path = [a.at, ...inner, b.at];
  if (!isWithin(grid.ring, path)) return refused(gridFault("GRID_LINE_SHORT", unit));
  const ring = withCorners(grid.ring, [a.at, b.at]);
  const parts = halves(ring, [a.at, b.at], inner).toSorted((one, two) => areaOf(two) - areaOf(one));
  if (parts.some((part) => !isSimple(part) || areaOf(part) <= leastArea))
    return refused(gridFault("GRID_SHAPE_INVALID", unit, parts));
  const [large = [], small = []] = parts;
  return { ok: true, value: replaced(grids, unit, large, { unit: newUnit, ring: small }, [a.at, b.at]) };
}

/** Whether the middles of the path lie in the grid: a line may also pass by outside, through two corners. */
const isWithin = (ring: Ring, path: readonly Point[]): boolean =>
  path.slice(1).every(([lng, lat], at) => {
    const [x, y] = path[at] ?? [lng, lat];
    return isInside(ring, [(lng + x) / 2, (lat + y) / 2]);
  });

function replaced(
  grids: readonly Grid[],
  unit: string,
  ring: Ring,
  fresh: Grid,
  corners: readonly Point[],
): readonly Grid[] {
  const kept = grids.map((each) =>
    each.unit === unit ? { unit, ring } : { ...each, ring: withCorners(each.ring, corners) },
  );
  const at = kept.findIndex((each) => each.unit === unit) + 1;
  return [...kept.slice(0, at), fresh, ...kept.slice(at)];
}
