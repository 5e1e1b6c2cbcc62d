import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import type {
  CaseDetail,
  CasePage,
  GridBoard,
  ResidentContact,
  ResidentPlace,
} from "../../../server/contract/types.ts";
import { sweepPhotos } from "../../../server/jobs/sweep-photos.ts";
import { newId } from "../../support/reports.ts";
import { ResidentPhone, secretText } from "../../support/residents.ts";
import { startTestServer, type Client, type TestServer } from "../../support/server.ts";
import { temporaryFolder } from "../../support/stores.ts";
import { complete } from "../../support/work.ts";

const phone = "13812345678";

describe("residents", function () {
  this.timeout(120_000);
  let server: TestServer;
  let dispatcher: Client;
  before(async () => {
    server = await startTestServer();
    dispatcher = await server.as("dispatcher", "nanyuan");
  });
  after(() => server.stop());

  const store = () => server.running.container.store;
  const count = async (table: string) =>
    Number((await store().read.all<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);
  const caseOf = async (number: string) => {
    const found = await dispatcher.get<{ items: { id: string }[] }>(`/cases?q=${encodeURIComponent(number)}`);
    return (await dispatcher.get<CaseDetail>(`/cases/${found.body.items[0]?.id ?? ""}`)).body;
  };

  describe("a scanned code", () => {
    it("says which grid it is, who its worker is and what may be reported, without anybody signed in", async () => {
      const { status, body } = await new ResidentPhone(server).get<ResidentPlace>("/resident/places/xingfuGrid1");
      assert.equal(status, 200, JSON.stringify(body));
      assert.equal(body.gridTitle["zh-CN"], "幸福社区第1网格");
      assert.match(body.worker?.phone ?? "", /^199\d{8}$/);
      assert.ok(body.matters.length >= 8 && body.privacy.length >= 3);
      assert.ok(body.privacy.every((each) => !each["zh-CN"].includes("{")));
      assert.ok(body.matters.some((each) => each.title["zh-CN"].includes("下水道")));
    });

    it("of a door knows its address", async () => {
      const { body } = await new ResidentPhone(server).get<ResidentPlace>("/resident/places/XF1-0101");
      assert.deepEqual([body.kind, body.grid, body.street], ["place", "xingfuGrid1", "nanyuan"]);
      assert.ok(body.address.length > 0);
    });

    it("that nobody knows is refused in clear words", async () => {
      const { status, error } = await new ResidentPhone(server).get("/resident/places/unknown");
      assert.deepEqual([status, error?.code], [404, "RESIDENT_CODE_UNKNOWN"]);
      const sent = await new ResidentPhone(server).report({ code: "unknown" });
      assert.deepEqual([sent.status, sent.error?.code], [404, "RESIDENT_CODE_UNKNOWN"]);
    });
  });

  describe("a report", () => {
    it("opens a case at the code's grid, with its photos, and gives a private link", async () => {
      const resident = new ResidentPhone(server);
      const { status, body } = await resident.report({ photos: 2, phone });
      assert.equal(status, 201, JSON.stringify(body));
      assert.match(body.token, /^[A-Za-z0-9_-]{43}$/);
      const detail = await caseOf(body.number);
      assert.equal(detail.summary.channel, "resident");
      assert.equal(detail.attachments.length, 2);
      assert.equal(detail.reporter.name, "居民");
      assert.equal(detail.summary.title, "下水道堵塞");
    });

    it("keeps the number out of everything but its sealed row, and the token out of every table", async () => {
      const resident = new ResidentPhone(server);
      const { body } = await resident.report({ phone: "13900001234" });
      const tables = await store().read.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'");
      for (const { name } of tables) {
        const text = JSON.stringify(await store().read.all(`SELECT * FROM "${name}"`));
        assert.ok(!text.includes("13900001234"), `number in ${name}`);
        assert.ok(!text.includes(body.token), `token in ${name}`);
        assert.ok(!text.includes("127.0.0.1"), `address in ${name}`);
      }
    });

    it("sent again with the same id is one report, with a link that works", async () => {
      const resident = new ResidentPhone(server);
      const request = await resident.request({ photos: 1 });
      const [first, second] = [
        await resident.post<{ token: string; number: string; repeated: boolean }>("/resident/reports", request),
        await resident.post<{ token: string; number: string; repeated: boolean }>("/resident/reports", request),
      ];
      assert.deepEqual([first.status, second.status, second.body.repeated], [201, 201, true]);
      assert.equal(first.body.number, second.body.number);
      for (const { body } of [first, second]) assert.equal((await resident.progress(body.token)).status, 200);
    });

    it("ten times at once is one case", async () => {
      const resident = new ResidentPhone(server);
      const request = await resident.request();
      const before = await count("case_");
      const all = await Promise.all(
        Array.from({ length: 10 }, () => resident.post<{ number: string }>("/resident/reports", request)),
      );
      assert.deepEqual(new Set(all.map((each) => each.status)), new Set([201]));
      assert.equal(new Set(all.map((each) => each.body.number)).size, 1);
      assert.equal(await count("case_"), before + 1);
    });

    it("without consent is refused at its field, and nothing is kept", async () => {
      const resident = new ResidentPhone(server);
      const before = await count("submission");
      for (const consent of [undefined, false, "yes"]) {
        const sent = await resident.report({ data: { consent } });
        assert.equal(sent.status, 422);
        assert.match(JSON.stringify(sent.error), /consent/);
      }
      assert.equal(await count("submission"), before);
    });

    it("with a matter that residents may not report is refused", async () => {
      const sent = await new ResidentPhone(server).report({ matter: "illegalBuilding" });
      assert.deepEqual([sent.status, sent.error?.code], [422, "MATTER_UNKNOWN"]);
    });

    it("cannot name somebody else's photo", async () => {
      const [one, other] = [new ResidentPhone(server), new ResidentPhone(server)];
      const { body } = await one.photo(secretText());
      const sent = await other.report({ data: { photos: [body.id] } });
      assert.deepEqual([sent.status, sent.error?.code], [422, "ATTACHMENT_MISSING"]);
    });

    it("at a point of another street asks for the code there; nothing crosses", async () => {
      const position = { lng: 116.906, lat: 33.2165, source: "pin" };
      const sent = await new ResidentPhone(server).report({ data: { position }, more: { position } });
      assert.deepEqual([sent.status, sent.error?.code], [422, "RESIDENT_PLACE_OUTSIDE"]);
    });

    it("with a script in its words keeps them as text", async () => {
      const description = "<script>alert(1)</script> 楼道灯坏了";
      const { body } = await new ResidentPhone(server).report({ description });
      assert.equal((await caseOf(body.number)).description, description);
    });

    it("is refused when it is too large, has unknown fields or comes from another site", async () => {
      const resident = new ResidentPhone(server);
      const request = await resident.request();
      const large = await resident.post("/resident/reports", {
        ...request,
        data: { description: "长".repeat(40_000) },
      });
      assert.equal(large.status, 413);
      assert.equal((await resident.post("/resident/reports", { ...request, admin: true })).status, 422);
      const foreign = await server.raw("/api/resident/reports", {
        method: "POST",
        headers: { "content-type": "application/json", origin: "https://evil.example" },
        body: JSON.stringify(request),
      });
      assert.equal(foreign.status, 403);
    });
  });

  describe("photos", () => {
    it("that are too large or no pictures are refused", async () => {
      const resident = new ResidentPhone(server);
      const huge = await resident.photo(secretText(), "xingfuGrid1", new Uint8Array(13 * 1_048_576));
      assert.deepEqual([huge.status, huge.error?.code], [413, "FILE_TOO_LARGE"]);
      const svg = await resident.photo(secretText(), "xingfuGrid1", Buffer.from("<svg onload='alert(1)'/>"));
      assert.deepEqual([svg.status, svg.error?.code], [415, "FILE_TYPE_REFUSED"]);
      const pdf = await resident.photo(secretText(), "xingfuGrid1", Buffer.from("%PDF-1.4\n%âãÏÓ\n"));
      assert.equal(pdf.status, 415);
    });
  });

  describe("photos whose report never came", () => {
    const waiting = async (id: string) =>
      (await store().read.all("SELECT id FROM attachment WHERE id = $1", [id])).length === 1;
    const bytesOf = (seed: string) =>
      Buffer.concat([
        Buffer.from(
          "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
          "base64",
        ),
        Buffer.from(seed),
      ]);

    it("are removed after the hours that the content names, and nothing that was sent or is young", async () => {
      const { container } = server.running;
      const { files, catalogue } = container;
      const hours = catalogue.residents("nanyuan")?.photoHours ?? 0;
      assert.equal(hours, 48);
      const resident = new ResidentPhone(server);
      const [lonely, shared] = [bytesOf("lonely"), bytesOf("shared")];
      const old = (await resident.photo(secretText(), "xingfuGrid1", lonely)).body.id;
      const twice = (await resident.photo(secretText(), "xingfuGrid1", shared)).body.id;
      const sent = await new ResidentPhone(server).report({ photos: 1, description: "路面破损需要修补" });
      assert.equal(sent.status, 201, JSON.stringify(sent.body));
      const worker = await server.as("gridWorker", "xingfuGrid1");
      const staff = newId();
      assert.equal((await worker.upload(`/attachments?id=${staff}`, shared)).status, 201);
      server.clock.advance((hours - 1) * 3_600_000);
      const young = (await resident.photo(secretText(), "xingfuGrid1", bytesOf("young"))).body.id;
      await sweepPhotos(container);
      assert.deepEqual([await waiting(old), await waiting(young)], [true, true], "an hour is left");

      server.clock.advance(2 * 3_600_000);
      const linked = await count("attachment WHERE state = 'linked'");
      // The disk has its own clock: to it the bytes were put a day ago.
      await sweepPhotos({ ...container, wall: { now: () => Date.now() + 86_400_000 } });
      assert.deepEqual([await waiting(old), await waiting(twice), await waiting(young)], [false, false, true]);
      assert.equal(await waiting(staff), true, "people's own files wait for their forms");
      assert.equal(await count("attachment WHERE state = 'linked'"), linked);
      const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
      assert.equal(await files.get(hash(lonely)), undefined);
      assert.notEqual(await files.get(hash(shared)), undefined, "somebody else's file has the same bytes");
    });
  });

  describe("the number", () => {
    it("is masked for who calls back, hidden from everybody else, and each look is written down", async () => {
      const { body } = await new ResidentPhone(server).report({ phone });
      const detail = await caseOf(body.number);
      assert.deepEqual([detail.resident?.phone, detail.resident?.canAsk], ["138****5678", true]);
      const handler = await server.as("handler", detail.summary.lead);
      const seen = (await handler.get<CaseDetail>(`/cases/${detail.summary.id}`)).body;
      assert.equal(seen.resident?.phone, undefined);
      assert.doesNotMatch(JSON.stringify(seen), /138(\*{4}|1234)5678/);
      const refused = await handler.post(`/cases/${detail.summary.id}/contact`, { reason: "想联系居民" });
      assert.equal(refused.status, 403);
      const empty = await dispatcher.post(`/cases/${detail.summary.id}/contact`, { reason: "" });
      assert.equal(empty.status, 422);
      const shown = await dispatcher.post<ResidentContact>(`/cases/${detail.summary.id}/contact`, {
        reason: "回访核实",
      });
      assert.deepEqual([shown.status, shown.body.phone], [200, phone]);
      const looks = await store().read.all<{ actor: string; body: string; subject: string }>(
        "SELECT actor, body, subject FROM audit WHERE action = 'case.contact' AND street_id = 'nanyuan'",
      );
      assert.deepEqual(looks, [
        { actor: dispatcher.id, body: '{"reason":"回访核实"}', subject: `case:${detail.summary.id}` },
      ]);
      const other = await server.as("dispatcher", "beihe");
      assert.equal((await other.post(`/cases/${detail.summary.id}/contact`, { reason: "回访" })).status, 404);
    });

    it("that was not left, or whose time is over, cannot be shown", async () => {
      const { body } = await new ResidentPhone(server).report();
      const detail = await caseOf(body.number);
      assert.equal(detail.resident?.canAsk, false);
      const asked = await dispatcher.post<{ error: { code: string } }>(`/cases/${detail.summary.id}/contact`, {
        reason: "回访",
      });
      assert.deepEqual([asked.status, asked.body.error.code], [404, "CONTACT_GONE"]);
    });
  });

  describe("progress and rating", () => {
    const resident = () => new ResidentPhone(server);
    const settle = () => server.running.container.runtime.settle();
    const work = async (caseId: string, data: Record<string, unknown>) => {
      await complete(server, dispatcher, caseId, data);
      await settle();
    };
    const settled = async (caseId: string) => {
      await work(caseId, { outcome: "done", result: "已疏通下水道，路面冲洗干净", photos: "after" });
      await work(caseId, { outcome: "pass", photos: "after" });
    };

    it("a wrong, forged or expired token opens nothing", async () => {
      for (const token of ["x", "a".repeat(43), "..%2F..%2Fetc%2Fpasswd", "a".repeat(3000)]) {
        const { status } = await resident().progress(token);
        assert.ok([400, 404].includes(status), `${token.slice(0, 20)}: ${status}`);
      }
    });

    it("goes with the case, in plain words; 不满意 takes it up again once, a second one is recorded", async () => {
      const phone = resident();
      const { body } = await phone.report({ code: "xingfuGrid2" });
      const { id } = (await caseOf(body.number)).summary;
      const words = async () => (await phone.progress(body.token)).body.words["zh-CN"];
      assert.match(await words(), /^已派南苑街道城管中队，预计.+前办结$/);
      await work(id, { decision: "accept" });
      assert.match(await words(), /城管中队正在办理，预计.+前办结$/);
      assert.equal((await phone.rate(body.token, "basic")).error?.code, "RESIDENT_RATING_CLOSED");
      await settled(id);
      const closed = (await phone.progress(body.token)).body;
      assert.deepEqual([closed.words["zh-CN"], closed.canRate, closed.finished], ["已办结", true, true]);
      assert.equal(closed.result, "已疏通下水道，路面冲洗干净");
      assert.equal(closed.photos.length, 1);
      const photo = await server.raw(`/api/resident/progress/${body.token}/photos/${closed.photos[0] ?? ""}`);
      assert.deepEqual([photo.status, photo.headers.get("content-type")], [200, "image/png"]);
      const names = (await server.people()).map((person) => person.name);
      assert.deepEqual(
        names.filter((name) => JSON.stringify(closed).includes(name)),
        [],
      );
      const before = await caseOf(body.number);
      assert.ok(before.summary.closedAt !== undefined && before.openTasks.length === 0);

      assert.equal((await phone.rate(body.token, "dissatisfied")).error?.code, "RESIDENT_WORDS_NEEDED");
      assert.equal((await phone.rate(body.token, "wonderful")).status, 422);
      const again = await phone.rate(body.token, "dissatisfied", "第二天又堵了");
      assert.equal(again.status, 200, JSON.stringify(again.error));
      assert.match(again.body.thanks?.["zh-CN"] ?? "", /重新办理/);
      const reopened = await caseOf(body.number);
      assert.deepEqual(
        [reopened.summary.state, reopened.summary.reopens, reopened.summary.rating, reopened.summary.closedAt],
        ["reopened", 1, "dissatisfied", undefined],
      );
      assert.ok(
        reopened.timeline.some((line) => line.title["zh-CN"] === "居民评价：不满意" && line.note === "第二天又堵了"),
      );
      assert.equal(reopened.openTasks[0]?.name, "处置");

      await settled(id);
      const second = await phone.rate(body.token, "dissatisfied", "还是有味道");
      assert.equal(second.status, 200, JSON.stringify(second.error));
      assert.match(second.body.thanks?.["zh-CN"] ?? "", /只重新办理一次/);
      assert.deepEqual(
        second.body.given.map((each) => each.reopened),
        [true, false],
      );
      assert.equal((await phone.rate(body.token, "satisfied")).error?.code, "RESIDENT_ALREADY_RATED");
      const end = await caseOf(body.number);
      assert.deepEqual([end.summary.state, end.summary.reopens], ["closed", 1]);
      assert.deepEqual(
        end.resident?.ratings.map((each) => each.remarks),
        ["第二天又堵了", "还是有味道"],
      );
    });

    it("two ratings at once are one", async () => {
      const phone = resident();
      const { body } = await phone.report({ code: "xingfuGrid2" });
      const { id } = (await caseOf(body.number)).summary;
      await work(id, { decision: "accept" });
      await settled(id);
      const both = await Promise.all([phone.rate(body.token, "satisfied"), phone.rate(body.token, "basic")]);
      assert.deepEqual(
        both.map((each) => each.status).toSorted((a, b) => a - b),
        [200, 409],
      );
      assert.equal((await caseOf(body.number)).resident?.ratings.length, 1);
    });

    it("of a report that is not accepted tells the reason", async () => {
      const phone = resident();
      const { body } = await phone.report({ code: "xingfuGrid2", matter: "otherMatter" });
      const { id } = (await caseOf(body.number)).summary;
      await work(id, { outcome: "dismiss", reason: "属于小区内部事务，请联系物业公司" });
      const { body: told } = await phone.progress(body.token);
      assert.deepEqual(
        [told.words["zh-CN"], told.result],
        ["经核实，此事未予受理", "属于小区内部事务，请联系物业公司"],
      );
      assert.equal(told.canRate, false);
    });

    it("is over when nobody rates in time", async () => {
      const phone = resident();
      const { body } = await phone.report({ code: "xingfuGrid2" });
      const { id } = (await caseOf(body.number)).summary;
      await work(id, { decision: "accept" });
      await settled(id);
      const closedAt = (await caseOf(body.number)).summary.closedAt;
      server.clock.advance(8 * 86_400_000);
      await settle();
      const { body: told } = await phone.progress(body.token);
      assert.deepEqual([told.canRate, told.finished], [false, true]);
      assert.equal((await phone.rate(body.token, "satisfied")).error?.code, "RESIDENT_RATING_CLOSED");
      assert.equal((await caseOf(body.number)).summary.closedAt, closedAt);
      server.clock.advance(90 * 86_400_000);
      assert.equal((await phone.progress(body.token)).status, 404, "the link's time is over");
    });
  });

  describe("a flood", () => {
    it("from one address ends in clear words and a time, and leaves nothing half kept", async () => {
      const before = { cases: await count("case_"), links: await count("resident_link") };
      let taken = 0;
      let refused: { status: number; error: unknown } | undefined;
      for (let n = 0; n < 40 && refused === undefined; n++) {
        const sent = await new ResidentPhone(server).report({ code: "hepingGrid1" });
        if (sent.status === 201) taken++;
        else refused = { status: sent.status, error: sent.error };
      }
      assert.equal(refused?.status, 429);
      assert.match(JSON.stringify(refused?.error), /RESIDENT_TOO_MANY.*之后再试/s);
      assert.deepEqual(
        { cases: await count("case_"), links: await count("resident_link") },
        {
          cases: before.cases + taken,
          links: before.links + taken,
        },
      );
    });
  });

  it("boards name grid, people, duties and the address of the code", async () => {
    const { status, body } = await dispatcher.get<GridBoard[]>("/grid-boards?street=nanyuan");
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(body.length, 8);
    const board = body.find((each) => each.grid === "xingfuGrid1");
    assert.equal(board?.number, "XF1");
    assert.ok(board?.worker?.phone !== undefined && board.leader?.phone !== undefined && board.duties.length >= 4);
    assert.equal(board.link, `${server.running.settings.publicUrl}/r/xingfuGrid1`);
    const qr = await dispatcher.get<string>("/grid-boards/xingfuGrid1/qr.svg");
    assert.match(qr.body, /<svg/);
  });

  it("notices of nobody are never written", async () => {
    const rows = await store().read.all("SELECT * FROM notice WHERE person_id LIKE 'resident-%'");
    assert.deepEqual(rows, []);
  });
});

describe("residents after a restart", function () {
  this.timeout(120_000);

  it("still finds the gate against floods shut, and a rating still takes the case up again, and the time for it still runs", async () => {
    const dataDir = temporaryFolder();
    const first = await startTestServer({ dataDir });
    const wish = { code: "xingfuGrid2", description: "2 栋门前下水道堵塞，污水流到路上" };
    const { body } = await new ResidentPhone(first).report(wish);
    const dispatcher = await first.as("dispatcher", "nanyuan");
    const found = await dispatcher.get<CasePage>(`/cases?q=${encodeURIComponent(body.number)}`);
    const id = found.body.items[0]?.id ?? "";
    await complete(first, dispatcher, id, { decision: "accept" });
    await complete(first, dispatcher, id, { outcome: "done", result: "已疏通下水道", photos: "after" });
    await complete(first, dispatcher, id, { outcome: "pass", photos: "after" });
    await first.running.container.runtime.settle();
    await first.stop();

    const second = await startTestServer({ dataDir });
    const again = await new ResidentPhone(second).report(wish);
    assert.deepEqual([again.status, again.error?.code], [429, "RESIDENT_SAME_CONTENT"]);
    const phone = new ResidentPhone(second);
    assert.equal((await phone.progress(body.token)).body.canRate, true);
    const rated = await phone.rate(body.token, "dissatisfied", "又堵了");
    assert.equal(rated.status, 200, JSON.stringify(rated.error));
    assert.deepEqual([rated.body.state, rated.body.finished], ["reopened", false]);
    await second.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
