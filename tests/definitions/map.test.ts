import assert from "node:assert/strict";
import type { JsonObject } from "../../engine/index.ts";
import { contentOf, resolvedPack } from "../support/packs.ts";
import { validatorOf } from "../support/validator.ts";

type Point = readonly [number, number];
interface Feature {
  readonly properties: Readonly<Record<string, string>>;
  readonly geometry: { readonly type: string; readonly coordinates: never };
}

const city = resolvedPack();
const featuresOf = (key: string) => contentOf(city, "organisation", key)["features"] as unknown as readonly Feature[];
const ringOf = (feature: Feature) => (feature.geometry.coordinates as readonly (readonly Point[])[])[0] ?? [];
const grids = featuresOf("grids");
const base = featuresOf("basemap");
const textOf = ([x, y]: Point) => `${x} ${y}`;

/** Coordinates have six decimals: as whole millionths they add up without a rounding error. */
const whole = (value: number) => BigInt(Math.round(value * 1e6));

function doubledArea(ring: readonly Point[]): bigint {
  return ring.slice(1).reduce((sum, [x, y], at) => {
    const [px, py] = ring[at] ?? [0, 0];
    return sum + (whole(px) * whole(y) - whole(x) * whole(py));
  }, 0n);
}

function edgesOf(ring: readonly Point[]): readonly (readonly [Point, Point])[] {
  return ring.slice(1).map((point, at) => [ring[at] ?? point, point] as const);
}

function contains(ring: readonly Point[], [x, y]: Point): boolean {
  return edgesOf(ring).reduce((inside, [[ax, ay], [bx, by]]) => {
    if (ay > y === by > y) return inside;
    return x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !inside : inside;
  }, false);
}

describe("the sixteen grids", () => {
  it("are those of the organisation, each with one simple ring that turns the same way", () => {
    const units = contentOf(city, "organisation", "units")["units"] as readonly JsonObject[];
    const codes = units.filter((unit) => unit["kind"] === "grid").map((unit) => unit["code"]);
    assert.deepEqual(new Set(grids.map(({ properties }) => properties["unit"])), new Set(codes));
    assert.equal(grids.length, codes.length);
    for (const grid of grids) {
      const ring = ringOf(grid);
      assert.equal(textOf(ring[0] ?? [0, 0]), textOf(ring.at(-1) ?? [1, 1]), "the ring is closed");
      assert.ok(doubledArea(ring) > 0n, "the ring turns left");
      assert.equal(new Set(ring.slice(1).map(textOf)).size, ring.length - 1, "no vertex is there twice");
    }
  });

  /*
   * The exact planar check: every inner edge belongs to exactly two grids, once in each direction, and the edges that are
   * left over form one closed boundary. Then the union has that boundary, its area is the sum, and nothing overlaps.
   */
  it("neither overlap nor leave a gap", () => {
    const edges = new Map<string, number>();
    for (const grid of grids)
      for (const [a, b] of edgesOf(ringOf(grid))) {
        const key = `${textOf(a)} > ${textOf(b)}`;
        assert.ok(!edges.has(key), "two grids run along an edge the same way: they overlap");
        edges.set(key, 1);
      }
    const outer = [...edges.keys()].map((key) => key.split(" > ")).filter(([a, b]) => !edges.has(`${b} > ${a}`));
    const next = new Map(outer.map(([a = "", b = ""]) => [a, b]));
    assert.equal(next.size, outer.length, "the boundary does not touch itself");
    const [first = ""] = next.keys();
    const boundary = [first];
    for (let at = next.get(first) ?? ""; at !== first; at = next.get(at) ?? first) boundary.push(at);
    assert.equal(boundary.length, outer.length, "one boundary: there is no hole");
    const ring = [...boundary, first].map((point) => point.split(" ").map(Number) as unknown as Point);
    const sum = grids.reduce((total, grid) => total + doubledArea(ringOf(grid)), 0n);
    assert.equal(doubledArea(ring), sum, "area of the union = sum of the areas");
  });

  it("are some 300 to 500 metres wide and high, as people walk them", () => {
    for (const grid of grids) {
      const ring = ringOf(grid);
      const width = (Math.max(...ring.map(([x]) => x)) - Math.min(...ring.map(([x]) => x))) * 93_150;
      const height = (Math.max(...ring.map(([, y]) => y)) - Math.min(...ring.map(([, y]) => y))) * 110_950;
      assert.ok(width > 300 && width < 560 && height > 300 && height < 560, `${Math.round(width)} × ${Math.round(height)}`);
    }
  });
});

describe("the base map", () => {
  const kind = (name: string) => base.filter(({ properties }) => properties["kind"] === name);

  it("has named roads, a river, parks and at least 150 buildings", () => {
    assert.ok(kind("building").length >= 150);
    assert.ok(kind("road").length >= 10 && kind("river").length === 1 && kind("park").length >= 3 && kind("label").length >= 20);
    assert.deepEqual(base.filter(({ properties }) => !properties["name"] || !properties["nameEn"]), []);
  });

  it("puts every building wholly into its grid", () => {
    const rings = new Map(grids.map((grid) => [grid.properties["unit"], ringOf(grid)]));
    for (const building of kind("building")) {
      const ring = rings.get(building.properties["grid"]) ?? [];
      assert.ok(ringOf(building).every((point) => contains(ring, point)), building.properties["name"]);
    }
  });
});

describe("the register of places", () => {
  const rows = contentOf(city, "register", "places")["rows"] as readonly JsonObject[];
  const schema = contentOf(city, "register", "places")["schema"] as JsonObject;

  it("has at least 240 rows that fit its schema, each code once", () => {
    const validate = validatorOf(schema);
    assert.ok(rows.length >= 240);
    assert.equal(new Set(rows.map((row) => row["code"])).size, rows.length);
    assert.deepEqual(rows.flatMap((row) => validate(row)), []);
  });

  it("says of each the grid that it lies in, and of no other", () => {
    for (const row of rows) {
      const point: Point = [Number(row["lng"]), Number(row["lat"])];
      const found = grids.filter((grid) => contains(ringOf(grid), point)).map(({ properties }) => properties["unit"]);
      assert.deepEqual(found, [row["grid"]], JSON.stringify(row["code"]));
    }
  });

  it("is small enough to be read at every start", () => {
    assert.ok(JSON.stringify(base).length + JSON.stringify(grids).length < 600 * 1024);
  });
});
