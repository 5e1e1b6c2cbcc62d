/** S15: the matrix of street isolation, generated from the route table: every route × role × own and other street. */
import assert from "node:assert/strict";
import type { Person } from "../../../server/access/actor.ts";
import { mayDo } from "../../../server/access/may-do.ts";
import type { Route } from "../../../server/contract/route.ts";
import { routes, type RouteId } from "../../../server/contract/routes.ts";
import type { CasePage, DemoPerson, NoticePage, TaskPage } from "../../../server/contract/types.ts";
import { addPerson } from "../../../server/store/people.ts";
import { newId, reportRequest, sendReport } from "../../support/reports.ts";
import { startTestServer, type Client, type TestServer } from "../../support/server.ts";

/** Things of one street that routes name. */
interface Target {
  readonly street: string;
  readonly caseId: string;
  readonly taskId: string;
  readonly submissionId: string;
  readonly attachmentId: string;
  readonly noticeId: string;
  readonly announcementId: string;
  readonly placeCode: string;
  readonly personId: string;
}

interface Row {
  path(target: Target): string;
  /** Body sent to the other street: it would succeed if the street were not checked. */
  readonly body?: unknown;
  /** Statuses for who may, in the own street. Writes are sent an empty body there, so that nothing changes. */
  readonly own: readonly number[];
  /** Status for who may, but in the other street; absent: the route names no street. */
  readonly other?: 404;
}

const inStreet = (path: string): Row => ({ path: ({ street }) => `${path}?street=${street}`, own: [200], other: 404 });
const open = (path: string, own: readonly number[] = [200], body?: unknown): Row => ({ path: () => path, own, body });
/** Within a street not everybody sees every case: 404 there too, but never anything in another street. */
const thing = (path: (target: Target) => string): Row => ({ path, own: [200, 404], other: 404 });
/** Somebody below the street has results of his own unit only: 404 for the whole street too. */
const unit = (path: string, more = ""): Row => ({
  path: ({ street }) => `${path}?unit=${street}${more}`,
  own: [200, 404],
  other: 404,
});
const write = (path: (target: Target) => string, body: unknown): Row => ({ path, body, own: [422], other: 404 });
const caseCommand = (name: string, body: unknown) => write(({ caseId }) => `/cases/${caseId}/${name}`, body);
const taskCommand = (name: string, body: unknown) =>
  write(({ street, taskId }) => `/tasks/${street}/${taskId}/${name}`, body);
/** The draft of a form that belongs to one street. */
const draft = ({ street }: Pick<Target, "street">) => `/definitions/${street}/form/${street}__matrix/draft`;
const personCommand = (name: string, body: unknown) => write(({ personId }) => `/people/${personId}${name}`, body);
const unitCommand = (name: string, body: unknown) =>
  write(({ street }) => `/organisation/units/${street}Urban${name}`, body);
const unitWords = { revision: "0", title: { "zh-CN": "改名", en: "Renamed" } };
const post = { unit: "xingfuGrid2", role: "gridWorker" };
const reason = { reason: "测试" };

const gridOf: Readonly<Record<string, string>> = { nanyuan: "xingfuGrid1", beihe: "binjiangGrid1" };

