/** The only user of polyclip-ts: union, difference and intersection of grids. */
import { difference, intersection, union, type Geom } from "polyclip-ts";
import { areaOf, leastArea, rounded, type Ring } from "./shape.ts";

/** A polygon with its holes. */
export interface Area {
  readonly ring: Ring;
  readonly holes: readonly Ring[];
}

const closed = (ring: Ring): [number, number][] =>
  [...ring, ...ring.slice(0, 1)].map(([lng, lat]): [number, number] => [lng, lat]);
const geometry = (areas: readonly Area[]): Geom => areas.map(({ ring, holes }) => [ring, ...holes].map(closed));
const area = (ring: Ring): Area => ({ ring, holes: [] });

/** Rounding makes threads of no width; they are no places. */
function areasOf(found: readonly (readonly [number, number][])[][]): readonly Area[] {
  const ringOf = (points: readonly (readonly [number, number])[]): Ring => points.slice(0, -1).map(rounded);
  return found.flatMap(([outer = [], ...inner]) => {
    const ring = ringOf(outer);
    const holes = inner.map(ringOf).filter((hole) => areaOf(hole) > leastArea);
    return areaOf(ring) > leastArea ? [{ ring, holes }] : [];
  });
}

export function unionOf(rings: readonly Ring[]): readonly Area[] {
  const [first, ...more] = rings.map((ring) => geometry([area(ring)]));
  return first === undefined ? [] : areasOf(union(first, ...more));
}

export const differenceOf = (from: readonly Area[], taken: readonly Area[]): readonly Area[] =>
  from.length === 0 ? [] : taken.length === 0 ? from : areasOf(difference(geometry(from), geometry(taken)));

export const sharedBy = (a: readonly Area[], b: readonly Area[]): readonly Area[] =>
  a.length === 0 || b.length === 0 ? [] : areasOf(intersection(geometry(a), geometry(b)));

export const areasFrom = (rings: readonly Ring[]): readonly Area[] => rings.map(area);
