import assert from "node:assert/strict";
import type { JsonObject } from "../../../engine/model/json.ts";
import { kinds, mostLevels } from "../../../engine/overlay/index.ts";

const title = { "zh-CN": "单位", en: "Unit" };
const fault = (pointer: string, zh: string, en: string) => ({ code: "TEST", zh, en, path: pointer });
const faultsOf = (...units: readonly JsonObject[]) =>
  kinds.organisation
    .check({ units: units.map((unit) => ({ title, ...unit })) }, fault)
    .map(({ path, en }) => [path, en]);
const city = { code: "c", kind: "city" };
const street = { code: "s", kind: "street", parent: "c" };

describe("units of the organisation", () => {
  it("stand below a unit that is there and of a kind that takes them", () => {
    assert.deepEqual(faultsOf(city, street, { code: "d", kind: "department", parent: "s", phone: "12345" }), []);
    assert.deepEqual(faultsOf(city, street, { code: "d", kind: "department", parent: "x" }), [
      ["/units/2/parent", "the parent unit is not there"],
    ]);
    assert.deepEqual(faultsOf(city, street, { code: "g", kind: "grid", parent: "s" }), [
      ["/units/2/parent", "a grid cannot stand below a street"],
    ]);
  });

  it("never stand above themselves, and not too deep", () => {
    const ring = [
      { code: "a", kind: "department", parent: "b" },
      { code: "b", kind: "department", parent: "a" },
    ];
    assert.deepEqual(
      faultsOf(city, ...ring).map(([path]) => path),
      ["/units/1/parent", "/units/2/parent"],
    );
    const chain = (levels: number) =>
      Array.from({ length: levels }, (_, at) => ({
        ...{ code: `d${String(at)}`, kind: "department", parent: at === 0 ? "c" : `d${String(at - 1)}` },
      }));
    assert.deepEqual(faultsOf(city, ...chain(mostLevels - 1)), []);
    assert.equal(faultsOf(city, ...chain(mostLevels)).length, 1);
  });

  it("say a telephone and an address in words, or not at all", () => {
    assert.deepEqual(faultsOf({ ...city, phone: " ", address: 3 }), [
      ["/units/0/phone", "expected text"],
      ["/units/0/address", "expected text"],
    ]);
  });
});
