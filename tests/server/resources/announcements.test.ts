/** 通知公告: to whom, who has confirmed, and what is refused. */
import assert from "node:assert/strict";
import type {
  Announcement,
  AnnouncementDetail,
  AnnouncementPage,
  AudienceFound,
  NoticePage,
  Reminded,
} from "../../../server/contract/types.ts";
import { newId } from "../../support/reports.ts";
import { unzip } from "../../support/unzip.ts";
import { startTestServer, type Client, type Failure, type TestServer } from "../../support/server.ts";

describe("announcements", function () {
  this.timeout(60_000);
  let server: TestServer;
  let dispatcher: Client;
  let worker: Client;
  let sent: Announcement;
  before(async () => {
    server = await startTestServer();
    dispatcher = await server.as("dispatcher", "nanyuan");
    worker = await server.as("gridWorker", "xingfuGrid1");
  });
  after(() => server.stop());

  const wish = (more: object = {}) => ({
    ...{ id: newId(), unit: "nanyuan", title: "强降雨防范", body: "今晚有强降雨，请逐户提醒低洼住户。" },
    ...{ units: ["xingfu"], roles: ["gridWorker"], confirm: true, urgent: false, ...more },
  });
  const send = (client: Client, more: object = {}) => client.post<Announcement & Failure>("/announcements", wish(more));
  const detail = async () => (await dispatcher.get<AnnouncementDetail>(`/announcements/nanyuan/${sent.id}`)).body;

  it("says beforehand how many it reaches and which role nobody has", async () => {
    const { body } = await dispatcher.post<AudienceFound>("/announcements/audience", {
      units: ["xingfu"],
      roles: ["gridWorker", "handler"],
    });
    assert.ok(body.people >= 2);
    assert.deepEqual(
      body.emptyRoles.map((role) => role["zh-CN"]),
      ["处置人"],
    );
  });

  it("reaches everybody with the role below the unit, once", async () => {
    const answer = await send(dispatcher);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    sent = answer.body;
    const grids = (await server.people()).filter(
      (each) => each.role === "gridWorker" && each.unit.startsWith("xingfuGrid"),
    );
    assert.deepEqual([sent.receivers, sent.confirmed], [grids.length, 0]);
    const { body } = await worker.get<NoticePage>("/notices");
    assert.deepEqual([body.unread, body.toConfirm], [1, 1]);
    const [notice] = body.items;
    assert.equal(notice?.title["zh-CN"], "强降雨防范");
    assert.equal(notice?.from?.["zh-CN"], "南苑街道");
    assert.equal(notice?.confirm, true);
  });

  it("sent twice with one id is one announcement; with other words it is refused", async () => {
    const { id } = sent;
    const twice = wish({ id: newId() });
    const one = await dispatcher.post<Announcement>("/announcements", twice);
    const two = await dispatcher.post<Announcement>("/announcements", twice);
    assert.deepEqual([one.status, two.status, one.body.id], [201, 201, two.body.id]);
    const other = await send(dispatcher, { id, title: "改了标题" });
    assert.deepEqual([other.status, other.body.error.code], [409, "ANNOUNCEMENT_CONTENT_DIFFERS"]);
    assert.equal((await worker.get<NoticePage>("/notices")).body.items.length, 2);
  });

  it("is confirmed by its receiver alone, and the sender sees by whom and when", async () => {
    const mine = (await worker.get<NoticePage>("/notices?show=toConfirm")).body.items.find(
      (notice) => notice.announcementId === sent.id,
    );
    assert.ok(mine);
    const confirm = (client: Client) => client.post(`/notices/nanyuan/${mine.id}/confirm`);
    assert.equal((await confirm(dispatcher)).status, 404);
    assert.equal((await confirm(worker)).status, 204);
    server.clock.advance(60_000);
    assert.equal((await confirm(worker)).status, 204);
    const { announcement, receipts } = await detail();
    assert.deepEqual([announcement.read, announcement.confirmed], [1, 1]);
    const receipt = receipts.find((each) => each.personId === worker.id);
    assert.equal(receipt?.confirmedAt, "2026-11-23T02:00:00.000Z");
    assert.match(receipt?.posts[0]?.["zh-CN"] ?? "", /网格员/);
    assert.equal(receipts.filter((each) => each.confirmedAt === undefined).length, receipts.length - 1);
    assert.equal(receipts.at(-1)?.personId, worker.id, "who is missing comes first");
  });

  it("reminds only those who have not confirmed, and not twice in a moment", async () => {
    const remind = () => dispatcher.post<Reminded & Failure>(`/announcements/nanyuan/${sent.id}/remind`);
    const { body } = await remind();
    assert.equal(body.people, sent.receivers - 1);
    assert.deepEqual((await remind()).body.error.code, "ANNOUNCEMENT_REMINDED");
    assert.equal((await worker.get<NoticePage>("/notices")).body.items.length, 2, "who confirmed is left alone");
    assert.equal((await detail()).receipts.length, sent.receivers, "a reminder is no second announcement");
  });

  it("to a role that nobody has there is refused", async () => {
    const { status, body } = await send(dispatcher, { roles: ["handler"] });
    assert.deepEqual([status, body.error.code, body.error.path], [422, "ANNOUNCEMENT_NOBODY", "/roles"]);
    assert.match(body.error.zh, /没有人担任所选岗位/);
  });

  for (const [what, more] of [
    ["to another street", { units: ["beihe"] }],
    ["in another street's name", { unit: "beihe" }],
    ["to the whole district", { units: ["jinchuan"] }],
    ["to a unit that does not exist", { units: ["atlantis"] }],
  ] as const)
    it(`${what} is refused`, async () => {
      const { status, body } = await send(dispatcher, more);
      assert.deepEqual([status, body.error.code], [422, "ANNOUNCEMENT_UNIT_OUTSIDE"]);
    });

  it("is not sent by a grid worker, nor seen by another street", async () => {
    assert.equal((await send(worker)).status, 403);
    const other = await server.as("dispatcher", "beihe");
    assert.equal((await other.get(`/announcements/nanyuan/${sent.id}`)).status, 404);
    assert.deepEqual((await other.get<AnnouncementPage>("/announcements")).body.items, []);
  });

  it("pages its list and the notices, each once", async () => {
    const ids = async (path: string) => {
      const found: string[] = [];
      let cursor = "";
      do {
        const { body } = await dispatcher.get<AnnouncementPage>(`${path}?limit=1${cursor}`);
        found.push(...body.items.map((item) => item.id));
        cursor = body.cursor === undefined ? "" : `&cursor=${body.cursor}`;
      } while (cursor !== "");
      return found;
    };
    const all = await ids("/announcements");
    assert.deepEqual([all.length, new Set(all).size], [2, 2]);
  });

  it("marks all as read, but leaves what asks for confirmation open", async () => {
    const other = await server.as("gridWorker", "xingfuGrid2");
    await other.post("/notices/read");
    const { unread, toConfirm } = (await other.get<NoticePage>("/notices")).body;
    assert.deepEqual([unread, toConfirm], [0, 2]);
  });

  const picture = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const uploaded = async (client: Client) => {
    const id = newId();
    assert.equal((await client.upload(`/attachments?id=${id}`, picture, "应急预案.png")).status, 201);
    return id;
  };

  it("carries files that its receivers open and nobody else, and that only their sender can attach", async () => {
    const before = (await worker.get<NoticePage>("/notices?limit=1")).body.total ?? 0;
    const files = [await uploaded(dispatcher), await uploaded(dispatcher)];
    const answer = await send(dispatcher, { title: "防汛预案", files });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    assert.deepEqual(
      answer.body.files?.map(({ id, name }) => [id, name]),
      files.map((id) => [id, "应急预案.png"]),
    );
    const notice = (await worker.get<NoticePage>("/notices")).body.items.find((each) => each.files !== undefined);
    assert.deepEqual(
      notice?.files?.map((file) => file.id),
      files,
    );
    const status = async (client: Client) => (await client.get(`/attachments/${files[0]}`)).status;
    assert.equal(await status(worker), 200);
    assert.equal(await status(await server.as("gridWorker", "hepingGrid1")), 404, "not announced to");
    assert.equal(await status(await server.as("dispatcher", "beihe")), 404, "another street");
    const taken = await send(dispatcher, { files });
    assert.deepEqual([taken.status, taken.body.error.code], [422, "ATTACHMENT_MISSING"], "belongs to the other one");
    const foreign = await send(dispatcher, { files: [await uploaded(worker)] });
    assert.equal(foreign.status, 422, "somebody else's");
    const tooMany = await send(dispatcher, { files: Array.from({ length: 11 }, newId) });
    assert.equal(tooMany.status, 422);
    assert.equal((await worker.get<NoticePage>("/notices?limit=1")).body.total, before + 1, "refused ones told nobody");
  });

  it("from the district reaches a street's worker with its files", async () => {
    const district = await server.as("leader", "jinchuan");
    const files = [await uploaded(district)];
    const answer = await send(district, { unit: "jinchuan", units: ["xingfu"], files });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    assert.equal((await worker.get(`/attachments/${files[0]}`)).status, 200);
  });

  it("gives its receipts as an Excel file, in the words of the asker's language", async () => {
    const path = `/api/announcements/nanyuan/${sent.id}/receipts.xlsx`;
    const read = async (query = "") => {
      const response = await server.raw(path + query, { headers: { cookie: dispatcher.cookie } });
      assert.equal(response.status, 200);
      assert.match(decodeURIComponent(response.headers.get("content-disposition") ?? ""), /强降雨防范 .*\.xlsx$/);
      return [...unzip(new Uint8Array(await response.arrayBuffer())).values()].join("");
    };
    const text = await read();
    const { receipts } = await detail();
    for (const words of ["姓名", "岗位", "阅读时间", "确认时间", "未确认", ...receipts.map((each) => each.name)])
      assert.ok(text.includes(words), words);
    assert.ok((await read("?language=en")).includes("not confirmed"));
    const other = await server.as("dispatcher", "beihe");
    assert.equal((await server.raw(path, { headers: { cookie: other.cookie } })).status, 404);
  });
});

describe("messages that nobody waited for", () => {
  it("are removed when their time is over, and not before", async function () {
    this.timeout(30_000);
    const server = await startTestServer();
    const { store, runtime } = server.running.container;
    const now = server.clock.now();
    const rows = async () => (await store.read.all("SELECT id FROM message")).length;
    await store.write((tx) => {
      const row = { street_id: "nanyuan", name: "m", correlation_key: "k", variables: "{}", created_at: now };
      tx.insert("message", { ...row, id: "old", expires_at: now });
      tx.insert("message", { ...row, id: "new", expires_at: now + 1 });
      return Promise.resolve();
    });
    await runtime.settle();
    assert.equal(await rows(), 1);
    server.clock.advance(1);
    await runtime.settle();
    assert.equal(await rows(), 0);
    await server.stop();
  });
});
