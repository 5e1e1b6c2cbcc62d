import assert from "node:assert/strict";
import type {
  CaseDetail,
  DemoPerson,
  Gap,
  HandOver,
  Left,
  LoginInvitation,
  PersonDetail,
  PersonPage,
  PersonSummary,
  Session,
  TaskPage,
} from "../../../server/contract/types.ts";
import { sendReport } from "../../support/reports.ts";
import { startTestServer, type Client, type Failure, type TestServer } from "../../support/server.ts";

describe("people, posts and logins", function () {
  this.timeout(120_000);
  let server: TestServer;
  let street: Client;
  let city: Client;
  let security: Client;
  before(async () => {
    server = await startTestServer();
    street = await server.as("designer", "nanyuan");
    city = await server.as("systemAdmin", "yunjin");
    security = await server.as("securityAdmin", "yunjin");
  });
  after(() => server.stop());

  const personAt = async (role: string, unit: string, nth = 0): Promise<DemoPerson> => {
    const found = (await server.people()).filter((each) => each.role === role && each.unit === unit)[nth];
    assert.ok(found, `${role} at ${unit}`);
    return found;
  };
  const code = ({ body }: { readonly body: unknown }) => (body as Failure).error?.code;
  const add = (by: Client, name: string, unit: string, role: string, more: object = {}) =>
    by.post<PersonDetail>("/people", { name, posts: [{ unit, role }], ...more });
  const gapsOf = async (kind: Gap["kind"]) =>
    (await street.get<Gap[]>("/organisation/gaps?street=nanyuan")).body.filter((gap) => gap.kind === kind);
  /** A report whose tasks the street's offices get; out: the case's id. */
  const report = async (unit: string): Promise<string> => {
    const sent = await sendReport(await server.as("gridWorker", unit));
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    return sent.body.case?.id ?? "";
  };
  const tasksOf = async (client: Client, caseId: string) =>
    (await client.get<TaskPage>("/tasks?view=todo&limit=200")).body.items.filter((task) => task.case.id === caseId);

  describe("the register", () => {
    it("shows a street its own people, by name, unit, role and state, a page at a time", async () => {
      const all = (await street.get<PersonPage>("/people?limit=10")).body;
      assert.equal(all.items.length, 10);
      assert.ok(all.total > 30 && all.next !== undefined);
      const second = (await street.get<PersonPage>(`/people?limit=10&cursor=${encodeURIComponent(all.next)}`)).body;
      assert.ok(second.items.every((each) => !all.items.some((other) => other.id === each.id)));
      const worker = await personAt("gridWorker", "hepingGrid1");
      const found = (await street.get<PersonPage>(`/people?q=${encodeURIComponent(worker.name)}`)).body;
      assert.deepEqual(
        found.items.map((each) => each.id),
        [worker.id],
      );
      const narrow = (await street.get<PersonPage>("/people?unit=heping&role=gridWorker")).body;
      assert.equal(narrow.total, 4);
      assert.equal((await street.get<PersonPage>("/people?state=left")).body.total, 0);
    });

    it("refuses words that are no name, telephone or login", async () => {
      const tries: readonly (readonly [string, object])[] = [
        ["NAME_INVALID", { name: "=1+1" }],
        ["NAME_INVALID", { name: "　" }],
        ["PHONE_INVALID", { workPhone: "123" }],
        ["LOGIN_INVALID", { login: "有中文" }],
      ];
      for (const [wanted, more] of tries) {
        const answer = await add(street, "陈一", "xingfuGrid1", "gridWorker", more);
        assert.equal(answer.status, 422, wanted);
        assert.equal(code(answer), wanted);
      }
    });

    it("adds, changes, and meets a second change in between with 409", async () => {
      const made = await add(street, "陈新", "xingfuGrid2", "gridWorker", {
        workPhone: "199 0000 8888",
        login: "ChenXin",
      });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      const { person, revision } = made.body;
      assert.deepEqual([person.workPhone, person.login, person.loginState], ["19900008888", "chenxin", "invited"]);
      const first = await street.post<PersonDetail>(`/people/${person.id}`, { name: "陈新新", revision });
      assert.equal(first.body.person.name, "陈新新");
      const second = await street.post(`/people/${person.id}`, { name: "陈旧", revision });
      assert.deepEqual([second.status, code(second)], [409, "PERSON_CHANGED"]);
      const twice = await add(street, "另一人", "xingfuGrid2", "gridWorker", { login: "chenxin" });
      assert.deepEqual([twice.status, code(twice)], [409, "LOGIN_TAKEN"]);
      await street.post(`/people/${person.id}/leave`, { expected: 0 });
    });
  });

  describe("appointment", () => {
    it("stays within the own units and below the own height", async () => {
      const tries: readonly (readonly [string, string])[] = [
        ["binjiangGrid1", "gridWorker"],
        ["nanyuan", "leader"],
        ["nanyuan", "designer"],
        ["yunjin", "systemAdmin"],
      ];
      for (const [unit, role] of tries) {
        const answer = await add(street, "陈二", unit, role);
        assert.deepEqual([answer.status, code(answer)], [403, "APPOINTMENT_NOT_YOURS"], `${role} at ${unit}`);
      }
      assert.equal(code(await add(street, "陈二", "xingfuGrid1", "dispatcher")), "POST_UNKNOWN");
      const leader = await personAt("leader", "nanyuan");
      for (const [path, body] of [
        ["/leave", { expected: 0 }],
        ["/invite", { login: "leader1" }],
        ["", { name: "改名", revision: 0 }],
      ] as const)
        assert.equal(code(await street.post(`/people/${leader.id}${path}`, body)), "PERSON_NOT_YOURS", path);
      const own = await street.post(`/people/${street.id}/posts`, { unit: "xingfuGrid1", role: "gridWorker" });
      assert.equal(code(own), "PERSON_IS_SELF");
    });

    it("of an officer needs a second person, and no right comes before", async () => {
      const made = await add(city, "审计新", "yunjin", "auditor");
      assert.equal(made.status, 201, JSON.stringify(made.body));
      const { id } = made.body.person;
      assert.equal(made.body.person.posts[0]?.state, "proposed");
      assert.deepEqual((await server.asPerson(id)).session.permissions, []);
      const answer = { unit: "yunjin", role: "auditor", agreed: true };
      assert.equal((await city.post(`/people/${id}/posts/answer`, answer)).status, 403);
      const waiting = (await security.get<PersonSummary[]>("/proposals")).body;
      assert.ok(waiting.some((each) => each.id === id));
      const agreed = await security.post<PersonDetail>(`/people/${id}/posts/answer`, answer);
      assert.equal(agreed.body.person.posts[0]?.state, "current", JSON.stringify(agreed.body));
      const both = await city.post(`/people/${id}/posts`, { unit: "xingfuGrid1", role: "gridWorker" });
      assert.equal(code(both), "POSTS_EXCLUDE");
      assert.equal(code(await city.post(`/people/${id}/leave`, { expected: 0 })), "PERSON_NOT_YOURS");
    });

    it("keeps the last security administrator", async () => {
      const made = await add(city, "安全新", "yunjin", "securityAdmin");
      const post = { unit: "yunjin", role: "securityAdmin" };
      await security.post(`/people/${made.body.person.id}/posts/answer`, { ...post, agreed: true });
      const second = await server.asPerson(made.body.person.id);
      const first = await second.post<Left>(`/people/${security.id}/leave`, { expected: 0 });
      assert.equal(first.status, 200, JSON.stringify(first.body));
      assert.equal(code(await second.post(`/people/${second.id}/posts/end`, post)), "APPOINTMENT_NOT_YOURS");
      security = second;
    });
  });

  describe("logins", () => {
    const password = "Grid-2026-Pass";
    const signIn = (login: string, given: string) =>
      server.raw("/api/session", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ login, password: given }),
      });
    const join = (given: object) =>
      server.raw("/api/join", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(given),
      });

    it("begin with a one-time code, end with a lock, and come back with a new code", async () => {
      const made = await add(street, "登录新", "xingfuGrid3", "gridLeader");
      const { id } = made.body.person;
      assert.equal(code(await street.post(`/people/${id}/invite`, {})), "LOGIN_MISSING");
      const invited = await street.post<LoginInvitation>(`/people/${id}/invite`, { login: "denglu.xin" });
      assert.equal(invited.status, 201, JSON.stringify(invited.body));
      assert.ok(invited.body.link.endsWith(`/join#${invited.body.code}`));
      assert.equal((await join({ code: "AAAA-BBBB-CCCC-DDDD", password })).status, 403);
      assert.equal((await join({ code: invited.body.code, password: "denglu.xin1A" })).status, 422);
      const joined = await join({ code: invited.body.code.toLowerCase().replaceAll("-", " "), password });
      assert.equal(joined.status, 201);
      assert.equal(((await joined.json()) as Session).person.id, id);
      assert.equal((await join({ code: invited.body.code, password })).status, 403, "a code works once");
      assert.equal((await signIn("DengLu.Xin", password)).status, 201);
      const person = await server.asPerson(id);
      const locked = await street.post<PersonDetail>(`/people/${id}/login`, { state: "locked" });
      assert.equal(locked.body.person.loginState, "locked");
      assert.equal((await person.get("/session")).status, 401, "his session has ended");
      assert.equal((await signIn("denglu.xin", password)).status, 401);
      await street.post(`/people/${id}/login`, { state: "active" });
      assert.equal((await signIn("denglu.xin", password)).status, 201);
      await street.post(`/people/${id}/leave`, { expected: 0 });
      assert.equal((await signIn("denglu.xin", password)).status, 401);
    });
  });

  describe("leaving", () => {
    it("shows what will move, moves it in one step, ends posts and sessions, and keeps the history", async () => {
      const caseId = await report("hepingGrid2");
      const dispatcher = await server.as("dispatcher", "nanyuan");
      const detail = async () => (await dispatcher.get<CaseDetail>(`/cases/${caseId}`)).body;
      const [leaver, successor] = [
        await personAt("handler", "nanyuanUrban"),
        await personAt("handler", "nanyuanUrban", 1),
      ];
      const client = await server.asPerson(leaver.id);
      const [own] = await tasksOf(client, caseId);
      assert.ok(own, JSON.stringify((await detail()).waits));
      assert.equal((await client.post(`/tasks/nanyuan/${own.id}/claim`)).status, 200);
      const plan = (await street.get<HandOver>(`/people/${leaver.id}/hand-over?successor=${successor.id}`)).body;
      assert.deepEqual(
        plan.groups.map(({ kind, count, to }) => [kind, count, to["zh-CN"]]),
        [["successor", 1, successor.name]],
      );
      assert.equal(plan.successors[0]?.same, true);
      const stale = await street.post(`/people/${leaver.id}/leave`, { successor: successor.id, expected: 2 });
      assert.deepEqual([stale.status, code(stale)], [409, "HAND_OVER_CHANGED"]);
      assert.equal((await client.get("/session")).status, 200, "nothing has happened");
      const left = await street.post<Left>(`/people/${leaver.id}/leave`, { successor: successor.id, expected: 1 });
      assert.deepEqual([left.status, left.body.moved], [200, 1], JSON.stringify(left.body));
      assert.equal((await client.get("/session")).status, 401);
      const next = await server.asPerson(successor.id);
      assert.equal((await tasksOf(next, caseId)).length, 1);
      assert.equal(
        (await tasksOf(await server.asPerson((await personAt("handler", "nanyuanUrban", 1)).id), caseId)).length,
        0,
      );
      const line = (await detail()).timeline.find((entry) => entry.kind === "taskTransferred");
      assert.match(line?.note ?? "", new RegExp(`${leaver.name}离岗`));
      assert.equal(line?.by?.id, street.id);
      const person = (await street.get<PersonDetail>(`/people/${leaver.id}`)).body;
      assert.deepEqual([person.person.state, person.history.length], ["left", 1]);
      assert.equal(code(await street.post(`/people/${leaver.id}/leave`, { expected: 0 })), "PERSON_GONE");
    });

    it("of the last two in an office passes its work on by the content's rule, with the reason in the story", async () => {
      const dispatcher = await server.as("dispatcher", "nanyuan");
      const waiting = await report("xingfuGrid2");
      const [second, third] = [await personAt("handler", "nanyuanUrban"), await personAt("handler", "nanyuanUrban", 1)];
      const own = (await street.get<HandOver>(`/people/${second.id}/hand-over`)).body;
      assert.deepEqual(
        own.groups.map(({ kind }) => kind),
        ["group"],
        "back to the colleague in the office",
      );
      await street.post(`/people/${second.id}/leave`, { expected: own.total });
      const rest = (await street.get<HandOver>(`/people/${third.id}/hand-over`)).body;
      assert.deepEqual(
        rest.groups.map(({ kind, to }) => [kind, to["zh-CN"]]),
        [["fallback", "南苑街道 · 街道派遣员"]],
      );
      const left = await street.post<Left>(`/people/${third.id}/leave`, { expected: rest.total });
      assert.equal(left.body.moved, rest.total, JSON.stringify(left.body));
      assert.equal((await tasksOf(dispatcher, waiting)).length, 1, "the dispatcher has it");
      const [gap] = (await gapsOf("unitWithoutLeader")).filter(({ unit }) => unit === "nanyuanUrban");
      assert.equal(gap?.fallback?.["zh-CN"], "南苑街道 · 街道派遣员");
      const fresh = await report("xingfuGrid3");
      const story = (await dispatcher.get<CaseDetail>(`/cases/${fresh}`)).body;
      const moved = story.timeline.find((entry) => entry.kind === "taskTransferred");
      assert.match(moved?.note ?? "", /暂无可办理的人员，按兜底规则转由“南苑街道 · 街道派遣员”办理/);
      assert.equal(moved?.by, undefined, "nobody did it by hand");
      assert.equal((await tasksOf(dispatcher, fresh)).length, 1);
      await add(street, "新处置人", "nanyuanUrban", "handler");
      const later = await report("xingfuGrid4");
      assert.equal((await tasksOf(dispatcher, later)).length, 0, "with somebody in the office work goes there again");
    });

    it("leaves a gap that closes when somebody is appointed, and tells of one person in two grids", async () => {
      const worker = await personAt("gridWorker", "hepingGrid2");
      await street.post(`/people/${worker.id}/leave`, { expected: 0 });
      const [gap] = await gapsOf("gridWithoutWorker");
      assert.deepEqual([gap?.unit, gap?.fallback?.["zh-CN"]], ["hepingGrid2", "和平社区第2网格 · 网格长"]);
      const made = await add(street, "新网格员", "hepingGrid2", "gridWorker");
      assert.deepEqual(await gapsOf("gridWithoutWorker"), []);
      const post = { unit: "hepingGrid3", role: "gridWorker" };
      assert.equal((await street.post(`/people/${made.body.person.id}/posts`, post)).status, 200);
      const [two] = await gapsOf("workerInTwoGrids");
      assert.equal(two?.person?.name, "新网格员");
      assert.deepEqual(
        two?.others?.map((title) => title["zh-CN"]),
        ["和平社区第3网格"],
      );
      const ended = await street.post<PersonDetail>(`/people/${made.body.person.id}/posts/end`, post);
      assert.deepEqual([ended.body.person.posts.length, ended.body.history.length], [1, 1]);
    });

    it("refuses a successor from another street", async () => {
      const foreign = await personAt("handler", "beiheUrban");
      const handler = await personAt("handler", "nanyuanHealth");
      const refused = await street.post(`/people/${handler.id}/leave`, { successor: foreign.id, expected: 0 });
      assert.equal(code(refused), "SUCCESSOR_UNKNOWN");
      assert.equal((await street.get(`/people/${foreign.id}`)).status, 404);
    });
  });

  describe("the record", () => {
    it("keeps a record of who read and changed whom, without names or numbers", async () => {
      const rows = await server.running.container.store.read.all<{ action: string; body: string; street_id: string }>(
        "SELECT * FROM audit",
      );
      const actions = new Set(rows.map((row) => row.action));
      for (const action of [
        "person.read",
        "person.add",
        "person.leave",
        "post.propose",
        "post.agree",
        "login.invite",
        "login.lock",
      ])
        assert.ok(actions.has(action), action);
      assert.ok(rows.every((row) => !/19900008888|陈新|denglu/.test(JSON.stringify(row))));
    });
  });
});
