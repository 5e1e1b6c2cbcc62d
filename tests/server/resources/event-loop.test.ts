import assert from "node:assert/strict";
import type {
  CaseDetail,
  CasePage,
  NoticePage,
  OwnerAnswer,
  Session,
  SubmissionAccepted,
  Task,
  TaskPage,
} from "../../../server/contract/types.ts";
import { newId, placeOf, reportRequest, sendReport, uploadPhoto } from "../../support/reports.ts";
import { startTestServer, type Client, type Failure, type TestServer } from "../../support/server.ts";
import { complete, openTask, whoMay } from "../../support/work.ts";

describe("one case through the API", function () {
  this.timeout(60_000);
  let server: TestServer;
  let finder: Client;
  let dispatcher: Client;
  let caseId: string;
  before(async () => {
    server = await startTestServer();
    finder = await server.as("gridWorker", "xingfuGrid1");
    dispatcher = await server.as("dispatcher", "nanyuan");
  });
  after(() => server.stop());

  const detail = async () => (await dispatcher.get<CaseDetail>(`/cases/${caseId}`)).body;

  it("before sending, the place's code tells who will be responsible and by which rule", async () => {
    const place = await placeOf(finder);
    const { status, body } = await finder.post<OwnerAnswer>("/owner", {
      matter: "sewerBlocked",
      placeCode: place.code,
    });
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(body.grid, "xingfuGrid1");
    assert.ok(body.lead !== undefined && body.rule.length > 0 && body.people.length > 0 && body.dueAt !== undefined);
  });

  it("a report opens the case and gives it to the office that the answer named", async () => {
    const request = await reportRequest(finder);
    const { body: foretold } = await finder.post<OwnerAnswer>("/owner", {
      matter: "sewerBlocked",
      placeCode: request.placeCode,
    });
    const { status, body } = await finder.post<SubmissionAccepted>("/submissions", request);
    assert.equal(status, 201, JSON.stringify(body));
    assert.ok(body.case);
    caseId = body.case.id;
    assert.equal(body.case.lead, foretold.lead);
    assert.match(body.case.number, /^南苑-20261123-\d{4}$/);
    assert.equal((await detail()).attachments.length, 1);
  });

  it("is in the finder's own list, in the handler's inbox, and in nobody else's", async () => {
    const { body: mine } = await finder.get<CasePage>("/cases?mine=true");
    assert.deepEqual(
      mine.items.map((each) => each.id),
      [caseId],
    );
    const task = await openTask(dispatcher, caseId);
    const may = await whoMay(server, "nanyuan", task.id);
    for (const { id } of (await server.people()).filter((each) =>
      ["handler", "verifier", "gridWorker"].includes(each.role),
    )) {
      const { body } = await (await server.asPerson(id)).get<TaskPage>("/tasks?view=todo");
      assert.equal(
        body.items.some((each) => each.id === task.id),
        may.includes(id),
        id,
      );
    }
  });

  it("is signed for, with a limit that runs", async () => {
    const { task } = await complete(server, dispatcher, caseId, { decision: "accept" });
    assert.equal(task.name, "签收");
    assert.match(task.deadline?.words["zh-CN"] ?? "", /还剩/);
    assert.equal((await detail()).summary.stateTitle["zh-CN"], "处置中");
  });

  let handler: Client;
  it("is handled with an after-photo; what was seen before somebody else acted is refused as stale", async () => {
    const task = await openTask(dispatcher, caseId);
    const [who = ""] = await whoMay(server, "nanyuan", task.id);
    handler = await server.asPerson(who);
    const stale = await handler.post<Failure>(`/tasks/nanyuan/${task.id}/complete`, {
      submissionId: newId(),
      data: { outcome: "done", result: "已疏通管道", photos: [await uploadPhoto(handler)] },
      revision: 0,
    });
    assert.deepEqual([stale.status, stale.body.error.code], [409, "STALE_REVISION"]);
    const turn = await complete(server, dispatcher, caseId, {
      outcome: "done",
      result: "已疏通管道，路面清洗干净",
      photos: "after",
    });
    handler = turn.client;
    const again = await handler.post<Failure>(`/tasks/nanyuan/${task.id}/complete`, {
      submissionId: newId(),
      data: { outcome: "done", result: "已疏通管道", photos: [await uploadPhoto(handler)] },
    });
    assert.deepEqual([again.status, again.body.error.code], [409, "TASK_ALREADY_COMPLETED"]);
    assert.ok(again.body.error.zh.includes(handler.session.person.name), again.body.error.zh);
  });

  it("cannot be verified by its handler", async () => {
    const task = await openTask(dispatcher, caseId);
    assert.ok(!(await whoMay(server, "nanyuan", task.id)).includes(handler.id));
    const answer = await handler.post(`/tasks/nanyuan/${task.id}/complete`, {
      submissionId: newId(),
      data: { outcome: "pass", photos: [await uploadPhoto(handler)] },
    });
    assert.ok([403, 404].includes(answer.status), `${answer.status}`);
  });

  it("is verified by another person, closed, and the finder is told", async () => {
    const verified = await complete(server, dispatcher, caseId, {
      outcome: "pass",
      opinion: "路面干净",
      photos: "after",
    });
    assert.notEqual(verified.client.id, handler.id);
    if ((await detail()).openTasks.length > 0)
      await complete(server, dispatcher, caseId, { outcome: "close", opinion: "符合结案条件" });
    await server.running.container.runtime.settle();
    const { summary, timeline, openTasks } = await detail();
    assert.equal(summary.stateTitle["zh-CN"], "已结案");
    assert.ok(summary.closedAt !== undefined && openTasks.length === 0);
    assert.ok(timeline.length > 4 && timeline.some((line) => line.by?.id === handler.id));
    const { body } = await finder.get<NoticePage>("/notices");
    const notice = body.items.find((each) => each.caseId === caseId);
    assert.ok(notice !== undefined && body.unread > 0);
    assert.equal((await finder.post(`/notices/${notice.street}/${notice.id}/read`)).status, 204);
    assert.equal((await finder.get<NoticePage>("/notices")).body.unread, body.unread - 1);
  });

  it("shows its diagram with the done path", async () => {
    const { status, body } = await dispatcher.get<{ xml: string; done: readonly string[]; tokens: readonly unknown[] }>(
      `/cases/${caseId}/diagram`,
    );
    assert.equal(status, 200);
    assert.match(body.xml, /<bpmn:definitions|<definitions/);
    assert.ok(body.done.includes("signFor") && body.tokens.length === 0);
  });
});