const matrix = {
  welcome: open("/welcome"),
  "session.read": open("/session"),
  "session.open": open("/session", [401, 429], { login: "nobody", password: "Nobody-2026" }),
  "session.close": open("/session", [204]),
  setup: open("/setup", [409, 429], { name: "a", login: "abc", password: "x", setupCode: "x" }),
  "demo.people": open("/demo/people"),
  "demo.signIn": open("/demo/session", [404], { personId: "nobody" }),
  "demo.clock": open("/demo/clock", [422], {}),
  units: inStreet("/units"),
  map: inStreet("/map"),
  organisation: inStreet("/organisation"),
  "organisation.gaps": inStreet("/organisation/gaps"),
  grids: inStreet("/organisation/grids"),
  // The street stands in the body: tests/server/resources/grids.test.ts.
  "grids.change": open("/organisation/grids", [422], {}),
  unit: { path: ({ street }) => `/organisation/units/${street}Urban`, own: [200], other: 404 },
  // The street stands in the body: tests/server/resources/units.test.ts.
  "unit.add": {
    path: () => "/organisation/units",
    own: [422],
  },
  "unit.change": unitCommand("", unitWords),
  "unit.close": unitCommand("/close", { revision: "0" }),
  // Only what is closed is taken up again: tests/server/resources/units.test.ts.
  "unit.reopen": { ...unitCommand("/reopen", {}), own: [404] },
  people: inStreet("/people"),
  "people.export": inStreet("/people.xlsx"),
  "people.invite": { path: ({ street }) => `/people-invitations?street=${street}&q=nobody`, own: [201], other: 404 },
  "people.template": open("/people-template.xlsx"),
  "people.import": open("/people-import?mode=check", [415], {}),
  "people.importProblems": open("/people-import/problems", [415], {}),
  proposals: open("/proposals"),
  person: thing(({ personId }) => `/people/${personId}`),
  "person.choices": open("/post-choices"),
  "person.add": open("/people", [422], {}),
  "person.change": personCommand("", { name: "王一", revision: 0 }),
  "person.appoint": personCommand("/posts", post),
  "person.datePost": personCommand("/posts/dates", { ...post, until: "2027-01-31" }),
  "person.answer": personCommand("/posts/answer", { ...post, agreed: true }),
  "person.endPost": personCommand("/posts/end", post),
  // 403: people whose posts are not his to manage.
  "person.invite": { ...personCommand("/invite", { login: "somebody" }), own: [403, 422] },
  "person.login": personCommand("/login", { state: "locked" }),
  "person.handOver": thing(({ personId }) => `/people/${personId}/hand-over`),
  "person.leave": personCommand("/leave", { expected: 0 }),
  join: open("/join", [403, 429], { code: "x", password: "x" }),
  "grid.at": open("/grid-at?lng=0&lat=0", [404]),
  places: inStreet("/places"),
  // A plate scanned across the road is found: the register holds no person's data.
  place: { path: ({ placeCode }) => `/places/${placeCode}`, own: [200] },
  "place.qr": { path: ({ placeCode }) => `/places/${placeCode}/qr.svg`, own: [200] },
  owner: open("/owner", [422], {}),
  matters: inStreet("/matters"),
  vocabularies: inStreet("/vocabularies"),
  // 403: somebody without a post.
  home: open("/home", [200, 403]),
  forms: inStreet("/forms"),
  form: inStreet("/forms/eventReport"),
  "form.version": inStreet("/forms/eventReport/versions/1"),
  "form.types": inStreet("/forms/eventReport/types.d.ts"),
  validator: open("/validators/unknown.js", [404]),
  "submission.create": open("/submissions", [422], {}),
  submissions: inStreet("/submissions"),
  records: inStreet("/records/householdCollection"),
  "records.export": {
    path: () => "/records/householdCollection/export",
    own: [422],
  },
  submission: thing(({ submissionId }) => `/submissions/${submissionId}`),
  "attachment.create": open(`/attachments?id=${newId()}`, [415], {}),
  attachment: thing(({ attachmentId }) => `/attachments/${attachmentId}`),
  tasks: inStreet("/tasks"),
  task: thing(({ street, taskId }) => `/tasks/${street}/${taskId}`),
  "task.claim": { path: ({ street, taskId }) => `/tasks/${street}/${taskId}/claim`, own: [404], other: 404 },
  "task.complete": taskCommand("complete", { submissionId: newId(), data: {} }),
  "task.sendBack": taskCommand("send-back", reason),
  "task.transfer": taskCommand("transfer", { ...reason, personId: "p" }),
  cases: inStreet("/cases"),
  case: thing(({ caseId }) => `/cases/${caseId}`),
  "case.diagram": thing(({ caseId }) => `/cases/${caseId}/diagram`),
  "case.suspend": caseCommand("suspend", reason),
  "case.resume": caseCommand("resume", reason),
  "case.supervise": caseCommand("supervise", { requirement: "限期办结" }),
  "case.instruct": caseCommand("instruct", { instruction: "请牵头办理", unit: "nanyuanUrban" }),
  "case.replySupervision": caseCommand("reply-supervision", { supervisionId: "v1", reply: "已办" }),
  "case.extend": caseCommand("extend", { by: { value: 1, clock: "workDay" }, ...reason }),
  "case.cancel": caseCommand("cancel", reason),
  "case.withdraw": caseCommand("withdraw", reason),
  "case.urge": caseCommand("urge", reason),
  "case.forceClose": caseCommand("force-close", reason),
  "case.contact": caseCommand("contact", reason),
  // 429: the matrix asks more often than a market square.
  "resident.place": open("/resident/places/unknown", [404, 429]),
  "resident.map": open("/resident/places/unknown/map", [404, 429]),
  "resident.photo": open(`/resident/places/unknown/photos?id=${newId()}&sender=x&device=x`, [415, 429], {}),
  "resident.report": open("/resident/reports", [422, 429], {}),
  "resident.progress": open(`/resident/progress/${"a".repeat(43)}`, [404, 429]),
  "resident.resultPhoto": open(`/resident/progress/${"a".repeat(43)}/photos/${newId()}`, [404, 429]),
  "resident.rate": open(`/resident/progress/${"a".repeat(43)}/rating`, [404, 429], { rating: "basic" }),
  "grid.boards": inStreet("/grid-boards"),
  "grid.qr": thing(({ street }) => `/grid-boards/${gridOf[street] ?? ""}/qr.svg`),
  notices: open("/notices"),
  "notices.readAll": open("/notices/read", [204]),
  noticeWishes: open("/notice-wishes"),
  "noticeWishes.save": open("/notice-wishes", [422], {}),
  announcements: open("/announcements"),
  "announcement.choices": open("/announcements/choices"),
  "announcement.audience": open("/announcements/audience", [422], {}),
  "announcement.send": open("/announcements", [422], {}),
  announcement: thing(({ street, announcementId }) => `/announcements/${street}/${announcementId}`),
  "announcement.receipts": {
    path: ({ street, announcementId }) => `/announcements/${street}/${announcementId}/receipts.xlsx`,
    own: [404],
    other: 404,
  },
  "announcement.remind": {
    path: ({ street, announcementId }) => `/announcements/${street}/${announcementId}/remind`,
    own: [404],
    other: 404,
  },
  channels: inStreet("/channels"),
  "channel.save": write(({ street }) => `/channels/${street}/email`, { on: false, revision: 0, settings: {} }),
  "channel.remove": { path: ({ street }) => `/channels/${street}/email`, own: [404], other: 404 },
  "channel.test": { path: ({ street }) => `/channels/${street}/wecom/test`, own: [409], other: 404 },
  deliveries: inStreet("/deliveries"),
  "deliveries.export": inStreet("/deliveries.csv"),
  "delivery.retry": { path: ({ street }) => `/deliveries/${street}/none/retry`, own: [404], other: 404 },
  "notice.confirm": {
    path: ({ street, noticeId }) => `/notices/${street}/${noticeId}/confirm`,
    own: [404],
    other: 404,
  },
  "notice.read": { path: ({ street, noticeId }) => `/notices/${street}/${noticeId}/read`, own: [404], other: 404 },
  results: unit("/results"),
  "results.cases": unit("/results/cases", "&indicator=reported"),
  "results.accounts": unit("/results/accounts", "&indicator=activity"),
  "results.bulletin": unit("/results/bulletin"),
  "results.bulletinDocument": unit("/results/bulletin.docx"),
  "results.bulletinSheets": unit("/results/bulletin.xlsx"),
  definitions: open("/definitions"),
  definition: open("/definitions/yunjin/form/eventReport"),
  "definition.deploy": open("/definitions", [422], {}),
  packs: open("/packs"),
  "definition.drafts": open("/definitions/drafts"),
  "definition.draft": { path: (target) => draft(target), own: [200], other: 404 },
  "definition.draft.save": write(draft, { content: "{}", editSequence: 1 }),
  "definition.draft.discard": { path: (target) => `${draft(target)}?editSequence=99`, own: [409], other: 404 },
  "definition.draft.publish": write((target) => `${draft(target)}/publish`, { note: "", editSequence: 1 }),
  settings: thing(({ street }) => `/streets/${street}/settings`),
  "settings.history": thing(({ street }) => `/streets/${street}/settings/history`),
  "settings.messages": thing(({ street }) => `/streets/${street}/messages`),
  "settings.preview": write(({ street }) => `/streets/${street}/settings/preview`, { version: 0, changes: [] }),
  "settings.publish": write(({ street }) => `/streets/${street}/settings`, {
    version: 0,
    changes: [{ kind: "parameter", definition: "parameters", item: "signLimit", action: "return" }],
    ...reason,
  }),
  "settings.restore": write(({ street }) => `/streets/${street}/settings/restore`, { version: 0, to: 0, ...reason }),
} as const satisfies Record<RouteId, Row>;

