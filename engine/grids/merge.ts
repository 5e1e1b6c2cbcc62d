/** Merging two neighbours: what they share disappears, the rest is one ring. */
import { gridFault, refused, type GridResult } from "./faults.ts";
import { edgesOf, keyOf, welded, type Grid, type Point, type Ring } from "./shape.ts";

type Edge = readonly [Point, Point];

const nameOf = ([from, to]: Edge): string => `${keyOf(from)} > ${keyOf(to)}`;

/** The edges of both that the other does not walk the other way. */
function outerEdges(a: Ring, b: Ring): readonly Edge[] {
  const edges = [...edgesOf(a), ...edgesOf(b)];
  const names = new Set(edges.map(nameOf));
  return edges.filter(([from, to]) => !names.has(nameOf([to, from])));
}

/** One ring of all the edges, or undefined: a hole, two pieces, or a corner passed twice. */
function chained(edges: readonly Edge[]): Ring | undefined {
  const next = new Map(edges.map((edge) => [keyOf(edge[0]), edge]));
  const [first] = edges;
  if (first === undefined || next.size !== edges.length) return undefined;
  const ring: Point[] = [];
  let at: Edge | undefined = first;
  do {
    ring.push(at[0]);
    at = next.get(keyOf(at[1]));
  } while (at !== undefined && at !== first && ring.length <= edges.length);
  return ring.length === edges.length ? ring : undefined;
}

/** Out: all grids without `gone`, whose place now belongs to `kept`. */
export function mergeGrids(grids: readonly Grid[], kept: string, gone: string): GridResult<readonly Grid[]> {
  const shared = welded(grids);
  const [a, b] = [kept, gone].map((unit) => shared.find((each) => each.unit === unit));
  if (a === undefined || b === undefined) return refused(gridFault("GRID_UNKNOWN", a === undefined ? kept : gone));
  const edges = outerEdges(a.ring, b.ring);
  if (edges.length === a.ring.length + b.ring.length)
    return refused(gridFault("GRID_NOT_NEIGHBOURS", gone, [a.ring, b.ring]));
  const ring = chained(edges);
  if (ring === undefined) return refused(gridFault("GRID_FALLS_APART", kept, [a.ring, b.ring]));
  return {
    ok: true,
    value: grids.flatMap((each) => (each.unit === gone ? [] : [each.unit === kept ? { ...each, ring } : each])),
  };
}
