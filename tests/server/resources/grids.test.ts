import assert from "node:assert/strict";
import { mergeGrids, splitGrid, type Grid, type Point } from "../../../engine/grids/index.ts";
import type {
  CaseDetail,
  CasePage,
  FigureCases,
  Gap,
  GridArea,
  GridAt,
  GridsChanged,
  Place,
  Results,
  StreetGrids,
  Unit,
} from "../../../server/contract/types.ts";
import { sendReport } from "../../support/reports.ts";
import { startTestServer, type Client, type Failure, type TestServer } from "../../support/server.ts";

const toGrid = ({ unit, ring }: GridArea): Grid => ({ unit, ring: ring.map(({ lng, lat }): Point => [lng, lat]) });

describe("grids changed on the map", function () {
  this.timeout(120_000);
  let server: TestServer;
  let street: Client;
  before(async () => {
    server = await startTestServer();
    street = await server.as("designer", "nanyuan");
  });
  after(() => server.stop());

  const read = async () => (await street.get<StreetGrids>("/organisation/grids?street=nanyuan")).body;
  const publish = (by: Client, loaded: StreetGrids, grids: readonly GridArea[], more: object = {}) =>
    by.post<GridsChanged & Failure>("/organisation/grids", {
      ...{ street: loaded.street, revision: loaded.revision, checkOnly: false, note: "按户数拆分", grids, ...more },
    });
  const halved = (loaded: StreetGrids, unit: string): readonly GridArea[] => {
    const areas = loaded.grids.map(({ area }) => area);
    const ring = areas.find((area) => area.unit === unit)?.ring ?? [];
    const middle = ring.reduce((sum, { lng }) => sum + lng, 0) / ring.length;
    const line: readonly Point[] = [
      [middle, Math.min(...ring.map(({ lat }) => lat)) - 0.001],
      [middle, Math.max(...ring.map(({ lat }) => lat)) + 0.001],
    ];
    const split = splitGrid(areas.map(toGrid), unit, line, "xingfuGrid5");
    assert.ok(split.ok);
    const title = { "zh-CN": "幸福社区第5网格", en: "Xingfu Community Grid 5" };
    return split.value.map(({ unit: code, ring: points }) => ({
      ...(areas.find((area) => area.unit === code) ?? { unit: code, community: "xingfu", title }),
      ring: points.map(([lng, lat]) => ({ lng, lat })),
    }));
  };

  it("refuses an overlap and a gap, and says where", async () => {
    const loaded = await read();
    const areas = loaded.grids.map(({ area }) => area);
    const [first, ...rest] = areas;
    assert.ok(first);
    const gap = await publish(
      street,
      loaded,
      rest.map((area) => area),
    );
    assert.equal(gap.body.published, false);
    assert.ok(gap.body.problems.some(({ problem, at }) => problem.code === "GRID_GAP" && (at[0]?.length ?? 0) >= 3));
    const over = await publish(street, loaded, [
      first,
      ...rest.map((area, at) => (at === 0 ? { ...area, ring: first.ring } : area)),
    ]);
    assert.ok(over.body.problems.some(({ problem, at }) => problem.code === "GRID_OVERLAP" && at.length > 0));
    const far = await publish(
      street,
      loaded,
      areas.map((area) => ({ ...area, ring: area.ring.map(({ lng, lat }) => ({ lng: lng + 0.01, lat })) })),
    );
    assert.ok(far.body.problems.some(({ problem }) => problem.code === "GRID_OUTSIDE"));
    assert.equal((await read()).revision, loaded.revision);
  });

  it("is a street's own: another street is not found, a leader may look only", async () => {
    const loaded = await read();
    const other = await server.as("designer", "beihe");
    assert.equal(
      (
        await publish(
          other,
          loaded,
          loaded.grids.map(({ area }) => area),
        )
      ).status,
      404,
    );
    const leader = await server.as("leader", "nanyuan");
    assert.equal((await publish(leader, loaded, [])).status, 403);
    assert.equal((await leader.get<StreetGrids>("/organisation/grids?street=nanyuan")).body.mayManage, false);
  });

  it("a split is published: the map finds the new grid at once, places move, running cases stay, the gap shows", async () => {
    const worker = await server.as("gridWorker", "xingfuGrid1");
    const sent = await sendReport(worker);
    assert.equal(sent.status, 201);
    const loaded = await read();
    const areas = halved(loaded, "xingfuGrid1");
    const checked = await publish(street, loaded, areas, { checkOnly: true });
    assert.deepEqual([checked.body.published, checked.body.added, checked.body.problems], [false, ["xingfuGrid5"], []]);
    const done = await publish(street, loaded, areas);
    assert.equal(done.body.published, true, JSON.stringify(done.body));
    assert.ok(done.body.movedPlaces > 5);
    const places = (await street.get<Place[]>("/places?street=nanyuan&limit=200")).body;
    const moved = places.filter((place) => place.grid === "xingfuGrid5");
    assert.equal(moved.length, done.body.movedPlaces);
    const [place] = moved;
    const at = await street.get<GridAt>(`/grid-at?lng=${String(place?.lng)}&lat=${String(place?.lat)}`);
    assert.deepEqual([at.body.grid, at.body.gridTitle["zh-CN"]], ["xingfuGrid5", "幸福社区第5网格"]);
    const { store } = server.running.container;
    const [row] = await store.read.all<{ grid: string }>("SELECT grid FROM case_ WHERE id = $1", [
      sent.body.case?.id ?? "",
    ]);
    assert.equal(row?.grid, "xingfuGrid1");
    const gaps = (await street.get<Gap[]>("/organisation/gaps?street=nanyuan")).body;
    assert.ok(gaps.some((gap) => gap.kind === "gridWithoutWorker" && gap.unit === "xingfuGrid5"));
    const small = gaps.find((gap) => gap.kind === "gridTooSmall" && gap.unit === "xingfuGrid5");
    assert.ok((small?.households ?? 0) > 0 && small?.range?.min === 150);
    const stale = await publish(street, loaded, areas);
    assert.deepEqual([stale.status, stale.body.error.code], [409, "GRIDS_CHANGED"]);
    assert.equal(stale.body.error.details?.["by"], street.session.person.name);
  });

  it("refuses to remove a grid with open cases or people, with their number; an empty one goes", async () => {
    const loaded = await read();
    const all = loaded.grids.map(({ area }) => area);
    const without = (gone: string, kept: string) => {
      const areas = all.filter((area) => area.unit !== gone);
      return areas.map((area) =>
        area.unit === kept ? { ...area, ring: all.find((each) => each.unit === gone)?.ring ?? [] } : area,
      );
    };
    const refused = await publish(street, loaded, without("xingfuGrid1", "xingfuGrid5"));
    const work = refused.body.problems.find(({ problem }) => problem.code === "GRID_HAS_WORK");
    assert.match(work?.problem.zh ?? "", /幸福社区第1网格还有 1 件在办案件、2 名在岗人员/);
    const taken = await publish(
      street,
      loaded,
      all.map((area) => (area.unit === "xingfuGrid5" ? { ...area, unit: "binjiangGrid1" } : area)),
    );
    assert.ok(taken.body.problems.some(({ problem }) => problem.code === "GRID_CODE_TAKEN"));
  });

  it("a closed case of a grid that is merged stays in it, under its name marked as gone, in lists and figures", async () => {
    const [dispatcher, leader] = [await server.as("dispatcher", "nanyuan"), await server.as("leader", "nanyuan")];
    const places = (await street.get<Place[]>("/places?street=nanyuan&limit=200")).body;
    const place = places.find((each) => each.grid === "xingfuGrid5");
    assert.ok(place);
    const sent = await sendReport(await server.as("communityAcceptor", "xingfu"), { place });
    const id = sent.body.case?.id ?? "";
    const open = await read();
    const areas = open.grids.map(({ area }) => area);
    const merged = mergeGrids(areas.map(toGrid), "xingfuGrid1", "xingfuGrid5");
    assert.ok(merged.ok);
    const without = merged.value.map(({ unit, ring }) => ({
      ...areas.find((area) => area.unit === unit)!,
      ring: ring.map(([lng, lat]) => ({ lng, lat })),
    }));
    assert.match((await publish(street, open, without)).body.problems[0]?.problem.zh ?? "", /还有 1 件在办案件/);
    assert.equal((await dispatcher.post(`/cases/${id}/cancel`, { reason: "重复上报，予以作废" })).status, 200);
    const before = await leader.get<Results>("/results?unit=nanyuan");
    const done = await publish(street, open, without);
    assert.deepEqual([done.body.published, done.body.removed], [true, ["xingfuGrid5"]], JSON.stringify(done.body));
    const gone = { "zh-CN": "幸福社区第5网格（已撤并）", en: "Xingfu Community Grid 5 (closed)" };
    const detail = (await dispatcher.get<CaseDetail>(`/cases/${id}`)).body;
    assert.deepEqual([detail.summary.grid, detail.summary.gridTitle], ["xingfuGrid5", gone]);
    const listed = (await dispatcher.get<CasePage>("/cases?grid=xingfuGrid5")).body.items;
    assert.deepEqual(
      listed.map((each) => each.gridTitle),
      [gone],
    );
    const results = (await leader.get<Results>("/results?unit=nanyuan")).body;
    assert.deepEqual(results.figures, before.body.figures, "no figure of the street changes by it");
    const row = results.tables.find(({ by }) => by === "grids")?.rows.find((each) => each.code === "xingfuGrid5");
    assert.deepEqual(row?.title, gone);
    const reported = row.figures.find((figure) => figure.id === "reported");
    assert.equal(reported?.value, 1);
    const behind = await leader.get<FigureCases>(
      "/results/cases?unit=nanyuan&indicator=reported&by=grids&row=xingfuGrid5",
    );
    assert.deepEqual(
      [behind.body.of, behind.body.items.map((each) => each.id)],
      [gone, [id]],
      JSON.stringify(behind.body),
    );
    const units = results.tables.find(({ by }) => by === "units")?.rows;
    assert.deepEqual(
      units?.map(({ code }) => code),
      before.body.tables.find(({ by }) => by === "units")?.rows.map(({ code }) => code),
      "it stays in its community",
    );
    const former = (await street.get<Unit[]>("/units?street=nanyuan&former=true")).body;
    assert.deepEqual(
      former.map((unit) => unit.title),
      [gone],
    );
    assert.deepEqual((await read()).usedCodes, ["xingfuGrid5"]);
    assert.equal((await publish(street, await read(), areas)).body.problems[0]?.problem.code, "GRID_CODE_TAKEN");
  });
});
