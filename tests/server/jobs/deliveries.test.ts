/** Promise P4 for what leaves the application: nothing lost, the same id on every try, nobody holds up others. */
import assert from "node:assert/strict";
import { listenHttp, listenMail, readMail, type HttpListener, type MailListener } from "../../support/listeners.ts";
import { hasPostgres, newPostgresDatabase } from "../../support/postgres.ts";
import { reachable, startPost, type Post } from "../../support/post.ts";
import type { SettingsPublished, StreetMessages } from "../../../server/contract/types.ts";
import type { Client, Failure } from "../../support/server.ts";

const minute = 60_000;

const databases: readonly { readonly name: string; url(): Promise<string | undefined> }[] = [
  { name: "SQLite", url: () => Promise.resolve(undefined) },
  ...(hasPostgres ? [{ name: "PostgreSQL", url: () => newPostgresDatabase() }] : []),
];

for (const database of databases)
  describe(`what goes out, on ${database.name}`, function () {
    this.timeout(60_000);
    let post: Post;
    let mail: MailListener;
    let dispatcher: Client;
    let leader: Client;
    let worker: Client;
    const open: HttpListener[] = [];

    before(async () => {
      const databaseUrl = await database.url();
      post = await startPost({
        at: "2026-11-23T10:00:00+08:00",
        ...(databaseUrl === undefined ? {} : { databaseUrl }),
      });
      mail = await listenMail();
      dispatcher = await post.server.as("dispatcher", "nanyuan");
      leader = await post.server.as("leader", "nanyuan");
      worker = await post.server.as("gridWorker", "xingfuGrid1");
      await reachable(leader, { email: "leader@nanyuan.example.cn" });
      await reachable(worker, { email: "worker@nanyuan.example.cn", wecomId: "worker1", phone: "13800000001" });
    });
    after(async () => {
      await post.stop();
      await Promise.all([mail, ...open].map((each) => each.stop()));
    });

    const listen = async (...of: Parameters<typeof listenHttp>) => {
      const listener = await listenHttp(...of);
      open.push(listener);
      return listener;
    };
    const toWorker = { units: ["xingfuGrid1"], roles: ["gridWorker"] };
    const advance = (by: number) => post.server.clock.advance(by);
    const onlyOne = async (query: string) => {
      const [one, ...others] = await post.log(query);
      assert.ok(one !== undefined && others.length === 0, `one row of ${query}, not ${others.length + 1}`);
      return one;
    };

    it("is nothing as long as no channel is set up", async () => {
      await post.announce(dispatcher, {});
      assert.deepEqual(await post.log(), []);
    });

    it("twelve notices within a quarter of an hour are one mail", async () => {
      await post.setUp("email", { server: mail.url, from: "grid@nanyuan.example.cn" });
      for (let count = 1; count <= 12; count++) {
        await post.announce(dispatcher, { title: `第${count}号通知` });
        advance(minute);
      }
      await post.postman.settle();
      assert.equal(mail.mails.length, 0);
      advance(3 * minute);
      await post.postman.settle();
      assert.equal(mail.mails.length, 1);
      const [one] = mail.mails;
      assert.ok(one);
      const { subject, text } = readMail(one);
      assert.equal(subject, "您有 12 条新通知");
      for (let count = 1; count <= 12; count++) assert.ok(text.includes(`${count}. 第${count}号通知：今晚加强巡查`));
      const log = await post.log();
      assert.equal(log.length, 12);
      assert.ok(
        log.every((each) => each.state === "sent" && each.tries === 1 && each.address === "l***@nanyuan.example.cn"),
      );
    });

    it("an urgent one is not gathered", async () => {
      await post.announce(dispatcher, { title: "红色预警", urgent: true });
      await post.postman.settle();
      assert.equal(readMail(mail.mails[1] ?? assert.fail()).subject, "红色预警");
    });

    it("at night they wait for the morning and come as one; the urgent one breaks through", async () => {
      advance(Date.parse("2026-11-23T22:00:00+08:00") - post.server.clock.now());
      await post.announce(dispatcher, { title: "夜里一" });
      await post.announce(dispatcher, { title: "夜里二" });
      await post.announce(dispatcher, { title: "夜里急", urgent: true });
      await post.postman.settle();
      assert.equal(readMail(mail.mails[2] ?? assert.fail()).subject, "夜里急");
      advance(Date.parse("2026-11-24T07:29:00+08:00") - post.server.clock.now());
      await post.postman.settle();
      assert.equal(mail.mails.length, 3);
      const held = await post.log("&state=waiting");
      assert.deepEqual(
        held.map((each) => each.nextAt),
        ["2026-11-23T23:30:00.000Z", "2026-11-23T23:30:00.000Z"],
      );
      advance(minute);
      await post.postman.settle();
      assert.equal(mail.mails.length, 4);
      assert.equal(readMail(mail.mails[3] ?? assert.fail()).subject, "您有 2 条新通知");
    });

    it("a server that fails once is asked again, under the same id", async () => {
      const robot = await listen((_, nth) => (nth === 0 ? { status: 500 } : { status: 200, body: { errcode: 0 } }));
      await post.setUp("wecom", { webhook: `${robot.url}?key=secret-of-robot` });
      await post.announce(dispatcher, { ...toWorker, urgent: true });
      await post.postman.settle();
      assert.equal(robot.heard.length, 1);
      const waiting = await onlyOne("&channel=wecom");
      assert.deepEqual([waiting.state, waiting.tries, waiting.error?.["zh-CN"]], ["retrying", 1, "对方拒收"]);
      await post.postman.settle();
      assert.equal(robot.heard.length, 1, "not before its time");
      advance(2 * minute);
      await post.postman.settle();
      const ids = robot.heard.map((each) => each.headers["idempotency-key"]);
      assert.deepEqual(ids, [waiting.id, waiting.id]);
      assert.equal((await onlyOne("&channel=wecom")).state, "sent");
    });

    it("one that says no for good is not asked again: the next channel is used", async () => {
      const robot = await listen(() => ({ status: 400, body: { errmsg: "no such key secret-of-robot" } }));
      const gateway = await listen(() => ({ status: 200 }));
      await post.setUp("wecom", { webhook: `${robot.url}?key=secret-of-robot` });
      await post.setUp("sms", { url: gateway.url, key: "gateway-key", template: "T1" });
      const { id } = await post.announce(dispatcher, { ...toWorker, urgent: true, title: "防汛" });
      await post.postman.settle();
      advance(10 * minute);
      await post.postman.settle();
      assert.equal(robot.heard.length, 1);
      const failed = await onlyOne("&state=failed");
      assert.match(failed.detail ?? "", /^HTTP 400/);
      assert.ok(!JSON.stringify(failed).includes("secret-of-robot"), "no secret in the log");
      assert.equal(gateway.heard.length, 1);
      const body = gateway.heard[0]?.body as { phone: string; parameters: { text: string } };
      assert.equal(body.phone, "13800000001");
      assert.equal(body.parameters.text, "南苑街道发布通知：《防汛》，请登录织网查看");
      const byText = await onlyOne("&channel=sms");
      assert.deepEqual([byText.state, byText.address], ["sent", "138****0001"]);
      assert.ok(id);
    });

    it("one that hangs is given up for now, and the others go on meanwhile", async () => {
      const silent = await listen(() => "hang");
      await post.setUp("wecom", { webhook: `${silent.url}?key=k` });
      for (let count = 0; count < 6; count++) await post.announce(dispatcher, { ...toWorker, urgent: true });
      const before = mail.mails.length;
      await post.announce(dispatcher, { urgent: true, title: "先到" });
      await post.postman.look();
      while (mail.mails.length === before) await new Promise((resolve) => setTimeout(resolve, 10));
      assert.ok((await post.log("&state=waiting&channel=wecom")).length > 0, "the robot's are still to do");
      await post.postman.settle();
      const late = await post.log("&state=retrying");
      assert.equal(late.length, 6);
      assert.ok(late.every((each) => each.error?.["zh-CN"] === "对方没有及时回应"));
    });

    it("after five tries it is undeliverable with its reason, and can be tried again by hand", async () => {
      for (let round = 0; round < 6; round++) {
        advance(120 * minute);
        await post.postman.settle();
      }
      const failed = (await post.log("&state=failed&channel=wecom")).filter((each) => each.tries === 5);
      assert.equal(failed.length, 6);
      const robot = await listen();
      await post.setUp("wecom", { webhook: `${robot.url}?key=k` });
      const [one] = failed;
      assert.ok(one);
      assert.equal((await post.admin.post(`/deliveries/${one.street}/${one.id}/retry`)).status, 204);
      await post.postman.settle();
      assert.deepEqual(
        robot.heard.map((each) => each.headers["idempotency-key"]),
        [one.id],
      );
    });

    it("of a person without an address says so, and the phone number of others is not shown", async () => {
      await post.remove("wecom");
      await post.remove("sms");
      advance(Date.parse("2026-11-25T10:00:00+08:00") - post.server.clock.now());
      await post.announce(dispatcher, { units: ["nanyuan"], roles: ["verifier"], urgent: true });
      const rows = (await post.log("&state=failed&channel=email")).filter((each) => each.tries === 0);
      assert.equal(rows.length, 2);
      assert.ok(rows.every((each) => each.error?.["zh-CN"] === "此人没有登记该渠道的联系方式"));
    });

    it("is not what a person has switched off, unless it is urgent", async () => {
      await reachable(leader, { email: "leader@nanyuan.example.cn", off: ["email"] });
      const before = (await post.log("&channel=email")).length;
      await post.announce(dispatcher, {});
      assert.equal((await post.log("&channel=email")).length, before);
      await post.announce(dispatcher, { urgent: true, title: "必达" });
      assert.equal((await post.log("&channel=email")).length, before + 1);
      await post.postman.settle();
      assert.equal(readMail(mail.mails.at(-1) ?? assert.fail()).subject, "必达");
      await reachable(leader, { email: "leader@nanyuan.example.cn" });
    });

    it("goes once, however many postmen look", async () => {
      const second = post.secondPostman();
      const before = mail.mails.length;
      for (let count = 0; count < 10; count++) await post.announce(dispatcher, { urgent: true, title: `一次${count}` });
      await Promise.all([post.postman.settle(), second.settle()]);
      assert.equal(mail.mails.length, before + 10);
      assert.equal(new Set(mail.mails.slice(before).map((each) => readMail(each).header("Message-ID"))).size, 10);
    });

    it("keeps its secrets sealed in the tables", async () => {
      const rows = await post.server.running.container.store.read.all("SELECT * FROM channel");
      await post.setUp("dingtalk", { webhook: `${open[0]?.url ?? ""}?access_token=abcdef0123`, secret: "SECabcdef" });
      const more = await post.server.running.container.store.read.all("SELECT * FROM channel");
      const text = JSON.stringify([rows, more]);
      for (const secret of ["abcdef0123", "SECabcdef", "gateway-key"]) assert.ok(!text.includes(secret), secret);
    });

    describe("as a street sets it itself", () => {
      let designer: Client;
      before(async () => {
        designer = await post.server.as("designer", "nanyuan");
      });
      const publish = async (changes: readonly object[]) => {
        const { version } = (await designer.get<StreetMessages>("/streets/nanyuan/messages")).body;
        return designer.post<Failure & SettingsPublished>("/streets/nanyuan/settings", {
          ...{ version, changes, reason: "一线人员不常看邮箱" },
        });
      };
      const published = async (changes: readonly object[]) => {
        const answer = await publish(changes);
        assert.equal(answer.status, 201, JSON.stringify(answer.body));
        return answer.body;
      };
      const set = (item: string, value: unknown) => ({
        ...{ kind: "parameter", definition: "parameters", item, action: "set", attribute: "value", value },
      });
      const word = (definition: string, attribute: string, value: unknown) => ({
        ...{ kind: "message", definition, item: "", action: "set", attribute, value },
      });
      const announcement = async () =>
        (await designer.get<StreetMessages>("/streets/nanyuan/messages")).body.messages.find(
          (each) => each.key === "announcement",
        ) ?? assert.fail("the announcement is there");
      const at = (text: string) => advance(Date.parse(`${text}:00+08:00`) - post.server.clock.now());
      const planned = async (unit: string) => {
        const from = unit === "nanyuan" ? dispatcher : await post.server.as("dispatcher", unit);
        const { id } = await post.announce(from, { unit, units: [unit], roles: ["leader"], title: `${unit}的通知` });
        return (await post.log(`&street=${unit}&q=`)).find((each) => each.title["zh-CN"] === `${unit}的通知` && id);
      };

      it("is quiet in its own hours, and a neighbour in the city's", async () => {
        await reachable(await post.server.as("leader", "beihe"), { email: "leader@beihe.example.cn" });
        await post.setUp("email", { server: mail.url, from: "grid@nanyuan.example.cn" });
        await published([set("quietFrom", "19:00"), set("quietTo", "09:00")]);
        at("2026-12-01T19:30");
        assert.equal((await planned("nanyuan"))?.nextAt, "2026-12-02T01:00:00.000Z");
        assert.equal((await planned("beihe"))?.nextAt, "2026-12-01T11:45:00.000Z");
      });

      it("uses its own words and channels, refuses what cannot be filled or sent, and goes back to the city's", async () => {
        const rules = [{ roles: ["gridWorker"], send: ["sms"], orElse: ["wecom"] }];
        const brief = { "zh-CN": "【南苑】{unit}：《{title}》请尽快登录查看", en: "{unit}: {title}" };
        const { differences } = await published([
          word("announcement", "channels", rules),
          word("announcement", "brief", brief),
        ]);
        assert.deepEqual(
          differences.map(({ title, after }) => [title["zh-CN"], after["zh-CN"]]),
          [
            ["公告 · 发送渠道", "网格员：短信，备用企业微信"],
            ["公告 · 短文字", brief["zh-CN"]],
          ],
        );
        const own = await announcement();
        assert.deepEqual([own.channels, own.brief, own.origin?.by], [rules, brief, designer.session.person.name]);
        assert.notDeepEqual(own.above.channels, rules);

        const gateway = await listen(() => ({ status: 200 }));
        await post.setUp("sms", { url: gateway.url, key: "gateway-key", template: "T1" });
        await post.announce(dispatcher, { ...toWorker, urgent: true, title: "新渠道" });
        await post.postman.settle();
        const body = gateway.heard[0]?.body as { parameters: { text: string } };
        assert.equal(body.parameters.text, "【南苑】南苑街道：《新渠道》请尽快登录查看");
        const city = (await post.admin.get<StreetMessages>("/streets/beihe/messages")).body;
        assert.equal(city.messages.find((each) => each.key === "announcement")?.origin, undefined);

        for (const [wrong, path] of [
          [word("announcement", "body", { "zh-CN": "{requirement}", en: "{text}" }), "/changes/0/value/zh-CN"],
          [word("announcement", "title", { "zh-CN": "", en: "{title}" }), "/changes/0/value/zh-CN"],
          [word("announcement", "brief", { "zh-CN": "长".repeat(201), en: "x" }), "/changes/0/value/zh-CN"],
          [
            word("announcement", "channels", [{ roles: ["nobody"], send: ["sms"], orElse: [] }]),
            "/changes/0/value/0/roles",
          ],
          [
            word("announcement", "channels", [{ roles: [], send: ["pigeon"], orElse: [] }]),
            "/changes/0/value/0/send/0",
          ],
          [
            word("announcement", "channels", [{ roles: [], send: ["sms"], orElse: ["sms"] }]),
            "/changes/0/value/0/orElse",
          ],
          [
            word("announcement", "channels", [
              { roles: [], send: ["sms"], orElse: [] },
              { roles: ["leader"], send: ["email"], orElse: [] },
            ]),
            "/changes/0/value/0",
          ],
          [word("announcement", "urgency", "urgent"), "/changes/0"],
          [word("nothing", "title", { "zh-CN": "a", en: "a" }), "/changes/0"],
        ] as const) {
          const { status, body: refused } = await publish([wrong]);
          assert.deepEqual([status, refused.error.path], [422, path], JSON.stringify(wrong));
        }

        await published([{ kind: "message", definition: "announcement", item: "", action: "return" }]);
        const again = await announcement();
        assert.deepEqual(
          [again.channels, again.brief, again.origin],
          [again.above.channels, again.above.brief, undefined],
        );
        assert.equal(
          (await publish([{ kind: "message", definition: "remind", item: "", action: "return" }])).status,
          422,
        );
      });

      it("keeps its log for its own number of days, and the neighbour for the city's", async () => {
        await published([set("deliveryLogDays", 30)]);
        await planned("nanyuan");
        await planned("beihe");
        advance(24 * 60 * minute);
        await post.postman.settle();
        // What is still being tried is kept, however old.
        const count = async (street: string) => (await post.log(`&street=${street}&state=sent`)).length;
        assert.ok((await count("nanyuan")) > 0 && (await count("beihe")) > 0);
        advance(31 * 24 * 60 * minute);
        await post.postman.settle();
        assert.equal(await count("nanyuan"), 0);
        assert.ok((await count("beihe")) > 0);
      });
    });
  });
