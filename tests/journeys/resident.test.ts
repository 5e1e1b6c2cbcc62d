import assert from "node:assert/strict";
import type { CasePage } from "../../server/contract/types.ts";
import { axeViolations } from "../support/browser.ts";
import { journey, type Actor, type Visitor } from "../support/journey.ts";
import { caseOf, complete, openTask, type CaseName } from "../support/journey-acts.ts";
import { pngPicture } from "../support/pictures.ts";

journey("a resident reports by QR code", (the) => {
  let resident: Visitor;
  let found: CaseName;
  let link: string;
  let handler: Actor;
  let verifier: Actor;

  /** The progress page says so by now: it is asked again as its reader would, by pulling it down. */
  async function says(words: RegExp): Promise<void> {
    const { page } = resident;
    await page.goto(link);
    await page.locator(".r-words").filter({ hasText: words }).waitFor();
    assert.deepEqual(await axeViolations(page), []);
  }

  async function rate(choice: string, words?: string): Promise<void> {
    const { page } = resident;
    // The flow asks for the rating a moment after the closing.
    for (let n = 0; n < 20 && (await page.getByText("请您评价").count()) === 0; n++) {
      await page.reload();
      await page.locator(".r-words").waitFor();
    }
    await page.getByText(choice, { exact: true }).click();
    if (words !== undefined) {
      await page.getByRole("button", { name: "提交评价" }).click();
      await page.getByText("请说说哪里不满意").waitFor();
      await page.getByRole("textbox").fill(words);
    }
    await page.getByRole("button", { name: "提交评价" }).click();
    await page.getByRole("heading", { name: "您的评价" }).waitFor();
  }

  before(async () => {
    resident = await the().visitor();
    handler = await the().signInAs("handler", "nanyuanUrban");
    verifier = await the().signInAs("verifier", "nanyuan");
  });

  it("scans the board, sees whose grid it is and chooses in his own words", async () => {
    const { page } = resident;
    await page.goto("/r/xingfuGrid1");
    await page.getByRole("heading", { name: "幸福社区第1网格" }).waitFor();
    await page.getByText("网格员").first().waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole("button", { name: /下水道堵了/ }).click();
    await page.getByText("谁能看到").waitFor();
  });

  it("without consent nothing is sent; with it there is a number and a private link", async () => {
    const { page } = resident;
    await page.getByLabel("说说情况").fill("3号楼前下水道堵了 <b>很臭</b>");
    const arrived = page.waitForResponse((one) => one.url().includes("/photos?") && one.status() === 201);
    await page
      .locator("input[data-album]")
      .setInputFiles({ name: "现场.png", mimeType: "image/png", buffer: pngPicture(320, 240) });
    await arrived;
    await page.getByLabel("手机号").fill("13812345678");
    await page.getByRole("button", { name: "提交", exact: true }).click();
    await page.getByText("请阅读隐私告知，同意后再提交").first().waitFor();
    await page.getByText("同意", { exact: true }).click();
    await page.getByRole("button", { name: "提交", exact: true }).click();
    await page.getByRole("heading", { name: "已收到" }).waitFor();
    const number = await page.locator(".g-facts strong").innerText();
    link = await page.getByRole("link", { name: "看进度" }).getAttribute("href").then(String);
    assert.match(link, /^\/r\/progress\/[A-Za-z0-9_-]{43}$/);
    const dispatcher = await the().signInAs("dispatcher", "nanyuan");
    const { body } = await dispatcher.get<CasePage>(`/cases?q=${encodeURIComponent(number)}`);
    found = { number, id: body.items[0]?.id ?? "" };
    const { description, attachments } = await caseOf(dispatcher, found);
    assert.deepEqual([description, attachments.length], ["3号楼前下水道堵了 <b>很臭</b>", 1]);
    await says(/已派南苑街道城管中队，预计.+前办结/);
  });

  it("the office handles it without seeing who reported", async () => {
    await complete(handler, found, "签收", { decision: "accept" });
    await says(/城管中队正在办理/);
    await openTask(handler, found, "处置");
    await handler.page.getByRole("heading", { name: "居民上报" }).waitFor();
    assert.equal(await handler.page.getByRole("button", { name: "查看电话" }).count(), 0);
    assert.doesNotMatch(await handler.page.content(), /138(\*{4}|1234)5678/);
    await complete(handler, found, "处置", { outcome: "done", result: "已疏通，路面冲洗干净", photos: true });
    await complete(verifier, found, "现场核查", { outcome: "pass", opinion: "已疏通", photos: true });
    await says(/已办结/);
    await resident.page.getByText("已疏通，路面冲洗干净").waitFor();
  });

  it("不满意 takes it up again, for the office to read why", async () => {
    await rate("不满意", "第二天又堵了");
    await resident.page.getByText(/重新办理，办结后请您再评价一次/).waitFor();
    await openTask(handler, found, "处置");
    await handler.page.getByText("第二天又堵了").first().waitFor();
    await handler.page.getByText("居民不满意重办 1 次").waitFor();
    await complete(handler, found, "处置", { outcome: "done", result: "已更换管道", photos: true });
    await complete(verifier, found, "现场核查", { outcome: "pass", opinion: "已更换", photos: true });
    await says(/已办结/);
    await rate("满意");
    await resident.page.getByText("谢谢您的评价").waitFor();
  });

  it("the leader sees both ratings on the case", async () => {
    const leader = await the().signInAs("leader", "nanyuan");
    const { summary, resident: said } = await caseOf(leader, found);
    assert.deepEqual([summary.state, summary.reopens, summary.rating], ["closed", 1, "satisfied"]);
    assert.deepEqual(
      said?.ratings.map((each) => each.rating),
      ["dissatisfied", "satisfied"],
    );
    await leader.page.goto(`/desk/case/${found.id}`);
    await leader.page.getByText("居民评价：满意").waitFor();
    await leader.page.getByText("居民评价：不满意").waitFor();
    assert.deepEqual([...resident.mishaps, ...handler.mishaps, ...leader.mishaps], []);
  });

  it("speaks English, and says clearly when a code or link is wrong", async () => {
    const { page, mishaps } = await the().visitor(true);
    await page.goto("/r/BJ1-0101");
    await page.getByRole("heading", { name: "What do you want to report?" }).waitFor();
    await page.getByRole("button", { name: "Street lamp out" }).click();
    await page.getByLabel("What is wrong").waitFor();
    await page.goto("/r/nowhere");
    await page.getByText("No grid or door belongs to this code").waitFor();
    await page.goto(`/r/progress/${"a".repeat(43)}`);
    await page.getByText("The link is not right").waitFor();
    assert.deepEqual(mishaps, []);
  });

  it("the office prints boards of its grids with the code to report at", async () => {
    const dispatcher = await the().signInAs("dispatcher", "nanyuan");
    const { page } = dispatcher;
    await page.goto("/admin/boards");
    await page.getByRole("heading", { name: "幸福社区第1网格" }).waitFor();
    assert.equal(await page.locator(".gl-board").count(), 8);
    assert.deepEqual(await axeViolations(page), []);
    await page.emulateMedia({ media: "print" });
    const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length;
    assert.equal(pages, 8, "one A4 page a board");
  });
});
