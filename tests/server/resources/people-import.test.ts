import assert from "node:assert/strict";
import writeXlsxFile from "write-excel-file/node";
import type { ImportResult, Invitations, PersonDetail, PersonPage } from "../../../server/contract/types.ts";
import { readWorkbook } from "../../../server/external/read-workbook.ts";
import { startTestServer, type Client, type Failure, type TestServer } from "../../support/server.ts";

type Row = readonly (string | undefined)[];

const header: Row = ["姓名*", "工作电话", "登录名", "单位*", "岗位*"];
const book = (rows: readonly Row[], head: Row = header): Promise<Uint8Array> =>
  writeXlsxFile(
    [head, ...rows].map((row) => row.map((value) => (value === undefined ? null : { value, type: String }))),
  ).toBuffer();

describe("people from an Excel file", function () {
  this.timeout(120_000);
  let server: TestServer;
  let street: Client;
  before(async () => {
    server = await startTestServer();
    street = await server.as("designer", "nanyuan");
  });
  after(() => server.stop());

  const send = async (rows: readonly Row[], mode: "check" | "good" | "all", head?: Row) =>
    street.upload<ImportResult & Failure>(`/people-import?mode=${mode}`, await book(rows, head), "人员.xlsx");
  let imported: readonly string[] = [];
  const join = async (code: string) =>
    (
      await server.raw("/api/join", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ code, password: "Grid-2026-Pass" }),
      })
    ).status;
  const total = async () => (await street.get<PersonPage>("/people")).body.total;

  it("of 5,000 people with 200 bad rows tells each bad row, stores nothing by checking, and imports by choice", async () => {
    const rows = Array.from({ length: 5000 }, (_, at): Row => {
      const number = String(at).padStart(5, "0");
      const bad = at % 25 === 7;
      return [
        `人员${number}`,
        bad ? "12345" : `130000${number}`,
        `worker${number}`,
        `幸福社区第${String((at % 4) + 1)}网格`,
        "网格员",
      ];
    });
    const before = await total();
    const began = performance.now();
    const checked = await send(rows, "check");
    console.log(`      5,000 rows checked in ${Math.round(performance.now() - began)} ms`);
    assert.equal(checked.status, 200, JSON.stringify(checked.body).slice(0, 400));
    assert.deepEqual([checked.body.rows, checked.body.good, checked.body.bad], [5000, 4800, 200]);
    const [first] = checked.body.problems;
    assert.deepEqual(
      [first?.line, first?.column, first?.columnTitle, first?.code],
      [9, "B", "工作电话", "PHONE_INVALID"],
    );
    assert.match(first?.zh ?? "", /11 位手机号/);
    const all = await send(rows, "all");
    assert.deepEqual([all.status, all.body.error.code], [422, "IMPORT_HAS_ERRORS"]);
    assert.equal(await total(), before, "nothing half stored");
    const started = performance.now();
    const good = await send(rows, "good");
    console.log(`      4,800 people imported in ${Math.round(performance.now() - started)} ms`);
    assert.deepEqual([good.status, good.body.imported, good.body.people], [200, true, 4800]);
    assert.equal(await total(), before + 4800);
    imported = good.body.added;
    assert.equal(new Set(imported).size, 4800);
    const again = await send(rows, "good");
    assert.deepEqual([again.body.people, again.body.posts, again.body.unchanged], [0, 0, 4800]);
    assert.equal(await total(), before + 4800, "the same file twice changes nothing");
  });

  it("gives all of them their codes at once, as a list and as the same Excel file; each works once", async () => {
    const began = performance.now();
    const told = await street.post<Invitations>("/people-invitations", { people: imported });
    console.log(`      4,800 codes made in ${Math.round(performance.now() - began)} ms`);
    assert.equal(told.status, 201, JSON.stringify(told.body).slice(0, 300));
    const { items, skipped, sheet } = told.body;
    assert.deepEqual([items.length, skipped.length, new Set(items.map(({ code }) => code)).size], [4800, 0, 4800]);
    const file = await readWorkbook(Buffer.from(sheet, "base64"));
    const [first] = items;
    assert.ok(first !== undefined && first.link.endsWith(`/join#${first.code}`));
    assert.deepEqual(file?.rows[0], ["姓名", "单位和岗位", "登录名", "邀请码", "邀请链接", "有效期至"]);
    assert.deepEqual(file?.rows[1]?.slice(0, 4), [
      ...[first.name, "幸福社区第1网格 · 网格员", first.login, first.code],
    ]);
    assert.equal(await join(first.code), 201);
    assert.equal(await join(first.code), 403);
    const { store } = server.running.container;
    const kept = await store.read.all("SELECT * FROM invitation");
    assert.ok(!JSON.stringify(kept).includes(items[1]?.code ?? ""), "only hashes are kept");
  });

  it("resets nobody's password, takes the telephone as login, and gives no code to people of another street", async () => {
    const other = await server.as("designer", "beihe");
    const add = async (name: string, more: object) =>
      (
        await street.post<PersonDetail>("/people", {
          name,
          posts: [{ unit: "xingfuGrid1", role: "gridWorker" }],
          ...more,
        })
      ).body.person.id;
    const people = [imported[0] ?? "", await add("周一", { workPhone: "13277770001" }), await add("周二", {})];
    const told = (await street.post<Invitations>("/people-invitations", { people: [...people, other.id] })).body;
    assert.deepEqual(
      told.items.map(({ id, login }) => [id, login]),
      [[people[1], "13277770001"]],
    );
    assert.deepEqual(
      told.skipped.map(({ id, problem }) => [id, problem.code]),
      [
        [people[0], "LOGIN_IN_USE"],
        [people[2], "LOGIN_NEEDED"],
      ],
    );
    assert.deepEqual((await other.post<Invitations>("/people-invitations", { people })).body.items, []);
    const filtered = (await street.post<Invitations>("/people-invitations?q=周一")).body;
    assert.deepEqual(
      filtered.items.map(({ name }) => name),
      ["周一"],
    );
    assert.equal(await join(told.items[0]?.code ?? ""), 403, "the newest code is the only one that works");
    assert.equal(await join(filtered.items[0]?.code ?? ""), 201);
  });

  it("says what is wrong with each cell, in Chinese", async () => {
    const rows: readonly (readonly [string, Row])[] = [
      ["NAME_INVALID", ["=cmd|'/c'!A1", "13100000001", "bad1", "幸福社区第1网格", "网格员"]],
      ["MISSING", [undefined, "13100000002", "bad2", "幸福社区第1网格", "网格员"]],
      ["LOGIN_INVALID", ["王二", "13100000003", "有 空格", "幸福社区第1网格", "网格员"]],
      ["UNIT_UNKNOWN", ["王三", "13100000004", "bad4", "滨江社区第1网格", "网格员"]],
      ["ROLE_UNKNOWN", ["王四", "13100000005", "bad5", "幸福社区第1网格", "书记员"]],
      ["ROLE_NOT_HERE", ["王五", "13100000006", "bad6", "幸福社区第1网格", "街道派遣员"]],
      ["ROLE_NOT_YOURS", ["王六", "13100000007", "bad7", "南苑街道", "分管领导"]],
      ["NOTHING_TO_KNOW_BY", ["王七", undefined, undefined, "幸福社区第1网格", "网格员"]],
    ];
    const twice: Row = ["王八", "13100000008", "twin", "幸福社区第1网格", "网格员"];
    const { body } = await send(
      [...rows.map(([, row]) => row), twice, twice, ["王九", "13100000009", "twin", "幸福社区第2网格", "网格员"]],
      "check",
    );
    assert.deepEqual(
      body.problems.map((problem) => problem.code),
      [...rows.map(([code]) => code), "ROW_TWICE", "LOGIN_TWICE"],
    );
    assert.match(body.problems.at(-1)?.zh ?? "", /第 10 行/);
    for (const problem of body.problems) assert.match(problem.zh, /\p{Script=Han}/u);
  });

  it("knows a person again by login or telephone and gives the second post to the same one", async () => {
    const first: Row = ["两岗", "13200000001", "twoposts", "幸福社区第1网格", "网格员"];
    const second: Row = ["两岗", "13200000001", undefined, "幸福社区第1网格", "网格长"];
    assert.deepEqual((await send([first, second], "all")).body.people, 1);
    const { body } = await street.get<PersonPage>("/people?q=twoposts");
    assert.equal(body.items[0]?.posts.length, 2);
    const other = await send([["别人", "13200000001", "otherone", "幸福社区第1网格", "网格员"]], "check");
    assert.equal(other.body.problems[0]?.code, "PHONE_OF_OTHER");
  });

  it("refuses cells that are formulas, other files, missing columns and an empty sheet", async () => {
    const formula = await writeXlsxFile([
      header.map((value) => ({ value: value ?? "", type: String })),
      [
        { value: "王公式", type: String },
        null,
        { value: 'LOWER("ABC")', type: "Formula" },
        { value: "幸福社区第1网格", type: String },
        { value: "网格员", type: String },
      ],
    ]).toBuffer();
    const checked = await street.upload<ImportResult>("/people-import?mode=check", formula, "a.xlsx");
    assert.deepEqual(
      checked.body.problems.map(({ code, column }) => [code, column]),
      [["FORMULA", "C"]],
    );
    const picture = await street.upload<Failure>("/people-import?mode=check", Buffer.from("not a workbook"), "a.xlsx");
    assert.deepEqual([picture.status, picture.body.error.code], [415, "WORKBOOK_REFUSED"]);
    assert.equal((await send([["a"]], "check", ["姓名", "电话"])).body.error.code, "IMPORT_COLUMNS_MISSING");
    assert.equal((await send([], "check")).body.error.code, "IMPORT_EMPTY");
  });

  it("gives the list, the template and the wrong rows as files; the list can be imported again and changes nothing", async () => {
    const fetchFile = async (path: string, init: RequestInit = {}) => {
      const response = await server.raw(`/api${path}`, {
        ...init,
        headers: { cookie: street.cookie, "x-csrf-token": street.session.csrfToken },
      });
      assert.equal(response.status, 200, path);
      return new Uint8Array(await response.arrayBuffer());
    };
    const template = await readWorkbook(await fetchFile("/people-template.xlsx"));
    assert.deepEqual(template?.rows[0], ["姓名*", "工作电话", "登录名", "单位*", "岗位*"]);
    const list = await fetchFile("/people.xlsx?unit=heping&role=gridWorker");
    const again = await street.upload<ImportResult>("/people-import?mode=all", list, "list.xlsx");
    assert.deepEqual(
      [again.body.bad, again.body.people, again.body.unchanged],
      [0, 0, again.body.rows],
      JSON.stringify(again.body.problems[0]),
    );
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(await book([["+王", "1", "x", "y", "z"]]))]), "a.xlsx");
    const wrong = await readWorkbook(await fetchFile("/people-import/problems", { method: "POST", body: form }));
    assert.equal(wrong?.rows[1]?.[0], "+王", "as it was, and text");
    assert.match(wrong?.rows[1]?.[6] ?? "", /姓名：/);
    assert.equal(wrong?.formulas.size, 0);
  });
});
