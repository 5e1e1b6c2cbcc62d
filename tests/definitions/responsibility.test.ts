import assert from "node:assert/strict";
import type { JsonObject } from "../../engine/index.ts";
import { decide } from "../../engine/decisions/index.ts";
import type { Decision } from "../../engine/index.ts";
import { contentOf, keysOf, parsedOf, resolvedPack, valueOf } from "../support/packs.ts";

const pack = resolvedPack();
const list = (content: JsonObject, name: string) => content[name] as readonly JsonObject[];
const defaults = Object.fromEntries(
  list(contentOf(pack, "parameter", "parameters"), "parameters").map((each) => [each["key"] as string, each["default"] ?? null]),
);
const matters = keysOf(pack, "matter").flatMap((largeClass) =>
  list(contentOf(pack, "matter", largeClass), "matters").map((matter): JsonObject => ({ ...matter, largeClass })),
);

describe("the responsibility matrix", () => {
  let matrix: Decision;
  before(async () => {
    const decision = (await parsedOf(pack)).decisions["responsibility"];
    assert.ok(decision !== undefined);
    matrix = decision;
  });

  interface Facts {
    readonly grid?: string;
    readonly street?: string;
    readonly severity?: string;
    readonly known?: boolean;
    readonly param?: JsonObject;
  }
  const ownerOf = (key: string, facts: Facts = {}): JsonObject => {
    const matter = matters.find((each) => each["key"] === key);
    const place = { known: facts.known ?? true, street: facts.street ?? "nanyuan", community: "xingfu", grid: facts.grid ?? "xingfuGrid1" };
    const context: JsonObject = { matter: matter ?? {}, place, severity: facts.severity ?? "general", param: { ...defaults, ...facts.param } };
    const variables = (name: string) => context[name];
    const answer = valueOf(decide(matrix, { variables, now: "2026-03-02T02:00:00.000Z", timeZone: "Asia/Shanghai" }));
    return answer.output as JsonObject;
  };

  it("names for every matter but the open one a unit that exists, in either street, and says why", () => {
    const units = new Set(list(contentOf(pack, "organisation", "units"), "units").map((unit) => unit["code"]));
    for (const street of ["nanyuan", "beihe"])
      for (const matter of matters.filter(({ key }) => key !== "otherMatter")) {
        const owner = ownerOf(matter["key"] as string, { street });
        assert.ok(units.has(owner["lead"] ?? ""), JSON.stringify(matter["key"]));
        assert.ok((owner["assist"] as readonly string[]).every((unit) => units.has(unit)), JSON.stringify(matter["key"]));
        assert.ok(owner["role"] === "handler" && (owner["rule"] as string).length > 4);
        assert.ok(!(owner["assist"] as readonly string[]).includes(owner["lead"] as string));
      }
  });

  it("leaves an unknown matter and an unknown place to the dispatcher, or to the unit set for them", () => {
    assert.equal(ownerOf("otherMatter")["lead"], null);
    assert.equal(ownerOf("sewerBlocked", { known: false })["lead"], null);
    assert.equal(ownerOf("otherMatter", { param: { fallbackUnit: "nanyuanCivil" } })["lead"], "nanyuanCivil");
  });

  it("knows the enclaves: police and city appearance of two grids belong to the other street", () => {
    assert.equal(ownerOf("theft", { grid: "hepingGrid2" })["lead"], "beihePolice");
    assert.equal(ownerOf("theft", { grid: "hepingGrid3" })["lead"], "nanyuanPolice");
    assert.equal(ownerOf("rubble", { street: "beihe", grid: "taoyuanGrid3" })["lead"], "nanyuanUrban");
    assert.equal(ownerOf("sewerBlocked", { street: "beihe", grid: "taoyuanGrid3" })["lead"], "beiheUrban");
  });

  it("gives small matters to the grid first where the street wants it so", () => {
    const owner = ownerOf("smallAds", { param: { firstOwner: "grid" } });
    assert.deepEqual([owner["lead"], owner["role"], owner["limit"]], ["xingfuGrid1", "gridWorker", { value: 4, clock: "workHour" }]);
    assert.equal(ownerOf("smallAds")["lead"], "nanyuanUrban");
    assert.equal(ownerOf("sewerBlocked", { param: { firstOwner: "grid" } })["lead"], "nanyuanUrban");
  });

  it("shortens the limit of what is urgent, unless the matter has an urgent limit of its own", () => {
    assert.deepEqual(ownerOf("rubble")["limit"], { value: 2, clock: "workDay" });
    assert.deepEqual(ownerOf("rubble", { severity: "urgent" })["limit"], { value: 4, clock: "urgentHour" });
    assert.deepEqual(ownerOf("manholeCover", { severity: "urgent" })["limit"], { value: 2, clock: "urgentHour" });
  });
});
