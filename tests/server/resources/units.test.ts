import assert from "node:assert/strict";
import type {
  Gap,
  Organisation,
  PersonDetail,
  TaskPage,
  Unit,
  UnitChanged,
  UnitDetail,
} from "../../../server/contract/types.ts";
import { sendReport } from "../../support/reports.ts";
import { startTestServer, type Client, type Failure, type TestServer } from "../../support/server.ts";
import { complete } from "../../support/work.ts";

describe("units of a street", function () {
  this.timeout(120_000);
  let server: TestServer;
  let street: Client;
  before(async () => {
    server = await startTestServer();
    street = await server.as("designer", "nanyuan");
  });
  after(() => server.stop());

  const title = (zh: string, en: string) => ({ "zh-CN": zh, en });
  const water = { kind: "department", parent: "nanyuan", title: title("南苑街道水务站", "Nanyuan Water Station") };
  const add = (by: Client, body: object) => by.post<UnitChanged & Failure>("/organisation/units", body);
  const read = async (code: string, by = street) => (await by.get<UnitDetail>(`/organisation/units/${code}`)).body;
  const change = (by: Client, code: string, body: object) =>
    by.post<UnitChanged & Failure>(`/organisation/units/${code}`, body);
  const close = async (code: string) =>
    street.post<UnitChanged & Failure>(`/organisation/units/${code}/close`, {
      revision: (await read(code)).revision,
      note: "机构改革",
    });
  const codes = ({ body: { error } }: { readonly body: Failure }) =>
    (error.problems ?? [{ code: error.code }]).map((each) => each.code);
  const code = ({ body }: { readonly body: Failure }) => body.error?.code;
  const organisation = async () => (await street.get<Organisation>("/organisation?street=nanyuan")).body;
  const open = (id: string, unit: string) =>
    street.post<PersonDetail>(`/people/${id}/posts`, { unit, role: "handler" });
  let station = "";

  it("a department is added with a code by rule; its gap shows at once", async () => {
    const made = await add(street, { ...water, phone: "028-8888 1234", address: "南苑路 12 号" });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    station = made.body.unit;
    assert.equal(station, "nanyuanDepartment1");
    const found = (await organisation()).units.find((each) => each.unit.code === station);
    assert.deepEqual([found?.phone, found?.address, found?.mayChange], ["028-88881234", "南苑路 12 号", true]);
    assert.ok((await street.get<Unit[]>("/units?street=nanyuan")).body.some((each) => each.code === station));
    const gaps = (await street.get<Gap[]>("/organisation/gaps?street=nanyuan")).body;
    assert.ok(gaps.some((gap) => gap.kind === "unitWithoutLeader" && gap.unit === station));
    const { store } = server.running.container;
    const audits = await store.read.all<{ actor: string; street_id: string }>(
      "SELECT actor, street_id FROM audit WHERE action = 'unit.add' AND subject = $1",
      [`unit:${station}`],
    );
    assert.deepEqual(audits, [{ actor: `person:${street.id}`, street_id: "nanyuan" }]);
  });

  it("a community is added without grids and without people, and both are told as gaps", async () => {
    const body = { kind: "community", parent: "nanyuan", title: title("锦绣社区", "Jinxiu Community") };
    const made = await add(street, body);
    assert.equal(made.body.unit, "nanyuanCommunity1");
    const gaps = (await street.get<Gap[]>("/organisation/gaps?street=nanyuan")).body;
    assert.deepEqual(
      gaps.filter((gap) => gap.unit === made.body.unit).map((gap) => [gap.kind, gap.role]),
      [
        ["communityWithoutGrid", undefined],
        ["unitWithoutLeader", "communityAcceptor"],
      ],
    );
    assert.equal((await close(made.body.unit)).status, 200);
  });

  it("the next case can be given to it, and its people find the task", async () => {
    const made = await street.post<PersonDetail>("/people", {
      name: "水小站",
      posts: [{ unit: station, role: "handler" }],
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const worker = await server.as("gridWorker", "xingfuGrid1");
    const dispatcher = await server.as("dispatcher", "nanyuan");
    const sent = await sendReport(worker);
    const caseId = sent.body.case?.id ?? "";
    const refuse = { decision: "return", reason: "不属于本单位职责" };
    await complete(server, dispatcher, caseId, refuse);
    await complete(server, dispatcher, caseId, { lead: station, role: "handler", reason: "排水由水务站负责" });
    const handler = await server.asPerson(made.body.person.id);
    const todo = (await handler.get<TaskPage>("/tasks?view=todo")).body.items;
    assert.deepEqual(
      todo.map((each) => each.case.id),
      [caseId],
    );
    const ties = (await read(station)).ties.map((each) => each.code);
    assert.deepEqual(ties, ["UNIT_HAS_PEOPLE", "UNIT_HAS_TASKS", "UNIT_HAS_CASES"]);
    const refused = await close(station);
    assert.equal(refused.status, 422);
    assert.deepEqual(codes(refused), ties);
    assert.match(refused.body.error.problems?.[0]?.zh ?? "", /“南苑街道水务站”还有 1 人在岗或待任职/);
    await complete(server, dispatcher, caseId, refuse);
    const left = await street.post(`/people/${made.body.person.id}/leave`, { expected: 0 });
    assert.equal(left.status, 200, JSON.stringify(left.body));
  });

  it("names are checked: none, formulas, 200 characters, and one that is taken", async () => {
    const tries: readonly (readonly [string, object])[] = [
      ["UNIT_NAME_INVALID", { title: title("", "Water") }],
      ["UNIT_NAME_INVALID", { title: title("水".repeat(200), "Water") }],
      ["UNIT_NAME_INVALID", { title: title("=1+1", "Water") }],
      ["UNIT_NAME_EN_INVALID", { title: title("水务二站", "") }],
      ["UNIT_NAME_EN_INVALID", { title: title("水务二站", "w".repeat(200)) }],
      ["UNIT_NAME_TAKEN", { title: title("南苑街道 水务站", "Another") }],
      ["UNIT_NAME_TAKEN", { title: title("水务二站", "nanyuan water station") }],
      ["PHONE_INVALID", { title: title("水务二站", "Water 2"), phone: "12" }],
      ["UNIT_ADDRESS_INVALID", { title: title("水务二站", "Water 2"), address: "<b>南苑路</b>" }],
      ["UNIT_KIND_NOT_HERE", { kind: "community", parent: "xingfu", title: title("幸福二社区", "Xingfu 2") }],
    ];
    for (const [wanted, more] of tries) {
      const answer = await add(street, { ...water, ...more });
      assert.equal(code(answer), wanted, JSON.stringify(answer.body));
    }
    assert.equal((await add(street, { ...water, title: title("水".repeat(201), "W") })).status, 422);
  });

  it("two who change it at once: the second is told who was first, and nothing is overwritten", async () => {
    const city = await server.as("systemAdmin", "yunjin");
    const { revision } = await read(station);
    const renamed = title("南苑街道水务所", "Nanyuan Water Office");
    assert.equal((await change(street, station, { revision, title: renamed })).status, 200);
    const second = await change(city, station, { revision, title: water.title });
    assert.deepEqual([second.status, code(second)], [409, "UNIT_CHANGED"]);
    assert.equal(second.body.error.details?.["by"], street.session.person.name);
    assert.deepEqual((await read(station)).unit.title, renamed);
    const both = await Promise.all(
      [street, city].map((by) => add(by, { ...water, title: title("南苑街道物管办", "Nanyuan Estates") })),
    );
    assert.deepEqual(
      both.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 409],
    );
    assert.equal((await close(both.find(({ status }) => status === 201)?.body.unit ?? "")).status, 200);
  });

  it("moves below another unit of the street, never below itself, too deep, or into another street", async () => {
    const city = await server.as("systemAdmin", "yunjin");
    const move = async (unit: string, parent: string, by = city) => {
      const { revision, unit: now } = await read(unit, city);
      return change(by, unit, { revision, title: now.title, parent });
    };
    assert.equal((await move(station, "nanyuanUrban", street)).status, 200);
    assert.equal(server.running.container.catalogue.tree.path(station).split("/").at(-2), "nanyuanUrban");
    assert.equal(code(await move("nanyuanUrban", station)), "UNIT_BELOW_ITSELF");
    assert.equal(code(await move("nanyuanUrban", "nanyuanUrban")), "UNIT_BELOW_ITSELF");
    assert.equal(code(await move(station, "beihe")), "UNIT_MOVES_STREET");
    assert.equal(code(await move(station, "beihe", street)), "UNIT_PARENT_UNKNOWN");
    assert.equal(code(await move("xingfu", "nanyuanUrban")), "UNIT_KIND_NOT_HERE");
    assert.equal(code(await move("xingfuGrid1", "heping")), "UNIT_IS_GRID");
    assert.ok((await read(station)).parents.some((each) => each.code === "xingfu"));
    assert.equal((await move(station, "nanyuan", street)).status, 200);
  });

  it("a street is named from above; telephone and address are its own", async () => {
    const { revision, unit, mayRename } = await read("nanyuan");
    assert.equal(mayRename, false);
    const phone = { phone: "028-88885678" };
    const renamed = await change(street, "nanyuan", { revision, title: title("新南苑街道", "New Nanyuan"), ...phone });
    assert.deepEqual([renamed.status, code(renamed)], [403, "UNIT_NAME_NOT_YOURS"]);
    assert.equal((await change(street, "nanyuan", { revision, title: unit.title, ...phone })).status, 200);
    assert.equal((await read("nanyuan")).phone, "028-88885678");
  });

  it("is the street's own: other streets find nothing, leaders may not, the unit above is not found", async () => {
    const other = await server.as("designer", "beihe");
    assert.equal((await add(other, water)).status, 404);
    assert.equal((await other.get(`/organisation/units/${station}`)).status, 404);
    const { revision } = await read(station);
    assert.equal((await change(other, station, { revision, title: water.title })).status, 404);
    assert.equal((await other.post(`/organisation/units/${station}/close`, { revision })).status, 404);
    const leader = await server.as("leader", "nanyuan");
    assert.equal((await leader.get(`/organisation/units/${station}`)).status, 403);
    assert.equal((await add(street, { ...water, parent: "jinchuan" })).status, 404);
    assert.equal((await street.get("/organisation/units/jinchuanFire")).status, 404);
  });

  it("closes when nothing hangs on it: name and code stay, and it is taken up again with both", async () => {
    assert.deepEqual(codes(await close("xingfu")).slice(0, 1), ["UNIT_HAS_GRIDS"]);
    assert.ok(codes(await close("nanyuanUrban")).includes("UNIT_IS_NAMED"), "the table of duties names it");
    assert.equal(code(await close("xingfuGrid1")), "UNIT_NOT_CLOSABLE");
    const done = await close(station);
    assert.equal(done.status, 200, JSON.stringify(done.body));
    const { units, former } = await organisation();
    assert.ok(!units.some((each) => each.unit.code === station));
    const gone = former.find((each) => each.unit.code === station);
    assert.deepEqual([gone?.unit.title["zh-CN"], gone?.mayReopen], ["南苑街道水务所", true]);
    const { catalogue } = server.running.container;
    assert.deepEqual(catalogue.unitTitle(station), title("南苑街道水务所（已撤并）", "Nanyuan Water Office (closed)"));
    const next = await add(street, { ...water, title: title("南苑街道文化站", "Nanyuan Culture Station") });
    assert.notEqual(next.body.unit, station);
    const other = await server.as("designer", "beihe");
    assert.equal((await other.post(`/organisation/units/${station}/reopen`)).status, 404);
    assert.equal((await street.post(`/organisation/units/${station}/reopen`)).status, 200);
    assert.equal((await read(station)).unit.title["zh-CN"], "南苑街道水务所");
    assert.equal((await street.post(`/organisation/units/${station}/reopen`)).status, 404);
    assert.ok((await open(street.id, station)).status >= 400);
  });
});
