/** 考核评估 against an independent count of the living city's raw rows; each figure against its own list. */
import assert from "node:assert/strict";
import type { Bulletin, Figure, FigureAccounts, FigureCases, Results } from "../../../server/contract/types.ts";
import { cityServer } from "../../support/living-city.ts";
import type { Client, TestServer } from "../../support/server.ts";
import { rawAccounts, rawHours, rawFigures, tellCases, type Told } from "../../support/raw-figures.ts";

const MONTHS = ["2026-09", "2026-10", "2026-11"] as const;
const value = (figures: readonly Figure[], id: string) => figures.find((figure) => figure.id === id);

describe("results", function () {
  this.timeout(120_000);
  let server: TestServer;
  let told: readonly Told[];
  const leaders: Record<string, Client> = {};
  before(async () => {
    server = await cityServer();
    for (const unit of ["nanyuan", "beihe", "jinchuan"]) leaders[unit] = await server.as("leader", unit);
    const { store, ports } = server.running.container;
    told = await tellCases(store, ports.clock.now());
  });

  const leaderOf = (unit: string): Client => {
    const found = leaders[unit];
    if (found === undefined) throw new Error(`Expected a leader of ${unit}.`);
    return found;
  };
  const pathOf = (unit: string) => server.running.container.catalogue.tree.path(unit);
  const casesBelow = (unit: string) => told.filter((each) => `${each.path}/`.startsWith(`${pathOf(unit)}/`));

  async function results(unit: string, query = ""): Promise<Results> {
    const { status, body } = await leaderOf(unit).get<Results>(`/results?unit=${unit}${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  }

  for (const unit of ["nanyuan", "beihe", "jinchuan"])
    for (const month of MONTHS)
      it(`of ${unit} in ${month} are what a count of the raw events gives`, async () => {
        const { figures } = await results(unit, `&month=${month}`);
        const expected = rawFigures(casesBelow(unit), month);
        const counted = Object.fromEntries(
          Object.keys(expected).map((id) => [id, [value(figures, id)?.counted, value(figures, id)?.of]]),
        );
        assert.deepEqual(counted, expected);
        const hours = rawHours(casesBelow(unit), month);
        assert.deepEqual(Object.fromEntries(Object.keys(hours).map((id) => [id, value(figures, id)?.value])), hours);
        const accounts = await rawAccounts(server.running.container.store, pathOf(unit), month);
        const activity = value(figures, "activity");
        assert.deepEqual({ counted: activity?.counted, of: activity?.of }, accounts);
      });

  it("break down by community, grid, class and department to what a count of those cases gives", async () => {
    const { tables } = await results("nanyuan", "&month=2026-10");
    const mine = casesBelow("nanyuan");
    for (const by of ["units", "grids"] as const)
      for (const row of tables.find((table) => table.by === by)?.rows ?? []) {
        const { reported, closed } = rawFigures(
          mine.filter((each) => each.path.includes(`/${row.code}`)),
          "2026-10",
        );
        assert.deepEqual(
          [value(row.figures, "reported")?.value, value(row.figures, "closed")?.value],
          [reported?.[0], closed?.[0]],
        );
      }
    for (const row of tables.find((table) => table.by === "departments")?.rows ?? []) {
      const { signRate } = rawFigures(
        mine.filter((each) => each.lead === row.code),
        "2026-10",
      );
      assert.deepEqual(
        [value(row.figures, "signRate")?.counted, value(row.figures, "signRate")?.of],
        signRate,
        row.code,
      );
    }
    const classes = tables.find((table) => table.by === "classes")?.rows ?? [];
    const whole = classes.reduce((sum, row) => sum + (value(row.figures, "reported")?.counted ?? 0), 0);
    assert.equal(whole, rawFigures(mine, "2026-10")["reported"]?.[0]);
  });

  it("narrow to a class of matter, and the parts make the whole", async () => {
    const all = await results("nanyuan", "&month=2026-10");
    let sum = 0;
    for (const { key } of all.classes) {
      const { figures, largeClass } = await results("nanyuan", `&month=2026-10&class=${key}`);
      assert.equal(largeClass, key);
      sum += value(figures, "reported")?.counted ?? 0;
    }
    assert.equal(sum, value(all.figures, "reported")?.counted);
  });

  async function listed(client: Client, query: string, limit = 100): Promise<readonly string[]> {
    const ids: string[] = [];
    let cursor = "";
    let total = 0;
    do {
      const { status, body } = await client.get<FigureCases>(`/results/cases?${query}&limit=${limit}${cursor}`);
      assert.equal(status, 200, JSON.stringify(body));
      ids.push(...body.items.map((item) => item.id));
      total = body.total;
      cursor = body.next === undefined ? "" : `&cursor=${body.next}`;
    } while (cursor !== "");
    assert.equal(ids.length, total, query);
    assert.equal(new Set(ids).size, total, query);
    return ids;
  }

  it("open as many cases as they say, both sides, in totals and in every row", async () => {
    for (const unit of ["nanyuan", "jinchuan"]) {
      const client = leaderOf(unit);
      const { figures, tables, indicators } = await results(unit, "&month=2026-10");
      const forCases = new Set(indicators.filter((each) => each.over === "case").map((each) => each.id));
      for (const { id, counted, of } of figures.filter((figure) => forCases.has(figure.id))) {
        const base = `unit=${unit}&month=2026-10&indicator=${id}`;
        // Small pages where there is most to leaf through, so that no page loses or repeats a case.
        assert.equal((await listed(client, base, id === "reported" ? 7 : 100)).length, counted, id);
        if (of !== counted) assert.equal((await listed(client, `${base}&side=of`)).length, of, id);
      }
      for (const { by, rows } of tables.filter((table) => table.by !== "accounts"))
        for (const row of rows)
          for (const { id, counted } of row.figures.filter((each) =>
            ["reported", "onTimeRate", "signRate", "frequentRate", "repeatedRate"].includes(each.id),
          ))
            if (counted > 0)
              assert.equal(
                (await listed(client, `unit=${unit}&month=2026-10&indicator=${id}&by=${by}&row=${row.code}`)).length,
                counted,
                `${by} ${row.code} ${id}`,
              );
    }
  });

  it("open as many accounts as they say", async () => {
    const { figures, tables } = await results("nanyuan", "&month=2026-10");
    const client = leaderOf("nanyuan");
    const count = async (query: string) =>
      (await client.get<FigureAccounts>(`/results/accounts?unit=nanyuan&month=2026-10&indicator=activity${query}`)).body
        .total;
    assert.equal(await count(""), value(figures, "activity")?.counted);
    assert.equal(await count("&side=of"), value(figures, "activity")?.of);
    for (const row of tables.find((table) => table.by === "accounts")?.rows ?? [])
      assert.equal(await count(`&by=accounts&row=${row.code}`), value(row.figures, "activity")?.counted, row.code);
  });

  it("are told with their formula in words and FEEL, in both languages", async () => {
    const { indicators, groups } = await results("nanyuan");
    assert.ok(indicators.length >= 40);
    assert.deepEqual(
      groups.map(({ key }) => key),
      [...new Set(indicators.map(({ group }) => group))],
    );
    for (const { title, formula, numerator } of indicators)
      assert.ok(title.en !== undefined && formula["zh-CN"] !== "" && formula.en !== undefined && numerator !== "");
  });

  it("show a street itself and the district both streets", async () => {
    const district = await results("jinchuan", "&month=2026-10");
    const streets = await Promise.all(["nanyuan", "beihe"].map((unit) => results(unit, "&month=2026-10")));
    const sum = streets.reduce((all, each) => all + (value(each.figures, "reported")?.counted ?? 0), 0);
    assert.equal(value(district.figures, "reported")?.counted, sum);
    assert.deepEqual(
      district.tables
        .find((table) => table.by === "units")
        ?.rows.map((row) => row.code)
        .toSorted(),
      ["beihe", "nanyuan"],
    );
    const [nanyuan] = streets;
    assert.ok(nanyuan?.units.every((unit) => pathOf(unit.code).startsWith(pathOf("nanyuan"))));
    for (const path of ["/results", "/results/bulletin", "/results/bulletin.docx", "/results/bulletin.xlsx"])
      for (const unit of ["beihe", "jinchuan", "nowhere"])
        assert.equal((await leaderOf("nanyuan").get(`${path}?unit=${unit}`)).status, 404, `${path} ${unit}`);
    for (const id of await listed(leaderOf("nanyuan"), "indicator=reported&month=2026-10"))
      assert.ok(casesBelow("nanyuan").some((each) => each.id === id));
  });

  it("refuse a month that is none, with a sentence", async () => {
    const client = leaderOf("nanyuan");
    for (const month of [
      "2026-13",
      "2026-00",
      "26-10",
      "2026-1",
      "0000-00",
      "9999-12",
      "2026-10'--",
      "%00",
      "__proto__",
      "2027-01",
    ])
      for (const path of ["/results", "/results/bulletin", "/results/bulletin.docx"]) {
        const { status, body } = await client.get<{ error: { code: string; zh: string } }>(
          `${path}?month=${encodeURIComponent(month)}`,
        );
        assert.ok(status === 422 || status === 400, `${path} ${month} ${status}`);
        assert.match(body.error.code, /^(MONTH_|QUERY_|URL_|PATH_)/);
      }
    assert.equal((await client.get("/results/cases?indicator=nothing")).status, 404);
    assert.equal((await client.get("/results/cases?indicator=reported&by=weather")).status, 400);
    assert.equal(
      (await client.get<FigureCases>("/results/cases?indicator=reported&by=grids&row=nowhere")).body.total,
      0,
    );
  });

  it("of an empty month are nothing, never a share of nothing", async () => {
    const { figures } = await results("nanyuan", "&month=2025-02");
    for (const { id, value: shown, counted } of figures.filter((figure) => figure.id !== "activity")) {
      assert.equal(counted, 0);
      assert.ok(shown === 0 || shown === null, id);
    }
    assert.equal(value(figures, "onTimeRate")?.value, null);
    const { body } = await leaderOf("nanyuan").get<Bulletin>("/results/bulletin?month=2025-02");
    assert.equal(body.isEmpty, true);
    assert.match(body.sections[0]?.paragraphs[0]?.["zh-CN"] ?? "", /^2025年2月，南苑街道没有上报、立案或办结的案件/);
    for (const { title, paragraphs, notes, table } of body.sections)
      assert.ok(paragraphs.length + notes.length > 0 || table !== undefined, title["zh-CN"]);
    const said = JSON.stringify(body.sections.filter((section) => section.id !== "accounts"));
    assert.doesNotMatch(said, /NaN|Infinity|undefined|null%|\b0\.0%|\{[a-z]/);
    const strange = await results("nanyuan", "&month=2026-10&class=__proto__");
    assert.equal(value(strange.figures, "reported")?.value, 0);
  });

  it("stay the same when the facts are made anew from the whole stories", async () => {
    const { store, runtime } = server.running.container;
    const read = () => store.read.all("SELECT * FROM case_fact ORDER BY street_id, case_id");
    const before = await read();
    assert.ok(before.length > 100);
    await store.write((tx) => tx.run("DELETE FROM case_fact"));
    assert.equal(await runtime.fillFacts(), before.length);
    assert.deepEqual(await read(), before);
  });
});
