import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import {
  areaOf,
  checkGrids,
  drawGrid,
  isInside,
  mergeGrids,
  moveCorner,
  splitGrid,
  type Grid,
  type GridResult,
  type Point,
  type Ring,
} from "../../../engine/grids/index.ts";

interface Feature {
  readonly properties: { readonly unit: string; readonly street: string; readonly community: string };
  readonly geometry: { readonly coordinates: readonly (readonly Point[])[] };
}

const file = new URL("../../../definitions/city/organisation/grids.geojson", import.meta.url);
const features = (JSON.parse(readFileSync(file, "utf8")) as { readonly features: readonly Feature[] }).features;
const street: readonly Grid[] = features
  .filter(({ properties }) => properties.street === "nanyuan")
  .map(({ properties, geometry }) => ({ unit: properties.unit, ring: (geometry.coordinates[0] ?? []).slice(0, -1) }));
const units = street.map(({ unit }) => unit);
const ringOf = (grids: readonly Grid[], unit: string): Ring => grids.find((each) => each.unit === unit)?.ring ?? [];
const totalOf = (grids: readonly Grid[]) => grids.reduce((sum, { ring }) => sum + areaOf(ring), 0);
const value = <T>(result: GridResult<T>): T => {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};
const codes = (result: GridResult<unknown>) => (result.ok ? [] : result.faults.map(({ problem }) => problem.code));

const middleOf = (ring: Ring): Point => {
  const [x, y] = ring.reduce(([sx, sy], [lng, lat]) => [sx + lng, sy + lat], [0, 0]);
  return [x / ring.length, y / ring.length];
};
/** A line through the middle of a grid from outside to outside. */
const lineThrough = (ring: Ring, angle: number, shift: number): readonly Point[] => {
  const [x, y] = middleOf(ring);
  const [dx, dy] = [Math.cos(angle) * 0.01, Math.sin(angle) * 0.01];
  return [
    [x - dx + shift, y - dy],
    [x + dx + shift, y + dy],
  ];
};

