import assert from "node:assert/strict";
import type {
  Gap,
  LoginInvitation,
  OwnerAnswer,
  PersonDetail,
  Session,
  TaskPage,
} from "../../../server/contract/types.ts";
import { placeOf, sendReport } from "../../support/reports.ts";
import { startTestServer, type Client, type Failure, type TestServer } from "../../support/server.ts";

describe("posts that begin or end on a day to come", function () {
  this.timeout(120_000);
  let server: TestServer;
  let street: Client;
  before(async () => {
    // Monday morning in Shanghai.
    server = await startTestServer({ at: "2026-11-23T10:00:00+08:00" });
    street = await server.as("designer", "nanyuan");
  });
  after(() => server.stop());

  const code = ({ body }: { readonly body: unknown }) => (body as Failure).error?.code;
  const handler = { unit: "nanyuanUrban", role: "handler" };
  const add = async (name: string, post: object) => {
    const made = await street.post<PersonDetail>("/people", { name, posts: [{ ...handler, ...post }] });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body.person.id;
  };
  const read = async (id: string) => (await street.get<PersonDetail>(`/people/${id}`)).body;
  /** The clock stands at the moment, and the workers have looked; people are read again after a second. */
  const goTo = async (at: string) => {
    const { container } = server.running;
    server.clock.advance(Date.parse(at) - server.clock.now());
    await container.runtime.settle();
  };
  const groupsOf = async (id: string) => {
    const { store } = server.running.container;
    return (await store.read.all<{ role: string }>("SELECT role FROM grant_ WHERE person_id = $1", [id])).length;
  };
  const raw = (path: string, given: object) =>
    server.raw(`/api${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(given),
    });
  let coming = "";
  let going = "";

  it("refuses days that have passed, an end before the beginning, days that are none, and officers", async () => {
    const tries: readonly (readonly [string, object])[] = [
      ["POST_FROM_INVALID", { from: "2026-11-22" }],
      ["POST_FROM_INVALID", { from: "2026-02-30" }],
      ["POST_FROM_INVALID", { from: "2126-01-01" }],
      ["POST_UNTIL_INVALID", { until: "2026-11-22" }],
      ["POST_UNTIL_INVALID", { from: "2026-12-10", until: "2026-12-09" }],
    ];
    for (const [wanted, dates] of tries) {
      const answer = await street.post("/people", { name: "陈一", posts: [{ ...handler, ...dates }] });
      assert.deepEqual([answer.status, code(answer)], [422, wanted], JSON.stringify(dates));
    }
    const city = await server.as("systemAdmin", "yunjin");
    const auditor = { unit: "yunjin", role: "auditor", from: "2026-12-01" };
    assert.equal(code(await city.post("/people", { name: "陈一", posts: [auditor] })), "POST_DATES_OFFICER");
  });

  it("a post to come gives no right, no sign-in and no place among candidates before its day", async () => {
    coming = await add("陈将任", { from: "2026-12-01", until: "2026-12-31" });
    going = await add("李将离", { until: "2026-11-30" });
    const [post] = (await read(coming)).person.posts;
    assert.deepEqual([post?.state, post?.from, post?.until], ["planned", "2026-11-30T16:00:00.000Z", "2026-12-31"]);
    assert.equal(await groupsOf(coming), 0);
    const invited = await street.post<LoginInvitation>(`/people/${coming}/invite`, { login: "jiangren" });
    assert.equal(invited.status, 201, JSON.stringify(invited.body));
    assert.ok(invited.body.until > "2026-12-01", "the code lives until it can be used");
    const joined = await raw("/join", { code: invited.body.code, password: "Grid-2026-Pass" });
    assert.equal(joined.status, 403);
    assert.match(((await joined.json()) as Failure).error.zh ?? "", /自 2026-12-01 起任职/);
    const refused = await raw("/session", { login: "jiangren", password: "Grid-2026-Pass" });
    assert.deepEqual([refused.status, ((await refused.json()) as Failure).error.code], [403, "POST_NOT_BEGUN"]);
    const twice = await street.post(`/people/${coming}/posts`, handler);
    assert.deepEqual([twice.status, code(twice)], [409, "POST_TAKEN"]);
  });

  it("begins and ends at midnight of the pack's time zone; the work in hand goes back to the group", async () => {
    const finder = await server.as("gridWorker", "xingfuGrid1");
    assert.equal((await sendReport(finder)).status, 201);
    const leaver = await server.asPerson(going);
    const [task] = (await leaver.get<TaskPage>("/tasks?view=todo")).body.items;
    assert.ok(task);
    assert.equal((await leaver.post(`/tasks/${task.street}/${task.id}/claim`)).status, 200);
    await goTo("2026-11-30T23:59:30+08:00");
    assert.deepEqual([await groupsOf(coming), await groupsOf(going)], [0, 1]);
    await goTo("2026-12-01T00:00:05+08:00");
    assert.deepEqual([await groupsOf(coming), await groupsOf(going)], [1, 0]);
    assert.equal((await leaver.get("/session")).status, 401, "his session has ended");
    const owner = await (
      await server.as("gridWorker", "xingfuGrid1")
    ).post<OwnerAnswer>("/owner", { matter: "sewerBlocked", placeCode: (await placeOf(finder)).code });
    const names = owner.body.people.map(({ id }) => id);
    assert.ok(names.includes(coming) && !names.includes(going));
    const opened = await raw("/session", { login: "jiangren", password: "Grid-2026-Pass" });
    assert.equal(opened.status, 201);
    assert.equal(((await opened.json()) as Session).grants[0]?.unit, "nanyuanUrban");
    const newcomer = await server.asPerson(coming);
    const waiting = (await newcomer.get<TaskPage>("/tasks?view=todo")).body.items.find((each) => each.id === task.id);
    assert.ok(waiting !== undefined && waiting.assignee === undefined);
    const [ended] = (await read(going)).history;
    assert.deepEqual([ended?.state, ended?.to], ["ended", "2026-11-30T16:00:00.000Z"]);
    const { store } = server.running.container;
    const audits = await store.read.all<{ action: string }>(
      "SELECT action FROM audit WHERE actor = 'system:job' AND action LIKE 'post.%' ORDER BY action",
    );
    assert.deepEqual(
      audits.map(({ action }) => action),
      ["post.begin", "post.end"],
    );
  });

  it("days are changed while there is time, a plan is withdrawn and made again", async () => {
    const dates = (id: string, days: object) =>
      street.post<PersonDetail>(`/people/${id}/posts/dates`, { ...handler, ...days });
    assert.equal((await dates(coming, {})).body.person.posts[0]?.until, undefined);
    assert.equal(code(await dates(coming, { from: "2026-12-05" })), "POST_HAS_BEGUN");
    assert.equal((await dates(going, { until: "2026-12-31" })).status, 404);
    const plan = { ...handler, from: "2027-01-04" };
    const planned = await street.post<PersonDetail>(`/people/${going}/posts`, plan);
    assert.equal(planned.body.person.posts[0]?.state, "planned", JSON.stringify(planned.body));
    const later = await dates(going, { from: "2027-01-11", until: "2027-03-31" });
    assert.equal(later.body.person.posts[0]?.from, "2027-01-10T16:00:00.000Z", JSON.stringify(later.body));
    assert.equal(code(await dates(going, { until: "2027-01-10" })), "POST_UNTIL_INVALID");
    const gone = await street.post<PersonDetail>(`/people/${going}/posts/end`, handler);
    assert.equal(gone.body.history[0]?.state, "withdrawn", JSON.stringify(gone.body));
    const again = await street.post<PersonDetail>(`/people/${going}/posts`, { ...handler, from: "2027-01-11" });
    assert.equal(again.body.person.posts[0]?.state, "planned");
    await street.post(`/people/${going}/leave`, { expected: 0 });
    await goTo("2027-01-11T08:00:00+08:00");
    assert.equal(await groupsOf(going), 0, "who has left does not come back by a plan");
  });

  it("the list of gaps tells who goes without a successor, who is to come, and where flows would stop", async () => {
    const gaps = async (kind: Gap["kind"]) =>
      (await street.get<Gap[]>("/organisation/gaps?street=nanyuan")).body.filter((gap) => gap.kind === kind);
    const people = await server.people();
    const acceptor = people.find((each) => each.role === "communityAcceptor" && each.unit === "xingfu");
    const seat = { unit: "xingfu", role: "communityAcceptor" };
    await street.post(`/people/${acceptor?.id ?? ""}/posts/dates`, { ...seat, until: "2027-02-28" });
    const [ending] = await gaps("postEnding");
    assert.deepEqual([ending?.unit, ending?.person?.name, ending?.day], ["xingfu", acceptor?.name, "2027-02-28"]);
    const late = { ...seat, from: "2027-03-02" };
    const next = await street.post<PersonDetail>("/people", { name: "赵接任", posts: [late] });
    const [still] = await gaps("postEnding");
    assert.deepEqual([still?.unit, still?.coming?.day], ["xingfu", "2027-03-02"], "a day lies between them");
    const path = `/people/${next.body.person.id}/posts/dates`;
    assert.equal((await street.post(path, { ...late, from: "2027-03-01" })).status, 200);
    assert.deepEqual(await gaps("postEnding"), []);
    for (const { id } of people.filter((each) => each.role === "dispatcher" && each.unit === "nanyuan"))
      assert.equal((await street.post(`/people/${id}/leave`, { expected: 0 })).status, 200);
    const [flow] = await gaps("flowRoleEmpty");
    assert.deepEqual(
      [flow?.unit, flow?.role, flow?.fallback?.["zh-CN"]],
      ["nanyuan", "dispatcher", "南苑街道 · 分管领导"],
    );
    assert.deepEqual(await gaps("roleWithoutPeople"), [], "told once");
    const desk = { unit: "nanyuan", role: "dispatcher" };
    await street.post("/people", { name: "钱派遣", posts: [{ ...desk, from: "2027-03-01" }] });
    assert.equal((await gaps("flowRoleEmpty"))[0]?.coming?.person.name, "钱派遣");
    await street.post("/people", { name: "孙派遣", posts: [desk] });
    assert.deepEqual(await gaps("flowRoleEmpty"), []);
  });
});
