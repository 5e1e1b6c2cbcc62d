import assert from "node:assert/strict";
import type { Feature, FeatureCollection, Polygon } from "geojson";
import fc from "fast-check";
import { gridFinder } from "../../../server/runtime/grid-finder.ts";

const box = (unit: string, west: number, south: number, east: number, north: number): Feature<Polygon> => ({
  type: "Feature",
  properties: { unit },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  },
});

const collection = (...features: Feature<Polygon>[]): FeatureCollection => ({ type: "FeatureCollection", features });

describe("the grid of a point", () => {
  const find = gridFinder(collection(box("west", 0, 0, 1, 1), box("east", 1, 0, 2, 1), box("north", 0, 1, 2, 2)));

  it("is found for every point of the area, on borders too, and by exactly one grid", () => {
    const inside = fc.double({ min: 0, max: 1.999_999, noNaN: true });
    fc.assert(
      fc.property(inside, inside, (lng, lat) => {
        const expected = lat >= 1 ? "north" : lng >= 1 ? "east" : "west";
        assert.equal(find(lng, lat), expected);
      }),
    );
  });

  it("is none outside", () => {
    for (const [lng, lat] of [
      [-0.1, 0.5],
      [2.1, 0.5],
      [0.5, -0.1],
      [0.5, 2.1],
    ] as const)
      assert.equal(find(lng, lat), undefined);
  });

  it("leaves out a hole", () => {
    const whole = box("ring", 0, 0, 3, 3);
    const hole = box("", 1, 1, 2, 2).geometry.coordinates;
    const ring: Feature<Polygon> = {
      ...whole,
      geometry: { type: "Polygon", coordinates: [...whole.geometry.coordinates, ...hole] },
    };
    const around = gridFinder(collection(ring));
    assert.equal(around(1.5, 1.5), undefined);
    assert.equal(around(0.5, 1.5), "ring");
  });
});
