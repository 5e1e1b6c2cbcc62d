import assert from "node:assert/strict";
import type { ResolvedPack } from "../../engine/model/pack.ts";
import { contentOf, keysOf, resolvedPack } from "../support/packs.ts";
import { cityOf, walk } from "../support/scenario.ts";
import type { City, Scenario } from "../support/scenario.ts";

const PACKS = ["yunjin", "beihe", "nanyuan"];

/** Stories a pack inherits or has, and that are said to hold in it. */
function storiesOf(pack: ResolvedPack, packKey: string): readonly Scenario[] {
  return keysOf(pack, "scenario")
    .map((key) => contentOf(pack, "scenario", key) as unknown as Scenario)
    .filter(({ packs }) => packs.includes(packKey));
}

describe("scenarios of the shipped packs", () => {
  for (const packKey of PACKS) {
    const pack = resolvedPack(packKey === "yunjin" ? undefined : packKey);
    describe(packKey, () => {
      let city: City;
      before(async () => {
        city = await cityOf(packKey);
      });
      for (const scenario of storiesOf(pack, packKey))
        it(`${scenario.title["zh-CN"]} (${scenario.key})`, () => walk(scenario, packKey, city));
    });
  }

  it("name only packs that exist, and every story holds somewhere", () => {
    const all = PACKS.flatMap((key) => storiesOf(resolvedPack(key === "yunjin" ? undefined : key), key));
    assert.ok(new Set(all.map(({ key }) => key)).size >= 16);
    assert.deepEqual([...new Set(all.flatMap(({ packs }) => packs))].filter((key) => !PACKS.includes(key)), []);
  });
});
