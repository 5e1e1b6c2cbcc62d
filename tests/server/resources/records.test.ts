import assert from "node:assert/strict";
import type {
  CaseDetail,
  DefinitionDraft,
  PublishResult,
  RecordPage,
  Submission,
  Task,
  TaskPage,
} from "../../../server/contract/types.ts";
import { readWorkbook } from "../../../server/external/read-workbook.ts";
import { newId, sendReport } from "../../support/reports.ts";
import { startTestServer, type Client, type Failure, type TestServer } from "../../support/server.ts";

const form = (properties: object) =>
  JSON.stringify({
    key: "shopVisit",
    title: { "zh-CN": "商铺走访", en: "Shop visit" },
    module: "collection",
    schema: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      additionalProperties: false,
      required: ["name"],
      properties: { name: { type: "string", title: "店名", maxLength: 50 }, ...properties },
    },
    uiSchema: { kind: { "ui:widget": "radio", "ui:enumNames": ["餐饮", "零售"] } },
    messages: {
      en: {
        name: { title: "Shop" },
        kind: { title: "Kind", options: { food: "Food", retail: "Retail" } },
        staff: { title: "Staff" },
        idNumber: { title: "Identity number" },
        gone: { title: "Gone" },
      },
    },
  });
const kind = { kind: { type: "string", title: "业态", enum: ["food", "retail"] } };
const idNumber = {
  idNumber: {
    type: "string",
    title: "负责人证件号",
    maxLength: 18,
    "x-sensitivity": "sensitive",
    "x-purpose": "核对身份",
  },
};
const firstVersion = form({ ...kind, ...idNumber, gone: { type: "string", title: "旧项", maxLength: 20 } });
const secondVersion = form({ ...kind, ...idNumber, staff: { type: "integer", title: "人数", minimum: 0 } });

