import assert from "node:assert/strict";
import type { AnnouncementPage, DeliveryPage } from "../../server/contract/types.ts";
import { axeViolations, desk, phone } from "../support/browser.ts";
import { journey, type Actor } from "../support/journey.ts";
import { listenMail, readMail, type MailListener } from "../support/listeners.ts";

/** The smallest picture there is. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

journey(
  "an announcement, and mail that goes out",
  (the) => {
    let dispatcher: Actor;
    let worker: Actor;
    let admin: Actor;
    let mail: MailListener;
    before(async () => {
      mail = await listenMail();
    });
    after(() => mail.stop());
    const clean = async (actor: Actor) => assert.deepEqual(await axeViolations(actor.page), []);
    /** The page at the other size too. */
    const atBothSizes = async (actor: Actor) => {
      for (const size of [phone, desk]) {
        await actor.page.setViewportSize(size);
        await clean(actor);
      }
    };

    it("the administrator opens a mail channel; an address in the own network is refused at its field", async () => {
      admin = await the().signInAs("systemAdmin", "yunjin");
      await admin.page.getByRole("link", { name: "消息发送" }).click();
      await admin.page.getByText("没有发送记录").waitFor();
      await clean(admin);
      await admin.page.getByRole("tab", { name: "渠道设置" }).click();
      await atBothSizes(admin);
      await admin.page.getByRole("button", { name: "设置 电子邮件" }).click();
      const drawer = admin.page.getByRole("dialog");
      await drawer.getByLabel("发信服务器").fill("smtps://192.168.1.25:465");
      await drawer.getByLabel("发件地址").fill("grid@nanyuan.example.cn");
      await drawer.getByLabel("发件人名称").fill("南苑街道网格中心");
      await drawer.getByRole("button", { name: "保存" }).click();
      await drawer.getByText(/192\.168\.1\.25 是内网或本机地址/).waitFor();
      await clean(admin);
      await drawer.getByLabel("发信服务器").fill(mail.url);
      await drawer.getByLabel("登录密码或授权码").fill("");
      await drawer.getByRole("button", { name: "保存" }).click();
      await drawer.getByText("已保存", { exact: true }).waitFor();
    });

    it("sends himself a test and finds it in the log, masked", async () => {
      const drawer = admin.page.getByRole("dialog");
      await drawer.getByLabel("接收测试的邮箱").fill("admin@yunjin.example.cn");
      await drawer.getByRole("button", { name: "发送测试" }).click();
      await drawer.getByText("测试消息已送出，请在对方确认收到").waitFor();
      await clean(admin);
      const [test] = mail.mails;
      assert.ok(test);
      assert.equal(readMail(test).subject, "织网渠道测试");
      assert.ok(readMail(test).text.includes(admin.person.name));
      await drawer
        .getByRole("button", { name: /close|关闭/i })
        .first()
        .click();
      await drawer.waitFor({ state: "hidden" });
      await admin.page.getByRole("tab", { name: "发送记录" }).click();
      const row = admin.page.getByRole("row").filter({ hasText: "渠道测试" });
      await row.getByText("已送出").waitFor();
      assert.match(await row.innerText(), /a\*\*\*@yunjin\.example\.cn/);
      await atBothSizes(admin);
    });

    it("a worker says on the phone where mail reaches him", async () => {
      worker = await the().signInAs("gridWorker", "xingfuGrid1");
      await worker.page.goto("/m/notices");
      await worker.page.getByRole("link", { name: "接收方式" }).click();
      await worker.page.getByLabel("电子邮箱").fill("wrong@@mail");
      await worker.page.getByRole("button", { name: "保存" }).click();
      await worker.page.getByText("邮箱地址不正确。").waitFor();
      await worker.page.getByLabel("电子邮箱").fill("worker@nanyuan.example.cn");
      await worker.page.getByRole("button", { name: "保存" }).click();
      await worker.page.getByText("已保存", { exact: true }).waitFor();
      await clean(worker);
    });

    it("the dispatcher announces to the grid workers of a community and asks them to confirm", async () => {
      dispatcher = await the().signInAs("dispatcher", "nanyuan");
      await dispatcher.page.getByRole("link", { name: "通知公告" }).click();
      await dispatcher.page.getByText("没有通知").first().waitFor();
      await clean(dispatcher);
      await dispatcher.page.getByRole("button", { name: "发公告" }).click();
      const drawer = dispatcher.page.getByRole("dialog");
      await drawer.getByLabel("标题").fill("今晚强降雨防范");
      await drawer.getByLabel("内容").fill("请逐户提醒低洼住户，22 时前报平安。");
      const [chooser] = await Promise.all([
        dispatcher.page.waitForEvent("filechooser"),
        drawer.getByRole("button", { name: "添加附件" }).click(),
      ]);
      await chooser.setFiles([
        { name: "转移路线图.png", mimeType: "image/png", buffer: picture },
        { name: "错选的.png", mimeType: "image/png", buffer: picture },
      ]);
      await drawer.getByRole("button", { name: "移除附件 错选的.png" }).click();
      await drawer.getByText("转移路线图.png").waitFor();
      await drawer.getByLabel("发给哪些单位").click();
      await dispatcher.page.keyboard.type("幸福");
      await dispatcher.page
        .locator(".ant-select-tree-node-content-wrapper")
        .filter({ hasText: /^幸福社区$/ })
        .click();
      await drawer.getByLabel("标题").click();
      await drawer.getByRole("checkbox", { name: "处置人" }).check();
      await drawer.getByText("所选单位里没有人担任所选岗位").waitFor();
      await drawer.getByRole("checkbox", { name: "处置人" }).uncheck();
      await drawer.getByRole("checkbox", { name: "网格员" }).check();
      await drawer.getByText(/将发送给 \d+ 人/).waitFor();
      await clean(dispatcher);
      await drawer.getByRole("checkbox", { name: /^紧急/ }).check();
      await drawer.getByRole("button", { name: "发布" }).click();
      await dispatcher.page.getByText(/^公告已发布/).waitFor();
      await dispatcher.page.getByText(/^已确认 0\//).waitFor();
      await atBothSizes(dispatcher);
    });

    it("the worker reads it on the phone and confirms", async () => {
      await worker.page.goto("/m/notices");
      await worker.page.getByText("待确认 1 条").waitFor();
      await clean(worker);
      await worker.page.getByText("请逐户提醒低洼住户，22 时前报平安。").waitFor();
      const [file] = await Promise.all([
        worker.page.waitForEvent("download"),
        worker.page.getByRole("link", { name: "转移路线图.png" }).click(),
      ]);
      assert.equal(file.suggestedFilename(), "转移路线图.png");
      await worker.page.getByRole("button", { name: "确认收到" }).click();
      await worker.page.getByText(/已确认$/).waitFor();
      assert.equal(await worker.page.getByRole("button", { name: "确认收到" }).count(), 0);
    });

    it("the sender sees how many have confirmed and who has not, and reminds them", async () => {
      const [sent] = (await dispatcher.get<AnnouncementPage>("/announcements")).body.items;
      assert.ok(sent && sent.receivers > 1);
      await dispatcher.page.reload();
      await dispatcher.page.getByText(`已确认 1/${sent.receivers}`).waitFor();
      await dispatcher.page.getByRole("button", { name: "今晚强降雨防范" }).click();
      const drawer = dispatcher.page.getByRole("dialog");
      const mine = drawer.getByRole("row").filter({ hasText: worker.person.name });
      assert.match(await mine.innerText(), /\d{4}-\d{2}-\d{2} \d{2}:\d{2}/);
      await drawer.getByText("未确认").nth(1).waitFor();
      await clean(dispatcher);
      const [list] = await Promise.all([
        dispatcher.page.waitForEvent("download"),
        drawer.getByRole("link", { name: "导出名单" }).click(),
      ]);
      assert.equal(list.suggestedFilename(), "今晚强降雨防范 接收情况.xlsx");
      await drawer.getByRole("button", { name: `催促未确认的 ${sent.receivers - 1} 人` }).click();
      await drawer.getByText(`已催促 ${sent.receivers - 1} 人`).waitFor();
    });

    it("the mail went out, and the log says so, with those whom it cannot reach", async () => {
      await the().server.running.container.postman.settle();
      const urgent = mail.mails.map(readMail).find((each) => each.subject === "今晚强降雨防范");
      assert.match(urgent?.text ?? "", /请逐户提醒低洼住户/);
      await admin.page.getByRole("button", { name: /无法送达$/ }).click();
      await admin.page.getByText("此人没有登记该渠道的联系方式").first().waitFor();
      await clean(admin);
      const { body } = await admin.get<DeliveryPage>("/deliveries?state=sent");
      assert.equal(body.items.filter((each) => each.person === worker.person.name).length, 1);
      for (const { mishaps } of [admin, dispatcher, worker]) assert.deepEqual(mishaps, []);
    });

    it("a street changes by which channels and in which words it tells, and goes back to the city's", async () => {
      const leader = await the().signInAs("designer", "nanyuan");
      await leader.page.goto("/admin/delivery?view=messages");
      await leader.page.getByRole("button", { name: "修改 派单" }).waitFor();
      await atBothSizes(leader);
      await leader.page.getByRole("button", { name: "修改 派单" }).click();
      const drawer = leader.page.getByRole("dialog");
      await drawer.getByText("当前沿用市级的文字和渠道").waitFor();
      await drawer.getByLabel("内容", { exact: true }).fill("{case.number}：{result.text}");
      await drawer.getByLabel("修改原因").fill("任务通知要写清楚");
      await drawer.getByRole("button", { name: "发布" }).click();
      await drawer.getByText(/“\{result\.text\}”在这条通知里没有内容可填/).waitFor();
      await atBothSizes(leader);
      await drawer.getByLabel("内容", { exact: true }).fill("{case.number} 新任务：{task.name}");
      await drawer.getByRole("button", { name: "增加规则" }).click();
      await drawer.getByRole("button", { name: "发布" }).click();
      await leader.page.getByText(/^已发布为街道设置第 \d+ 版/).waitFor();
      const card = leader.page.locator(".gn-message").filter({ hasText: "派单" }).first();
      await card.getByText("本街道").waitFor();
      await leader.page.getByRole("button", { name: "修改 派单" }).click();
      await drawer.getByText(/^本街道自定：/).waitFor();
      await drawer.getByLabel("修改原因").fill("恢复统一文字");
      await drawer.getByRole("button", { name: "恢复市级" }).click();
      await leader.page.getByRole("button", { name: /确\s*定|OK/ }).click();
      await card.getByText("市级").waitFor();
      assert.deepEqual(leader.mishaps, []);
    });

    it("in English the pages have no Chinese left of their own", async () => {
      await dispatcher.page.goto("/desk/notices?view=wishes");
      await dispatcher.page.getByRole("button", { name: "English" }).click();
      await dispatcher.page.getByText("Remind me by").waitFor();
      await atBothSizes(dispatcher);
      await dispatcher.page.getByRole("tab", { name: "Sent" }).click();
      await dispatcher.page
        .getByText(/confirmed$/)
        .first()
        .waitFor();
    });
  },
  { env: { NOTIFY_HOSTS: "127.0.0.1" } },
);