describe("grids as a seamless map", () => {
  it("the shipped street has no fault", () => assert.deepEqual(checkGrids(street, street), []));

  it("stays seamless and of the same size whatever is split and merged", () => {
    const step = fc.record({
      at: fc.nat(1000),
      angle: fc.double({ min: 0, max: Math.PI, noNaN: true }),
      shift: fc.double({ min: -0.0008, max: 0.0008, noNaN: true }),
      merge: fc.boolean(),
      other: fc.nat(1000),
    });
    let done = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        let grids = street;
        steps.forEach(({ at, angle, shift, merge, other }, index) => {
          const grid = grids[at % grids.length];
          const second = grids[other % grids.length];
          if (grid === undefined || second === undefined || grid === second) return;
          const changed = merge
            ? mergeGrids(grids, grid.unit, second.unit)
            : splitGrid(grids, grid.unit, lineThrough(grid.ring, angle, shift), `new${String(index)}`);
          if (!changed.ok) return;
          done++;
          assert.equal(changed.value.length, grids.length + (merge ? -1 : 1));
          assert.ok(Math.abs(totalOf(changed.value) - totalOf(street)) < 0.5, "the area is unchanged");
          grids = changed.value;
        });
        assert.deepEqual(checkGrids(street, grids), []);
      }),
      { numRuns: 40 },
    );
    assert.ok(done > 40, `${String(done)} changes`);
  });

  it("splitting and merging again gives the same ground back", () => {
    for (const unit of units) {
      const two = value(splitGrid(street, unit, lineThrough(ringOf(street, unit), 0.4, 0), "fresh"));
      assert.ok(areaOf(ringOf(two, unit)) >= areaOf(ringOf(two, "fresh")), "the larger part keeps the code");
      const one = value(mergeGrids(two, unit, "fresh"));
      assert.ok(Math.abs(areaOf(ringOf(one, unit)) - areaOf(ringOf(street, unit))) < 0.5);
      assert.deepEqual(checkGrids(street, one), []);
    }
  });

  it("gives neighbours the corners of the split, so that the next merge fits", () => {
    const two = value(splitGrid(street, "xingfuGrid1", lineThrough(ringOf(street, "xingfuGrid1"), 0, 0), "fresh"));
    const neighbour = ringOf(two, "xingfuGrid2");
    assert.equal(neighbour.length, ringOf(street, "xingfuGrid2").length + 1);
    value(mergeGrids(two, "fresh", "xingfuGrid2"));
  });

  it("refuses a line that stops inside, misses, or crosses more than twice", () => {
    const ring = ringOf(street, "xingfuGrid1");
    const [from = [0, 0], to = [0, 0]] = lineThrough(ring, 0, 0);
    const middle = middleOf(ring);
    assert.deepEqual(codes(splitGrid(street, "xingfuGrid1", [from, middle], "n")), ["GRID_LINE_SHORT"]);
    assert.deepEqual(codes(splitGrid(street, "xingfuGrid1", [from, [from[0], from[1] + 1]], "n")), ["GRID_LINE_SHORT"]);
    const back: Point = [from[0], from[1] + 0.0002];
    assert.deepEqual(codes(splitGrid(street, "xingfuGrid1", [from, to, back], "n")), ["GRID_LINE_OFTEN"]);
    assert.deepEqual(codes(splitGrid(street, "nowhere", [from, to], "n")), ["GRID_UNKNOWN"]);
  });

  it("refuses to merge what does not touch", () => {
    const far = units.find((unit) => codes(mergeGrids(street, "xingfuGrid1", unit)).includes("GRID_NOT_NEIGHBOURS"));
    assert.ok(far !== undefined);
  });

  it("draws a new grid out of others, and cuts what reaches beyond the community", () => {
    const givers = units.filter((unit) => unit.startsWith("xingfu"));
    const shared = ringOf(street, "xingfuGrid1").find((point) =>
      ringOf(street, "xingfuGrid4").some((other) => other[0] === point[0] && other[1] === point[1]),
    ) ?? [0, 0];
    const box = (r: number): Ring => [
      [shared[0] - r, shared[1] - r],
      [shared[0] + r, shared[1] - r],
      [shared[0] + r, shared[1] + r],
      [shared[0] - r, shared[1] + r],
    ];
    const drawn = value(drawGrid(street, givers, box(0.001), "fresh"));
    assert.deepEqual(checkGrids(street, drawn), []);
    assert.ok(isInside(ringOf(drawn, "fresh"), [shared[0] + 0.0005, shared[1] + 0.0005]));
    assert.deepEqual(codes(drawGrid(street, givers, box(1), "fresh")).includes("GRID_FALLS_APART"), true);
    const away: Ring = [
      [0, 0],
      [1, 0],
      [1, 1],
    ];
    assert.deepEqual(codes(drawGrid(street, givers, away, "fresh")), ["GRID_DRAWING_EMPTY"]);
  });

  it("moves a shared corner for all who have it, and shows where a moved border leaves a gap or reaches out", () => {
    const inner = ringOf(street, "xingfuGrid1").find(
      (point) =>
        street.filter(({ ring }) => ring.some((each) => each[0] === point[0] && each[1] === point[1])).length >= 4,
    );
    assert.ok(inner !== undefined);
    const moved = moveCorner(street, inner, [inner[0] + 0.0003, inner[1] + 0.0003]);
    assert.deepEqual(checkGrids(street, moved), []);
    const corner = ringOf(street, "xingfuGrid1")[0] ?? [0, 0];
    const center = middleOf(ringOf(street, "xingfuGrid1"));
    const outer =
      street
        .flatMap(({ ring }) => ring)
        .find((p) => street.filter(({ ring }) => ring.some((q) => q[0] === p[0] && q[1] === p[1])).length === 1) ??
      corner;
    const found = (to: Point) => checkGrids(street, moveCorner(street, outer, to));
    const towards = (share: number): Point => [
      outer[0] + (center[0] - outer[0]) * share,
      outer[1] + (center[1] - outer[1]) * share,
    ];
    const gap = found(towards(0.05));
    const beyond = found(towards(-0.05));
    const all = [...gap, ...beyond].map(({ problem }) => problem.code);
    assert.ok(all.includes("GRID_GAP") && all.includes("GRID_OUTSIDE"), all.join());
    assert.ok([...gap, ...beyond].every(({ at }) => at.length > 0 && at.every((ring) => ring.length >= 3)));
  });

  it("refuses an overlap with the place", () => {
    const [first, second, ...rest] = street;
    assert.ok(first && second);
    const faults = checkGrids(street, [first, { ...second, ring: first.ring }, ...rest]);
    const overlap = faults.find(({ problem }) => problem.code === "GRID_OVERLAP");
    assert.ok(overlap !== undefined && Math.abs(areaOf(overlap.at[0] ?? []) - areaOf(first.ring)) < 1);
    assert.ok(faults.some(({ problem }) => problem.code === "GRID_GAP"));
  });

  it("refuses a ring that crosses itself, is a line, or has two corners", () => {
    const [first, ...rest] = street;
    assert.ok(first);
    const [a = [0, 0], b = [0, 0], c = [0, 0], d = [0, 0]] = first.ring;
    for (const ring of [[a, c, b, d], [a, b], []] as const)
      assert.equal(checkGrids(street, [{ ...first, ring }, ...rest])[0]?.problem.code, "GRID_SHAPE_INVALID");
  });
});