describe("the ledger of a form", function () {
  this.timeout(60_000);
  let server: TestServer;
  let worker: Client;
  let other: Client;
  let dispatcher: Client;
  let leader: Client;
  let stranger: Client;

  async function publish(content: string, key = "shopVisit"): Promise<void> {
    const designer = await server.as("designer", "yunjin");
    const path = `/definitions/yunjin/form/${key}/draft`;
    const { body: before } = await designer.get<DefinitionDraft>(path);
    const saved = await designer.put<DefinitionDraft>(path, { content, editSequence: before.editSequence ?? 0 });
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    const { editSequence } = saved.body;
    const done = await designer.post<PublishResult>(`${path}/publish`, { note: "", editSequence });
    assert.equal(done.body.published, true, JSON.stringify(done.body));
  }
  async function send(client: Client, formVersion: number, data: object): Promise<void> {
    const sent = await client.post("/submissions", { id: newId(), form: "shopVisit", formVersion, data });
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
  }
  const read = async (client: Client, query = "") => client.get<RecordPage & Failure>(`/records/shopVisit?${query}`);
  const names = (page: RecordPage) => page.rows.map((row) => row.cells["name"]);

  before(async () => {
    server = await startTestServer();
    [worker, other, dispatcher, leader, stranger] = await Promise.all([
      server.as("gridWorker", "xingfuGrid1"),
      server.as("gridWorker", "xingfuGrid2"),
      server.as("dispatcher", "nanyuan"),
      server.as("leader", "nanyuan"),
      server.as("dispatcher", "beihe"),
    ]);
    await publish(firstVersion);
    await send(worker, 1, { name: "老店", gone: "以前的", kind: "food", idNumber: "11010519491231002X" });
    await publish(secondVersion);
    server.clock.advance(86_400_000);
    await send(worker, 2, { name: "=1+2", kind: "retail", staff: 3, idNumber: "11010519491231002X" });
    await send(other, 2, { name: "@米店", kind: "food", staff: 12 });
  });
  after(() => server.stop());

  it("shows submissions of all versions as words, the newest first, with the columns of each", async () => {
    const { status, body } = await read(dispatcher);
    assert.equal(status, 200);
    assert.deepEqual([body.total, names(body)], [3, ["@米店", "=1+2", "老店"]]);
    assert.deepEqual(
      body.columns.map(({ key, isOld }) => `${key}${isOld ? " old" : ""}`),
      ["name", "kind", "idNumber", "staff", "gone old"],
    );
    assert.deepEqual(body.rows[0]?.cells, { name: "@米店", kind: "餐饮", staff: 12 });
    const english = await read(dispatcher, "language=en");
    assert.equal(english.body.rows[0]?.cells["kind"], "Food");
  });

  it("hides sensitive answers from whose role may not see them, in searches too", async () => {
    const cell = async (client: Client) =>
      (await read(client)).body.rows.find((row) => row.cells["name"] === "老店")?.cells["idNumber"];
    assert.equal(await cell(dispatcher), "••••••");
    assert.equal(await cell(leader), "11010519491231002X");
    assert.equal(await cell(worker), "11010519491231002X");
    const { id } = (await read(dispatcher)).body.rows[2] ?? { id: "" };
    const whole = async (client: Client) => (await client.get<Submission>(`/submissions/${id}`)).body.data["idNumber"];
    assert.deepEqual([await whole(dispatcher), await whole(leader)], ["••••••", "11010519491231002X"]);
    assert.equal((await read(dispatcher, "q=11010519")).body.total, 0);
    assert.equal((await read(leader, "q=11010519")).body.total, 2);
  });

  it("hides them on the page of a case and of its tasks too, with their files", async () => {
    const designer = await server.as("designer", "yunjin");
    const path = "/definitions/yunjin/form/eventReport/draft";
    const { body: before } = await designer.get<DefinitionDraft>(path);
    const report = JSON.parse(before.content ?? "") as {
      schema: { properties: Record<string, object> };
      messages: { en: Record<string, object> };
    };
    const { photos } = report.schema.properties;
    const secret = { "x-sensitivity": "sensitive", "x-purpose": "核对身份" };
    const witness = { type: "string", title: "证人姓名", maxLength: 20, ...secret };
    Object.assign(report.schema.properties, { witness, photos: { ...photos, ...secret } });
    report.messages.en["witness"] = { title: "Witness" };
    await publish(JSON.stringify(report), "eventReport");
    const { body: sent } = await sendReport(worker, { more: { witness: "王某" } as object });
    const seen = async (client: Client) => {
      const { body } = await client.get<CaseDetail>(`/cases/${sent.case?.id}`);
      const files = [body.attachments, body.report?.attachments, body.submissions[0]?.attachments];
      return [body.report?.data["witness"], ...files.map((each) => each?.length)];
    };
    assert.deepEqual(await seen(dispatcher), ["••••••", 0, 0, 0]);
    for (const client of [worker, leader]) assert.deepEqual(await seen(client), ["王某", 1, 1, 1]);
    const { body: list } = await dispatcher.get<TaskPage>("/tasks?view=all&limit=200");
    const task = list.items.find((each) => each.case.id === sent.case?.id);
    const page = await dispatcher.get<Task>(`/tasks/${task?.street}/${task?.id}`);
    assert.equal(page.body.case.report?.data["witness"], "••••••");
  });

  it("is narrowed by day, grid, person and words, and paged", async () => {
    const total = async (query: string) => (await read(dispatcher, query)).body.total;
    assert.deepEqual(
      await Promise.all(
        [
          "from=2026-11-24",
          "to=2026-11-23",
          "from=2026-11-23&to=2026-11-24",
          "grid=xingfuGrid2",
          "grid=nowhere",
          `person=${encodeURIComponent(other.session.person.name)}`,
          `q=${encodeURIComponent("零售")}`,
          "q=retail",
        ].map(total),
      ),
      [2, 1, 3, 1, 0, 1, 1, 0],
    );
    const seen: unknown[] = [];
    for (let cursor = ""; ;) {
      const { body } = await read(dispatcher, `limit=1${cursor}`);
      seen.push(...names(body));
      if (body.next === undefined) break;
      cursor = `&cursor=${body.next}`;
    }
    assert.deepEqual(seen, ["@米店", "=1+2", "老店"]);
  });

  it("shows each street its own, and no form that nobody has", async () => {
    assert.equal((await read(stranger)).body.total, 0);
    assert.equal((await read(stranger, "street=nanyuan")).status, 404);
    assert.equal((await dispatcher.get("/records/nothing")).status, 404);
    assert.deepEqual(names((await read(worker)).body), ["=1+2", "老店"]);
  });

  async function download(client: Client, body: object): Promise<Response> {
    return fetch(`${server.url}/api/records/shopVisit/export`, {
      method: "POST",
      headers: { cookie: client.cookie, "x-csrf-token": client.session.csrfToken, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  }

  it("goes out as Excel as it was filtered, without formulas, and the export is written down", async () => {
    const columns = ["name", "staff", "idNumber"];
    const response = await download(dispatcher, { columns, language: "zh-CN", from: "2026-11-24" });
    assert.equal(response.status, 200);
    assert.match(response.headers.get("content-disposition") ?? "", /attachment/);
    const book = await readWorkbook(new Uint8Array(await response.arrayBuffer()));
    assert.ok(book);
    assert.deepEqual(
      book.rows.map((row) => row.slice(4)),
      [
        ["店名", "人数", "负责人证件号"],
        ["@米店", "12", ""],
        ["=1+2", "3", "••••••"],
      ],
    );
    assert.equal(book.formulas.size, 0);
    const [entry] = await server.running.container.store.read.all<{ actor: string; street_id: string; body: string }>(
      "SELECT * FROM audit WHERE action = 'record.export'",
    );
    assert.equal(entry?.actor, `person:${dispatcher.id}`);
    assert.deepEqual(JSON.parse(entry?.body ?? "{}"), {
      ...{ form: "shopVisit", columns, from: "2026-11-24", to: "", grid: "", isSearched: false, count: 2 },
    });
  });

  it("goes out by few roles only, and never another street's", async () => {
    assert.equal((await download(worker, { columns: [], language: "zh-CN" })).status, 403);
    assert.equal((await download(stranger, { columns: [], language: "en", street: "nanyuan" })).status, 404);
    assert.equal((await download(dispatcher, { columns: ["Bad key"], language: "en" })).status, 422);
  });

  /** Copies of the first record, a year before it, as many as a street gathers in years. */
  async function copyRecords(prefix: string, times: number): Promise<void> {
    await server.running.container.store.write(async (tx) => {
      const [row] = await tx.all<Record<string, unknown>>(
        "SELECT * FROM submission WHERE form_key = 'shopVisit' ORDER BY at LIMIT 1",
      );
      const names = Object.keys(row ?? {});
      const copied = names.map((name) =>
        name === "id" ? `'${prefix}' || n` : name === "at" ? "at - 31536000000" : name,
      );
      await tx.run(
        `WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < $1)
         INSERT INTO submission (${names.join(", ")}) SELECT ${copied.join(", ")} FROM submission, counted WHERE id = $2`,
        [times, String(row?.["id"])],
      );
    });
  }

  it("says when there is too much to search or to take out, and how to ask for less", async () => {
    const code = async (response: Response) => ((await response.json()) as Failure).error.code;
    await copyRecords("a", 10_001);
    const tooMany = await download(dispatcher, { columns: ["name"], language: "zh-CN" });
    assert.deepEqual([tooMany.status, await code(tooMany)], [422, "RECORDS_TOO_MANY"]);
    assert.equal(
      (await download(dispatcher, { columns: ["name"], language: "zh-CN", from: "2026-11-01" })).status,
      200,
    );
    assert.equal((await read(dispatcher, "limit=5")).body.total, 10_004);
    await copyRecords("b", 10_000);
    const search = await read(dispatcher, "q=nobody");
    assert.deepEqual([search.status, search.body.error.code], [422, "RECORDS_TOO_MANY"]);
    assert.match(search.body.error.zh, /20000|20,000/);
    assert.equal((await read(dispatcher, "q=nobody&from=2026-11-01")).status, 200);
  });
});
