import assert from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";
import { axeViolations, newDevice, signInAs } from "../../support/browser.ts";
import { inChromium, livingCity } from "../../support/living-city.ts";
import { pngPicture } from "../../support/pictures.ts";

/** A grid worker's phone, standing in his grid. */
async function workersPhone(
  options: { readonly english?: boolean } = {},
): Promise<{ device: BrowserContext; page: Page }> {
  const { browser, server } = await livingCity();
  const device = await newDevice(browser, server.url, { at: { longitude: 116.9052, latitude: 33.2083 }, ...options });
  const page = await device.newPage();
  await signInAs(page, "gridWorker", "xingfuGrid1");
  return { device, page };
}

async function openForm(page: Page, key: string): Promise<void> {
  await page.goto(`/m/form/${key}`);
  await page.waitForSelector(".f-root");
}

const send = (page: Page) => page.locator("button[type=submit]").click();
const summary = (page: Page) => page.locator(".f-summary button").allInnerTexts();
const description = (page: Page) => page.getByLabel("情况描述");

inChromium("a form on the phone", () => {
  for (const key of ["eventReport", "householdCollection", "dailyPatrol"])
    it(`shows ${key} at 390 × 844 without running over the edge or failing axe`, async () => {
      const { device, page } = await workersPhone();
      await openForm(page, key);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
      assert.deepEqual(await axeViolations(page), []);
      await send(page);
      await page.waitForSelector(".f-summary");
      assert.deepEqual(await axeViolations(page), []);
      await device.close();
    });

  it("says what is missing in Chinese, at the field and in a list that leads there", async () => {
    const { device, page } = await workersPhone();
    await openForm(page, "eventReport");
    await page.waitForSelector("text=位于");
    await send(page);
    assert.deepEqual(await summary(page), ["请拍摄“现场照片”", "请选择“事项类别”", "请填写“情况描述”"]);
    const texts = await page.locator(".f-error").allInnerTexts();
    assert.doesNotMatch(texts.join(""), /[A-Za-z]/);
    await page.locator(".f-summary button", { hasText: "情况描述" }).click();
    assert.equal(await description(page).evaluate((one) => one === document.activeElement), true);
    await description(page).fill("井盖破损，有人险些摔倒");
    assert.deepEqual(await summary(page), ["请拍摄“现场照片”", "请选择“事项类别”"]);
    await device.close();
  });

  it("judges a field when it is left, not while one writes", async () => {
    const { device, page } = await workersPhone();
    await openForm(page, "eventReport");
    await description(page).pressSequentially("井盖");
    assert.equal(await page.locator("#root .f-field.wrong").count(), 0);
    await description(page).blur();
    await page.waitForSelector("text=“情况描述”至少写 5 个字");
    assert.equal(await page.locator(".f-field.wrong").count(), 1);
    await device.close();
  });

  it("keeps focus and every letter while one writes", async () => {
    const { device, page } = await workersPhone();
    await openForm(page, "eventReport");
    const text = "二单元门口污水外溢，已经两天没人处理";
    await description(page).pressSequentially(text, { delay: 5 });
    assert.equal(await description(page).inputValue(), text);
    assert.equal(await description(page).evaluate((one) => one === document.activeElement), true);
    await device.close();
  });

  it("is still there after the tab was killed", async () => {
    const { device, page } = await workersPhone();
    await openForm(page, "eventReport");
    await description(page).fill("护栏倒在路中间");
    await page.waitForSelector("text=已保存到本机");
    await page.close({ runBeforeUnload: false });
    const again = await device.newPage();
    await openForm(again, "eventReport");
    assert.equal(await description(again).inputValue(), "护栏倒在路中间");
    await again.waitForSelector("text=已恢复上次没有提交的内容");
    await again.getByRole("button", { name: "清空重填" }).click();
    assert.equal(await description(again).inputValue(), "");
    await device.close();
  });

  it("is offered again on the home page while it is not sent", async () => {
    const { device, page } = await workersPhone();
    await openForm(page, "eventReport");
    await description(page).fill("路灯不亮");
    await page.waitForSelector("text=已保存到本机");
    await page.goto("/m");
    await page.getByRole("link", { name: "继续填写" }).click();
    await page.waitForSelector(".f-root");
    assert.equal(await description(page).inputValue(), "路灯不亮");
    await device.close();
  });

  it("is no draft when nobody wrote anything", async () => {
    const { device, page } = await workersPhone();
    await openForm(page, "eventReport");
    await page.waitForSelector("text=位于");
    await page.waitForTimeout(500);
    await page.goto("/m");
    await page.waitForSelector(".m-tiles");
    assert.equal(await page.getByRole("link", { name: "继续填写" }).count(), 0);
    await device.close();
  });

  it("keeps what stands in a branch that is closed and opened again, and answers nothing by itself", async () => {
    const { device, page } = await workersPhone();
    await openForm(page, "householdCollection");
    await page.getByText("部分完成", { exact: true }).click();
    assert.equal(await page.locator("[id$=informed] input:checked").count(), 0);
    await page.getByLabel("户主或联系人").fill("住户甲");
    await page.getByText("拒绝", { exact: true }).click();
    assert.equal(await page.getByLabel("户主或联系人").count(), 0);
    await page.getByText("部分完成", { exact: true }).click();
    assert.equal(await page.getByLabel("户主或联系人").inputValue(), "住户甲");
    await device.close();
  });

  it("takes photos from files, shows them small, and says when a file is none", async () => {
    const { device, page } = await workersPhone();
    await openForm(page, "eventReport");
    const album = page.locator("input[data-album]").first();
    const arrived = page.waitForResponse((one) => one.url().includes("/api/attachments?id=") && one.status() === 201);
    await album.setInputFiles({ name: "现场.png", mimeType: "image/png", buffer: pngPicture(2000, 1000) });
    const answer = (await (await arrived).json()) as { readonly type: string };
    assert.equal(answer.type, "image/jpeg");
    assert.equal(await page.locator(".f-photos li").count(), 1);
    const width = await page.locator(".f-photos img").evaluate((one) => (one as HTMLImageElement).naturalWidth);
    assert.equal(width, 1600);
    await album.setInputFiles({ name: "笔记.txt", mimeType: "text/plain", buffer: Buffer.from("不是照片") });
    await page.waitForSelector("text=这个文件不是照片");
    await page.getByRole("button", { name: "删除第 1 张照片" }).click();
    assert.equal(await page.locator(".f-photos li").count(), 0);
    await device.close();
  });

  it("loses no tap on a button below when an error appears above it", async () => {
    const { device, page } = await workersPhone();
    await openForm(page, "dailyPatrol");
    const first = page.locator(".f-check").first();
    await first.locator("label", { hasText: "问题" }).click();
    await page.getByRole("button", { name: "其余都正常" }).click();
    await page.waitForSelector("text=已查 16/16");
    await send(page);
    const missing = await summary(page);
    assert.equal(missing.length, 2, missing.join("\n"));
    await device.close();
  });

  it("speaks English without a Chinese word when asked to", async () => {
    const { device, page } = await workersPhone({ english: true });
    for (const key of ["eventReport", "householdCollection", "dailyPatrol"]) {
      await openForm(page, key);
      await send(page);
      await page.waitForSelector(".f-summary");
      assert.doesNotMatch((await page.locator(".f-summary").innerText()).replaceAll("“", ""), /[一-鿿]/);
    }
    assert.doesNotMatch(await page.locator(".f-root").innerText(), /[一-鿿]/);
    await device.close();
  });

  it("lets a pin be put on the map when the phone tells no position", async () => {
    const { browser, server } = await livingCity();
    const device = await newDevice(browser, server.url);
    const page = await device.newPage();
    await signInAs(page, "gridWorker", "xingfuGrid1");
    await openForm(page, "eventReport");
    await page.waitForSelector("text=请在地图上选点");
    await page.getByRole("button", { name: "在地图上选" }).click();
    await page.locator(".f-map").click({ position: { x: 150, y: 150 } });
    await page.getByRole("button", { name: "就是这里" }).click();
    await page.waitForSelector("text=地图上选定");
    await device.close();
  });
});
