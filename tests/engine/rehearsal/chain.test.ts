/** The chain is what the shipped flows really do, street by street. */
import assert from "node:assert/strict";
import type { Bundle } from "../../../engine/model/bundle.ts";
import { chainOf, untouched } from "../../../engine/rehearsal/index.ts";
import { valueOf } from "../../support/packs.ts";
import { cityOf } from "../../support/scenario.ts";

const at = "2026-11-23T01:00:00.000Z";

function play(bundle: Bundle, street: string, ownerRole: string) {
  const grid = street === "nanyuan" ? "xingfuGrid1" : "binheGrid1";
  const place = { known: true, code: null, name: null, address: "", lng: null, lat: null };
  const variables = {
    place: { ...place, grid, community: grid.replace("Grid1", ""), street, district: "jinchuan" },
    report: {},
    matter: {
      key: "exposedGarbage",
      code: "0201",
      title: "暴露垃圾",
      largeClass: "cityAppearance",
      limit: { value: 4, clock: "workHour" },
      ownerRole,
    },
    ...{
      severity: "general",
      reporter: { id: "p", unit: grid, role: "gridWorker" },
      case: { id: "c", number: "n", openedAt: at },
    },
  };
  return valueOf(untouched(bundle, variables, at));
}

const words = (bundle: Bundle, street: string, ownerRole: string) =>
  chainOf(play(bundle, street, ownerRole)).map(
    ({ level, groups, limit, percent }) =>
      `${level} ${groups.join()} ${limit?.value} ${limit?.clock} ${percent ?? "-"}`,
  );

describe("the chain of a case that nobody touches", function () {
  this.timeout(20_000);
  it("goes through Nanyuan's own three loops, which replace the city's", async () => {
    const { bundle } = await cityOf("nanyuan");
    assert.deepEqual(words(bundle, "nanyuan", "gridWorker"), [
      "grid xingfuGrid1/gridWorker 4 workHour 100",
      "community xingfu/communityAcceptor 1 workDay 100",
      "street nanyuan/dispatcher 2 workDay 100",
      "district jinchuan/leader 3 workDay -",
    ]);
    assert.deepEqual(words(bundle, "nanyuan", "handler").slice(0, 2), [
      "grid nanyuanUrban/handler 4 workHour 100",
      "street nanyuan/dispatcher 2 workDay 100",
    ]);
  });

  it("goes by the city's flow in Beihe, on Beihe's parameters", async () => {
    const { bundle } = await cityOf("beihe");
    assert.deepEqual(words(bundle, "beihe", "handler"), [
      "grid beiheUrban/handler 4 workHour 100",
      "street beihe/dispatcher 0.5 workDay 100",
      "district jinchuan/leader 0.5 workDay -",
    ]);
  });

  it("follows a parameter and a rung of the bundle", async () => {
    const { bundle } = await cityOf("nanyuan");
    const sooner: Bundle = {
      ...bundle,
      parameters: {
        ...bundle.parameters,
        nanyuan__communityLimit: { values: [{ from: "1970-01-01", value: { value: 2, clock: "workHour" } }] },
      },
      ladders: Object.fromEntries(
        Object.entries(bundle.ladders).map(([key, ladder]) => [
          key,
          {
            ...ladder,
            rungs: ladder.rungs.map((rung) =>
              key === "disposal" && rung.action === "escalate" ? { ...rung, percent: 90 } : rung,
            ),
          },
        ]),
      ),
    };
    assert.deepEqual(words(sooner, "nanyuan", "gridWorker").slice(0, 2), [
      "grid xingfuGrid1/gridWorker 4 workHour 90",
      "community xingfu/communityAcceptor 2 workHour 100",
    ]);
  });

  it("tells cards, reminders and who hears of them in the order of time, and is the same each time", async () => {
    const { bundle } = await cityOf("nanyuan");
    const { moments, cut } = play(bundle, "nanyuan", "gridWorker");
    assert.equal(cut, false);
    assert.deepEqual(
      moments.map((moment) => moment.at),
      moments.map((moment) => moment.at).toSorted(),
    );
    const rungs = moments.flatMap((moment) =>
      moment.type === "rung" ? [`${moment.action} ${moment.elementId} ${moment.percent}`] : [],
    );
    for (const rung of [
      "remind signFor 80",
      "yellowCard handling 100",
      "redCard handling 150",
      "supervise handling 200",
    ])
      assert.ok(rungs.includes(rung), rung);
    assert.deepEqual(play(bundle, "nanyuan", "gridWorker").moments, moments);
  });

  it("says why a flow cannot start, and stores nothing on the way", async () => {
    const { bundle } = await cityOf("nanyuan");
    const before = JSON.stringify(bundle);
    play(bundle, "nanyuan", "handler");
    assert.equal(JSON.stringify(bundle), before);
    const broken = untouched({ ...bundle, root: "nothing" }, {}, at);
    assert.equal(broken.ok, false);
  });
});
