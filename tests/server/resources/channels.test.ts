/** What an administrator may set up, and what is refused with a sentence that helps. */
import assert from "node:assert/strict";
import type { Channel, ChannelTested, DeliveryPage } from "../../../server/contract/types.ts";
import { listenHttp, listenMail } from "../../support/listeners.ts";
import { startTestServer, type Client, type Failure, type TestServer } from "../../support/server.ts";

describe("channels", function () {
  this.timeout(60_000);
  let server: TestServer;
  let admin: Client;
  before(async () => {
    server = await startTestServer({ env: { NOTIFY_HOSTS: "127.0.0.1" } });
    admin = await server.as("systemAdmin");
  });
  after(() => server.stop());

  const save = (kind: string, settings: Readonly<Record<string, string>>, revision = 0, street = "yunjin") =>
    admin.put<Channel & Failure>(`/channels/${street}/${kind}`, { on: true, revision, settings });
  const channel = async (kind: string, street = "yunjin") =>
    (await admin.get<readonly Channel[]>(`/channels?street=${street}`)).body.find((each) => each.kind === kind);
  const mail = { server: "smtp://127.0.0.1:2525", from: "grid@example.cn", password: "pass-word-1" };

  for (const [what, kind, settings, code, path] of [
    [
      "a webhook in the own network",
      "wecom",
      { webhook: "https://10.0.0.8/hook" },
      "CHANNEL_ADDRESS_PRIVATE",
      "webhook",
    ],
    [
      "the metadata service",
      "dingtalk",
      { webhook: "https://169.254.169.254/x" },
      "CHANNEL_ADDRESS_PRIVATE",
      "webhook",
    ],
    ["an address without TLS", "wecom", { webhook: "http://example.com/hook" }, "CHANNEL_ADDRESS_PLAIN", "webhook"],
    ["something that is no address", "wecom", { webhook: "机器人" }, "CHANNEL_ADDRESS_WRONG", "webhook"],
    ["another scheme", "wecom", { webhook: "file:///etc/passwd" }, "CHANNEL_ADDRESS_WRONG", "webhook"],
    ["a password in the address", "wecom", { webhook: "https://a:b@8.8.8.8/x" }, "CHANNEL_ADDRESS_LOGIN", "webhook"],
    ["no secret", "sms", { url: "http://127.0.0.1:1/", template: "T1" }, "CHANNEL_SETTING_MISSING", "key"],
    ["no address", "wecom", {}, "CHANNEL_SETTING_MISSING", "webhook"],
    ["a sender that is no mailbox", "email", { ...mail, from: "南苑街道" }, "MAILBOX_WRONG", "from"],
    [
      "a pattern that is no JSON",
      "sms",
      { url: "http://127.0.0.1:1/", key: "k", template: "T", body: "{" },
      "CHANNEL_BODY_NOT_JSON",
      "body",
    ],
  ] as const)
    it(`${what} is refused at its field`, async () => {
      const { status, body } = await save(kind, settings);
      assert.equal(status, 422);
      assert.deepEqual([body.error.code, body.error.path], [code, `/settings/${path}`]);
      assert.match(body.error.zh, /\p{Script=Han}/u);
    });

  it("an unknown setting and an unknown channel are refused", async () => {
    assert.equal((await save("email", { ...mail, proxy: "x" })).body.error.code, "CHANNEL_SETTING_UNKNOWN");
    assert.equal((await save("fax", {})).status, 404);
  });

  it("is set up; the secret goes in and never comes out", async () => {
    const saved = await save("email", mail);
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    const shown = await channel("email");
    assert.ok(shown?.isSetUp === true && shown.on);
    const password = shown.fields.find((field) => field.name === "password");
    assert.deepEqual([password?.set, password?.value], [true, undefined]);
    assert.ok(!JSON.stringify(await admin.get("/channels")).includes("pass-word-1"));
  });

  it("a secret that is not sent again stays; who comes second is told who was first", async () => {
    const again = await save("email", { server: mail.server, from: "other@example.cn" }, 1);
    assert.equal(again.body.fields.find((field) => field.name === "password")?.set, true);
    const late = await save("email", mail, 1);
    assert.deepEqual([late.status, late.body.error.code], [409, "CHANNEL_CHANGED"]);
    assert.equal(late.body.error.details?.["by"], admin.session.person.name);
  });

  it("of the city serves a street that has none of its own", async () => {
    assert.deepEqual(
      [(await channel("email", "nanyuan"))?.inherited, (await channel("email", "nanyuan"))?.on],
      [true, true],
    );
    assert.ok(!JSON.stringify(await channel("email", "nanyuan")).includes("other@example.cn"));
  });

  it("nobody else sets up or looks", async () => {
    const dispatcher = await server.as("dispatcher", "nanyuan");
    for (const path of ["/channels", "/deliveries", "/deliveries.csv"])
      assert.equal((await dispatcher.get(path)).status, 403, path);
    const auditor = await server.as("auditor");
    assert.equal((await auditor.get("/deliveries")).status, 200);
    assert.equal((await auditor.put("/channels/yunjin/email", { on: false, revision: 2, settings: mail })).status, 403);
  });

  it("a test goes out at once and stands in the log, masked", async () => {
    const listener = await listenMail();
    const shown = await channel("email");
    await save("email", { server: listener.url, from: "grid@example.cn" }, shown?.revision);
    const { body } = await admin.post<ChannelTested>("/channels/yunjin/email/test", { to: "admin@example.cn" });
    assert.deepEqual(body, { ok: true, address: "a***@example.cn" });
    assert.equal(listener.mails.length, 1);
    await listener.stop();
    const failed = await admin.post<ChannelTested>("/channels/yunjin/email/test", { to: "admin@example.cn" });
    assert.equal(failed.body.ok, false);
    assert.equal(failed.body.error?.["zh-CN"], "无法连接对方服务器");
    const log = (await admin.get<DeliveryPage>("/deliveries")).body;
    assert.deepEqual(log.counts, { waiting: 0, retrying: 0, sent: 1, failed: 1 });
    assert.ok(!JSON.stringify(log).includes("admin@example.cn"));
  });

  it("a test to nowhere, or of a channel that is not set up, is refused", async () => {
    const nowhere = await admin.post<Failure>("/channels/yunjin/email/test", { to: "管理员" });
    assert.deepEqual([nowhere.status, nowhere.body.error.code], [422, "CHANNEL_TEST_ADDRESS"]);
    const none = await admin.post<Failure>("/channels/yunjin/sms/test", { to: "13812345678" });
    assert.deepEqual([none.status, none.body.error.code], [409, "CHANNEL_NOT_SET_UP"]);
  });

  it("the log is exported masked, safe for table programs, and the export is on record", async () => {
    const { status, body, headers } = await admin.get<string>("/deliveries.csv");
    assert.equal(status, 200);
    assert.match(headers.get("content-disposition") ?? "", /attachment/);
    assert.match(body, /^\uFEFF?"时间","街道","姓名"/);
    assert.ok(body.includes("a***@example.cn") && !body.includes("admin@"));
    const { store } = server.running.container;
    const rows = await store.read.all<{ actor: string }>("SELECT actor FROM audit WHERE action = 'delivery.export'");
    assert.deepEqual(rows, [{ actor: `person:${admin.id}` }]);
  });

  it("is removed with its secrets", async () => {
    const robot = await listenHttp();
    await save("wecom", { webhook: robot.url });
    assert.equal((await admin.delete("/channels/yunjin/wecom")).status, 204);
    assert.equal((await channel("wecom"))?.isSetUp, false);
    assert.equal((await admin.delete("/channels/yunjin/wecom")).status, 404);
    await robot.stop();
  });

  it("sealed by another installation says so, and is set up anew", async () => {
    const { store } = server.running.container;
    await save("sms", { url: "http://127.0.0.1:1/", key: "gateway-key", template: "T1" });
    await store.write((tx) => tx.run(`UPDATE channel SET sealed_settings = '{"key":"v1.AAAA"}' WHERE kind = 'sms'`));
    assert.equal((await channel("sms"))?.readable, false);
    const tested = await admin.post<Failure>("/channels/yunjin/sms/test", { to: "13812345678" });
    assert.equal(tested.body.error.code, "CHANNEL_SECRET_UNREADABLE");
    const missing = await save("sms", { url: "http://127.0.0.1:1/", template: "T1" }, 1);
    assert.equal(missing.body.error.path, "/settings/key");
  });
});
