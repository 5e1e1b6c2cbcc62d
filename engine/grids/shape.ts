/** The plane geometry of grids: rings of WGS-84 points, areas in square metres, who touches whom. */

/** Longitude and latitude in degrees, WGS-84. */
export type Point = readonly [lng: number, lat: number];

/** A simple polygon's corners, counter-clockwise, the first not repeated at the end. */
export type Ring = readonly Point[];

export interface Grid {
  /** Unit code. */
  readonly unit: string;
  readonly ring: Ring;
}

/** What is smaller is a rounding error, not a place. Square metres. */
export const leastArea = 1;
/** Points closer than this are one: about two millimetres. Degrees. */
const sameDegrees = 2e-8;

/** Metres, WGS-84. */
const earthRadius = 6_378_137;

export const keyOf = ([lng, lat]: Point): string => `${String(lng)} ${String(lat)}`;
export const samePoint = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];

/** New corners are kept to a tenth of a millimetre. */
export const rounded = ([lng, lat]: Point): Point => [Number(lng.toFixed(9)), Number(lat.toFixed(9))];

export function edgesOf(ring: Ring): readonly (readonly [Point, Point])[] {
  return ring.flatMap((from, at) => {
    const to = ring[(at + 1) % ring.length];
    return to === undefined ? [] : [[from, to] as const];
  });
}

/**
 * Square metres: the integral of sin(latitude) along the edges (Green), so that the areas of two parts add up to that
 * of the whole. Measured from the latitude of the first corner, so that small rings keep their digits.
 */
export function areaOf(ring: Ring): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const base = Math.sin(radians(ring[0]?.[1] ?? 0));
  const sum = edgesOf(ring).reduce((total, [[ax, ay], [bx, by]]) => {
    const half = radians(by - ay) / 2;
    const mean = Math.sin(radians((ay + by) / 2)) * (half === 0 ? 1 : Math.sin(half) / half);
    return total + radians(bx - ax) * (mean - base);
  }, 0);
  return Math.abs(sum) * earthRadius ** 2;
}

/** Even-odd rule. */
export function isInside(ring: Ring, [lng, lat]: Point): boolean {
  return edgesOf(ring).reduce((inside, [[ax, ay], [bx, by]]) => {
    if (ay > lat === by > lat) return inside;
    return lng < ((bx - ax) * (lat - ay)) / (by - ay) + ax ? !inside : inside;
  }, false);
}

export interface Crossing {
  readonly at: Point;
  /** Where on the first and on the second segment, 0 to 1. */
  readonly t: number;
  readonly u: number;
}

/** Where two segments meet; undefined when they do not, or run along each other. */
export function crossing([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): Crossing | undefined {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const across = rx * sy - ry * sx;
  if (Math.abs(across) < 1e-18) return undefined;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / across;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / across;
  const isOn = (value: number) => value >= -1e-9 && value <= 1 + 1e-9;
  return isOn(t) && isOn(u) ? { at: [a[0] + t * rx, a[1] + t * ry], t, u } : undefined;
}

/** Whether the edges meet nowhere but at the corners between neighbours. */
export function isSimple(ring: Ring): boolean {
  if (ring.length < 3 || new Set(ring.map(keyOf)).size !== ring.length) return false;
  const edges = edgesOf(ring);
  return edges.every((edge, at) =>
    edges.every((other, than) => {
      const apart = Math.min(Math.abs(at - than), edges.length - Math.abs(at - than));
      return apart <= 1 || crossing(edge, other) === undefined;
    }),
  );
}

/** How far along an edge a point lies, when it lies on it between the ends. */
function onEdge([a, b]: readonly [Point, Point], point: Point): number | undefined {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0 || samePoint(a, point) || samePoint(b, point)) return undefined;
  const along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length ** 2;
  const away = Math.abs((point[0] - a[0]) * dy - (point[1] - a[1]) * dx) / length;
  return along > 0 && along < 1 && away < sameDegrees ? along : undefined;
}

/** The ring with those of the points that lie on its edges as corners, so that neighbours share every corner. */
export function withCorners(ring: Ring, points: readonly Point[]): Ring {
  return edgesOf(ring).flatMap((edge) => {
    const between = points
      .map((point) => ({ point, along: onEdge(edge, point) }))
      .filter((each): each is { point: Point; along: number } => each.along !== undefined)
      .toSorted((a, b) => a.along - b.along)
      .map(({ point }) => point);
    return [edge[0], ...new Map(between.map((point) => [keyOf(point), point])).values()];
  });
}

/** Every corner of one grid that lies on the edge of another becomes a corner of both. */
export function welded(grids: readonly Grid[]): readonly Grid[] {
  const corners = grids.flatMap(({ ring }) => ring);
  return grids.map((grid) => ({ ...grid, ring: withCorners(grid.ring, corners) }));
}