describe("a submission", function () {
  this.timeout(60_000);
  let server: TestServer;
  let worker: Client;
  before(async () => {
    server = await startTestServer();
    worker = await server.as("gridWorker", "xingfuGrid1");
  });
  after(() => server.stop());
  const total = async () => (await worker.get<CasePage>("/cases?mine=true")).body.total;

  it("sent again and again, also at once, is accepted once", async () => {
    const request = await reportRequest(worker);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => worker.post<SubmissionAccepted>("/submissions", request)),
    );
    assert.deepEqual(new Set(answers.map((each) => each.body.case?.id)).size, 1);
    assert.equal(answers.filter((each) => !each.body.repeated).length, 1);
    assert.equal(await total(), 1);
  });

  it("with another content under the same id is refused", async () => {
    const request = await reportRequest(worker);
    assert.equal((await worker.post("/submissions", request)).status, 201);
    const changed = { ...request, data: { ...request.data, description: "另一个描述，同一个编号" } };
    const { status, body } = await worker.post<Failure>("/submissions", changed);
    assert.deepEqual([status, body.error.code], [409, "SUBMISSION_CONTENT_DIFFERS"]);
  });

  const bad: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
    ["a missing field", { description: undefined }, /description/],
    ["a wrong type", { severity: 3 }, /severity/],
    ["an unknown field", { colour: "red" }, /colour/],
    ["a photo that nobody sent", { photos: ["01890000-0000-7000-8000-00000000dead"] }, /photos/],
    ["a matter that does not exist", { matter: "nothing" }, /matter/],
  ];
  for (const [what, change, path] of bad)
    it(`with ${what} is refused at the field, in Chinese, and nothing is stored`, async () => {
      const before = await total();
      const request = await reportRequest(worker);
      const { status, body } = await worker.post<Failure>("/submissions", {
        ...request,
        data: { ...request.data, ...change },
      });
      assert.equal(status, 422, JSON.stringify(body));
      const problems = [body.error, ...(body.error.problems ?? [])];
      assert.ok(
        problems.some((problem) => path.test(problem.path ?? "")),
        JSON.stringify(problems),
      );
      assert.match(body.error.zh, /\p{Script=Han}/u);
      const { store } = server.running.container;
      assert.equal(await total(), before);
      assert.deepEqual(await store.read.all("SELECT id FROM submission WHERE id = $1", [request.id]), []);
    });

  it("of a place that is not in the register waits for somebody to name the owner", async () => {
    const request = await reportRequest(worker);
    const { status, body } = await worker.post<SubmissionAccepted>("/submissions", {
      ...request,
      placeCode: "XX9-ZZZZZZ",
      data: { ...request.data, place: "XX9-ZZZZZZ" },
    });
    assert.equal(status, 201, JSON.stringify(body));
    assert.equal(body.case?.lead, undefined);
    const dispatcher = await server.as("dispatcher", "nanyuan");
    assert.equal((await openTask(dispatcher, body.case?.id ?? "")).name, "确定责任单位");
  });

  it("is read by its sender in its own form version", async () => {
    const { body } = await sendReport(worker);
    const read = await worker.get<{ formVersion: number; data: { matter: string } }>(`/submissions/${body.id}`);
    assert.deepEqual([read.status, read.body.data.matter], [200, "sewerBlocked"]);
  });
});