/** In the own street claims are tried on nothing, so that nothing changes. */
const harmless = (target: Target): Target => ({
  ...target,
  taskId: "none",
  noticeId: newId(),
  announcementId: newId(),
});

describe("street isolation", function () {
  this.timeout(180_000);
  let server: TestServer;
  let targets: readonly Target[];
  let actors: readonly { readonly person: DemoPerson | undefined; readonly id: string }[];

  async function saveDraft(street: string): Promise<void> {
    const designer = await server.as("designer", "yunjin");
    const content = JSON.stringify({ key: `${street}__matrix`, title: { "zh-CN": "测试表单" } });
    const saved = await designer.put(draft({ street }), { content, editSequence: 0 });
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
  }

  async function announced(street: string): Promise<string> {
    const dispatcher = await server.as("dispatcher", street);
    const what = { unit: street, title: "值班安排", body: "周末值班照常", units: [street], roles: ["gridLeader"] };
    const sent = await dispatcher.post("/announcements", { id: newId(), ...what, confirm: true, urgent: false });
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    return (sent.body as { id: string }).id;
  }

  async function targetOf(street: string): Promise<Target> {
    await saveDraft(street);
    const worker = (await server.people()).find((each) => each.role === "gridWorker" && each.street === street);
    const client = await server.asPerson(worker?.id ?? "");
    const request = await reportRequest(client);
    const sent = await client.post<{ id: string; case?: { id: string } }>("/submissions", request);
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    const { store } = server.running.container;
    const [task] = await store.read.all<{ id: string }>(
      "SELECT id FROM task WHERE street_id = $1 AND status = 'open'",
      [street],
    );
    const [notice] = await store.read.all<{ id: string }>("SELECT id FROM notice WHERE street_id = $1", [street]);
    assert.ok(sent.body.case !== undefined && task !== undefined);
    return {
      street,
      caseId: sent.body.case.id,
      taskId: task.id,
      submissionId: sent.body.id,
      attachmentId: request.data.photos?.[0] ?? "",
      noticeId: notice?.id ?? newId(),
      announcementId: await announced(street),
      placeCode: request.placeCode ?? "",
      personId: worker?.id ?? "",
    };
  }

  before(async () => {
    server = await startTestServer();
    const people = await server.people();
    targets = await Promise.all(["nanyuan", "beihe"].map(targetOf));
    const seen = new Map<string, number>();
    const chosen = people.filter((person) => {
      const key = `${person.role}@${person.street}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
      return (seen.get(key) ?? 0) <= 2;
    });
    const nobody = newId();
    await server.running.container.store.write((tx) =>
      addPerson(tx, { id: nobody, name: "无岗人员", grants: [], at: 0 }),
    );
    actors = [...chosen.map((person) => ({ person, id: person.id })), { person: undefined, id: nobody }];
  });
  after(() => server.stop());

  const streetsOf = (client: Client): readonly string[] => {
    const { tree } = server.running.container.catalogue;
    return client.session.grants.flatMap((grant) => [grant.street, ...tree.tenantsBelow(tree.path(grant.street))]);
  };

  function allowed(client: Client, access: string): boolean {
    if (access === "public" || access === "session") return true;
    const { tree } = server.running.container.catalogue;
    const grants = client.session.grants.map(({ unit, role, street }) => ({
      unit,
      role,
      street,
      path: tree.path(unit),
    }));
    const person: Person = { kind: "person", id: client.id, name: "", grants };
    return mayDo(person, access);
  }

  const send = (client: Client, route: Route, row: Row, target: Target, isOwn: boolean) => {
    const body = isOwn && row.other === 404 ? {} : (row.body ?? {});
    const path = row.path(isOwn ? harmless(target) : target);
    if (route.method === "get") return client.get(path);
    if (route.method === "put") return client.put(path, body);
    return route.method === "delete" ? client.delete(path) : client.post(path, body);
  };

  it("holds for every route, role and street", async () => {
    let cells = 0;
    const wrong: string[] = [];
    for (const { id, person } of actors) {
      let client = await server.asPerson(id);
      for (const route of routes as readonly Route[])
        for (const target of targets) {
          const row: Row = matrix[route.id as RouteId];
          const isOwn = row.other === undefined || streetsOf(client).includes(target.street);
          const read = route.method === "get" && isOwn ? { ...target } : target;
          const { status } = await send(client, route, row, read, isOwn);
          const expected = !allowed(client, route.access) ? [403] : isOwn ? row.own : [404];
          cells++;
          if (!expected.includes(status))
            wrong.push(
              `${person?.role ?? "nobody"}@${person?.unit} ${route.id} of ${target.street}: ${status}, not ${expected.join("/")}`,
            );
          if (route.id === "session.close" || route.id === "session.open") client = await server.asPerson(id);
        }
    }
    assert.deepEqual(wrong.slice(0, 20), []);
    assert.ok(cells >= 3000, `${cells} cells`);
  });

  it("shows the case to those whose units it lies in, so the 404s above mean something", async () => {
    for (const target of targets) {
      const dispatcher = await server.as("dispatcher", target.street);
      for (const path of [
        `/cases/${target.caseId}`,
        `/submissions/${target.submissionId}`,
        `/attachments/${target.attachmentId}`,
        `/cases/${target.caseId}/diagram`,
        `/announcements/${target.street}/${target.announcementId}`,
      ])
        assert.equal((await dispatcher.get(path)).status, 200, path);
    }
  });

  it("keeps other streets out of lists, counts and searches", async () => {
    for (const { id } of actors) {
      const client = await server.asPerson(id);
      const mine = streetsOf(client);
      if (!allowed(client, "case.read") || mine.length === 0) continue;
      const cases = (await client.get<CasePage>("/cases?limit=200")).body;
      const tasks = (await client.get<TaskPage>("/tasks?view=all&limit=200")).body;
      assert.deepEqual(
        [...cases.items, ...tasks.items].filter((each) => !mine.includes(each.street)),
        [],
      );
      const foreign = targets.find((target) => !mine.includes(target.street));
      if (foreign === undefined) continue;
      const { body: found } = await client.get<CasePage>(`/cases?q=${foreign.caseId}`);
      assert.equal(found.total, 0);
      assert.equal(
        (await client.get<NoticePage>("/notices")).body.items.some((notice) => notice.street === foreign.street),
        false,
      );
    }
  });

  it("refuses a list query without a scope", async () => {
    const { runtime } = server.running.container;
    const nothing = { streets: [], reach: [], paths: [], groups: [], personId: "" };
    await assert.rejects(runtime.cases(nothing, {}));
    await assert.rejects(runtime.tasks(nothing, { view: "all" }));
    const nobody = { kind: "machine", id: "", name: "", street: "", unit: "", grants: [] } as const;
    await assert.rejects(runtime.submissions(nothing, {}, nobody));
  });

  it("lets nobody report into a street that is not theirs", async () => {
    const [here, there] = await Promise.all(
      ["nanyuan", "beihe"].map(async (street) => {
        const worker = (await server.people()).find((each) => each.role === "gridWorker" && each.street === street);
        return server.asPerson(worker?.id ?? "");
      }),
    );
    assert.ok(here && there);
    const theirs = await reportRequest(there);
    const sent = await sendReport(here, { place: { code: theirs.placeCode ?? "", ...theirs.data.position } as never });
    assert.equal(sent.status >= 400, true, `${sent.status}`);
  });
});