describe("commands of offices", function () {
  this.timeout(60_000);
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  it("suspend, resume, supervise and cancel, each with a reason in the story, by leaders of the own street only", async () => {
    const worker = await server.as("gridWorker", "xingfuGrid1");
    const { body } = await sendReport(worker);
    const path = `/cases/${body.case?.id}`;
    const leader = await server.as("leader", "nanyuan");
    assert.equal((await worker.post(`${path}/suspend`, { reason: "等材料" })).status, 403);
    for (const [command, more] of [
      ["suspend", { reason: "等待配件" }],
      ["resume", { reason: "配件到货" }],
      ["supervise", { requirement: "今日内办结", limit: { value: 4, clock: "workHour" } }],
    ] as const) {
      const done = await leader.post(`${path}/${command}`, more);
      assert.equal(done.status, 200, `${command} ${JSON.stringify(done.body)}`);
    }
    const { body: shown } = await leader.get<CaseDetail>(path);
    const notes = shown.timeline.map((line) => line.note);
    for (const note of ["等待配件", "配件到货", "今日内办结"]) assert.ok(notes.includes(note), note);
    assert.equal(shown.summary.supervised, true);
    assert.equal((await leader.post(`${path}/cancel`, { reason: "重复上报" })).status, 200);
    assert.equal((await leader.post<Failure>(`${path}/suspend`, { reason: "太晚" })).status, 409);
  });

  it("with the same idempotency key are done once", async () => {
    const worker = await server.as("gridWorker", "xingfuGrid1");
    const { body } = await sendReport(worker);
    const leader = await server.as("leader", "nanyuan");
    const send = () =>
      leader.post(`/cases/${body.case?.id}/supervise`, { requirement: "请加快" }, { "idempotency-key": "k-1" });
    const [one, two] = [await send(), await send()];
    assert.deepEqual([one.status, two.status, one.body], [200, 200, two.body]);
    const { body: shown } = await leader.get<CaseDetail>(`/cases/${body.case?.id}`);
    assert.equal(shown.supervisions?.length, 1);
  });

  it("move the demo's clock and fire what is due", async () => {
    const worker = await server.as("gridWorker", "xingfuGrid1");
    await sendReport(worker);
    const before = (await worker.get<Session>("/session")).body.now;
    const { status, body } = await worker.post<{ now: string; firedTimers: number }>("/demo/clock", {
      minutes: 3 * 24 * 60,
    });
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(Date.parse(body.now) - Date.parse(before), 3 * 86_400_000);
    assert.ok(body.firedTimers > 0);
    assert.equal((await worker.get("/session")).status, 200, "sessions run on the machine's own clock");
  });

  it("are refused on a task that the person cannot take", async () => {
    const worker = await server.as("gridWorker", "xingfuGrid1");
    const { body } = await sendReport(worker);
    const leader = await server.as("leader", "nanyuan");
    const task = await openTask(leader, body.case?.id ?? "");
    const { body: shown } = await leader.get<Task>(`/tasks/${task.street}/${task.id}`);
    assert.ok(shown.actions === undefined || !shown.actions.includes("complete"));
    const refused = await worker.post(`/tasks/${task.street}/${task.id}/complete`, {
      submissionId: newId(),
      data: { decision: "accept" },
    });
    assert.ok([403, 404].includes(refused.status), `${refused.status}`);
  });
});
