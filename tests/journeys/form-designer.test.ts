/** An administrator makes a form without code, a worker fills it in on the phone, and the ledger shows it and lets it out. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { addPerson } from "../../server/store/people.ts";
import { readWorkbook } from "../../server/external/read-workbook.ts";
import { axeViolations, desk } from "../support/browser.ts";
import { journey, type Actor } from "../support/journey.ts";

interface Wanted {
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
}

/** Eight fields of a visit to a shop. */
const fields: readonly Wanted[] = [
  { kind: "单行文字", zh: "店名", en: "Shop name" },
  { kind: "单选", zh: "业态", en: "Trade" },
  { kind: "整数", zh: "从业人数", en: "Staff" },
  { kind: "电话", zh: "联系电话", en: "Phone" },
  { kind: "是否", zh: "有灭火器", en: "Extinguisher" },
  { kind: "日期", zh: "复查日期", en: "Next visit" },
  { kind: "位置", zh: "店铺位置", en: "Shop position" },
  { kind: "多行文字", zh: "情况说明", en: "Remarks" },
];

const property = (page: Page, label: string) =>
  page.getByRole("region", { name: "属性" }).getByLabel(label, { exact: true });
const rowNames = (page: Page) =>
  page.locator("[data-row]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-row") ?? ""));
const saved = (page: Page) => page.locator(".fd-saving").getByText("已保存").waitFor();

async function addField(page: Page, { kind, zh, en }: Wanted): Promise<void> {
  await page.getByRole("button", { name: `添加${kind}`, exact: true }).click();
  // One click a field: the name is there to be overwritten.
  await property(page, "名称").and(page.locator(":focus")).waitFor();
  await page.keyboard.insertText(zh);
  await property(page, "英文名称").fill(en);
  await property(page, "填写说明").focus();
}

journey("a form made without code", (journey) => {
  let admin: Actor;
  let worker: Actor;

  it("begins with a name and takes eight fields", async function () {
    this.timeout(90_000);
    admin = await journey().signInAs("designer", "yunjin");
    const { page } = admin;
    await page.goto("/admin/forms");
    await page.getByRole("button", { name: "新建表单" }).click();
    await page.getByText("导入文件", { exact: true }).click();
    const broken = { name: "坏文件.json", mimeType: "application/json", buffer: Buffer.from('{"schema": {') };
    await page.locator("input[type=file]").setInputFiles(broken);
    await page.getByRole("alert").getByText("文件不是正确的 JSON，没有导入任何内容").waitFor();
    await page.getByText("空白表单", { exact: true }).click();
    await page.getByRole("button", { name: "开始设计" }).click();
    await page.getByRole("alert").getByText("请填写表单名称").waitFor();
    await page.getByLabel("表单名称").fill("商铺走访登记");
    await page.getByLabel("英文名称").fill("Shop visit");
    await page.getByRole("button", { name: "开始设计" }).click();
    await page.getByText("从左侧拖入字段").waitFor();
    for (const field of fields) await addField(page, field);
    assert.deepEqual(await rowNames(page), [
      ...["shopName", "trade", "staff", "phone", "extinguisher", "nextVisit", "shopPosition", "remarks"],
    ]);
    assert.deepEqual(admin.mishaps, []);
  });

  it("is ordered, copied, deleted and undone by keys alone", async () => {
    const { page } = admin;
    const before = await rowNames(page);
    await page.locator('[data-row="remarks"]').focus();
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press("Alt+ArrowUp");
    assert.deepEqual((await rowNames(page)).slice(5), ["remarks", "nextVisit", "shopPosition"]);
    await page.keyboard.press("Control+d");
    assert.equal((await rowNames(page)).length, 9);
    await page.keyboard.press("Delete");
    await page.keyboard.press("Delete");
    assert.equal((await rowNames(page)).length, 7);
    for (let n = 0; n < 5; n++) await page.keyboard.press("Control+z");
    assert.deepEqual(await rowNames(page), before);
    await page.keyboard.press("Control+y");
    await page.keyboard.press("Control+z");
    assert.deepEqual(await rowNames(page), before);
    await page.getByRole("button", { name: "添加检查清单" }).focus();
    await page.keyboard.press("Enter");
    assert.equal((await rowNames(page)).length, 9);
    await page.keyboard.press("Control+z");
  });

  it("is ordered by dragging too", async () => {
    const { page } = admin;
    await page.locator('[data-row="trade"]').click();
    const handle = await page.locator(".fd-handle").boundingBox();
    const target = await page.locator('[data-row="staff"]').boundingBox();
    assert.ok(handle && target);
    await page.mouse.move(handle.x + 10, handle.y + 10);
    await page.mouse.down();
    await page.mouse.move(handle.x + 10, handle.y + 40, { steps: 4 });
    await page.mouse.move(handle.x - 40, target.y + target.height - 8, { steps: 8 });
    await page.locator(".fd-row.drop-after").waitFor();
    await page.mouse.up();
    await page
      .locator('[data-row="staff"] >> xpath=following::*[@data-row][1]')
      .and(page.locator('[data-row="trade"]'))
      .waitFor();
  });

  it("moves a whole section by dragging and by keys", async () => {
    const { page } = admin;
    const sections = () =>
      page
        .locator(".f-section")
        .evaluateAll((all) => all.map((one) => one.querySelectorAll("[data-kind=field]").length));
    await page.locator('[data-row="shopName"]').click();
    await page.getByRole("button", { name: "添加分组", exact: true }).click();
    await page.locator('[data-row="phone"]').click();
    await page.getByRole("button", { name: "添加分组", exact: true }).click();
    assert.deepEqual(await sections(), [4, 4]);
    await page.locator('[data-kind="section"]').nth(1).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Alt+ArrowUp");
    assert.equal((await rowNames(page))[1], "extinguisher");
    // Both ends of the drag on one screen.
    await page.setViewportSize({ width: 1440, height: 1800 });
    const handle = await page.locator(".fd-section .fd-handle").boundingBox();
    const target = await page.locator('[data-row="phone"]').boundingBox();
    assert.ok(handle && target);
    await page.mouse.move(handle.x + 10, handle.y + 10);
    await page.mouse.down();
    await page.mouse.move(handle.x + 10, handle.y + 40, { steps: 4 });
    await page.mouse.move(handle.x - 40, target.y + target.height / 2, { steps: 8 });
    await page.locator(".f-section.drop-after").waitFor();
    await page.mouse.up();
    await page.locator(".f-section").first().locator('[data-row="shopName"]').waitFor();
    await page.setViewportSize(desk);
    for (let n = 0; n < 4; n++) await page.keyboard.press("Control+z");
    assert.equal(await page.locator(".f-section").count(), 0);
  });

  it("asks for the remarks only where there is no extinguisher", async () => {
    const { page } = admin;
    await page.locator('[data-row="remarks"]').click();
    await page.getByRole("tab", { name: "条件" }).click();
    await page.getByRole("combobox", { name: "什么时候显示" }).click();
    await page.getByTitle("满足条件时才显示").click();
    await property(page, "看哪个字段").click();
    await page.getByTitle("有灭火器").last().click();
    await page.getByRole("combobox", { name: "关系" }).click();
    await page.getByTitle("不是", { exact: true }).last().click();
    await page.locator(".fd-phone").getByText("当“有灭火器”不是“是”时显示").waitFor();
    await saved(page);
    assert.deepEqual(await axeViolations(page), []);
  });

  it("names what is missing before it can be published", async () => {
    const { page } = admin;
    await page.locator('[data-row="shopName"]').click();
    await property(page, "必填").click();
    await property(page, "名称").fill("");
    await page.getByRole("button", { name: "发布", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("字段“shopName”没有名称").waitFor();
    assert.equal(await dialog.getByRole("button", { name: "确认发布" }).isDisabled(), true);
    await dialog.getByRole("button", { name: "继续设计" }).click();
    await property(page, "名称").fill("店名");
    await page.locator('[data-row="trade"]').click();
    await page.getByLabel("名称 1").fill("餐饮");
    await page.getByLabel("英文 1").fill("Food");
    await page.getByLabel("名称 2").fill("零售");
    await page.getByLabel("英文 2").fill("Retail");
    await saved(page);
  });

  it("is filled in for trial with the real verdict", async () => {
    const { page } = admin;
    await page.getByRole("button", { name: "预览" }).click();
    await page.getByRole("button", { name: "检查填写" }).click();
    await page.locator(".f-error").getByText("请填写“店名”").waitFor();
    await page.getByLabel("店名").fill("老陈面馆");
    await page.getByRole("button", { name: "检查填写" }).click();
    await page.getByText("填写无误，可以提交").waitFor();
    await page.getByRole("button", { name: "返回设计" }).click();
  });

  it("is published with a note, and axe finds nothing on the designer", async () => {
    const { page } = admin;
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole("button", { name: "发布", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("发布说明").fill("首次使用");
    await dialog.getByRole("button", { name: "确认发布" }).click();
    await dialog.getByText("网格员手机上现在就能填写。").waitFor();
    assert.deepEqual(admin.mishaps, []);
  });

  it("stands on the worker's phone at once and is filled in there", async () => {
    worker = await journey().signInAs("gridWorker", "xingfuGrid1");
    const { page } = worker;
    await page.getByRole("link", { name: "信息采集" }).click();
    await page.getByRole("link", { name: "商铺走访登记" }).click();
    await page.getByLabel("店名").fill("老陈面馆");
    await page.getByText("餐饮", { exact: true }).click();
    await page.getByLabel("从业人数").fill("6");
    await page.getByLabel("情况说明").waitFor();
    await page.getByRole("radiogroup", { name: "有灭火器" }).getByRole("radio", { name: "是", exact: true }).check();
    await page.getByLabel("情况说明").waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByText("提交成功").first().waitFor();
    assert.deepEqual(worker.mishaps, []);
  });

  it("has its ledger, which goes out as Excel", async () => {
    const { page, mishaps } = await journey().signInAs("dispatcher", "nanyuan");
    await page.goto("/desk/records?form=shopVisit");
    const row = page.getByRole("row").filter({ hasText: "老陈面馆" });
    await row.waitFor();
    assert.match((await row.textContent()) ?? "", /餐饮.*|6/);
    assert.deepEqual(await axeViolations(page), []);
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出 Excel" }).click();
    const file = await (await waiting).path();
    const book = await readWorkbook(new Uint8Array(readFileSync(file)));
    assert.ok(book?.rows.some((cells) => cells.includes("老陈面馆") && cells.includes("餐饮")));
    assert.deepEqual(mishaps, []);
  });

  it("tells two people who edit it of each other, and overwrites nothing in silence", async () => {
    const { page } = admin;
    const { store } = journey().server.running.container;
    await store.write((tx) =>
      addPerson(tx, { id: "second-designer", name: "乙设计", grants: [{ unit: "yunjin", role: "designer" }], at: 0 }),
    );
    const second = await journey().server.asPerson("second-designer");
    await page.getByRole("dialog").getByRole("button", { name: "关闭" }).last().click();
    const path = "/definitions/yunjin/form/shopVisit/draft";
    const { body } = await second.get<{ content: string; editSequence: number }>(path);
    const theirs = { content: body.content.replace("店名", "商铺名称"), editSequence: body.editSequence };
    assert.equal((await second.put(path, theirs)).status, 200);
    await page.locator('[data-row="remarks"]').click();
    await property(page, "名称").fill("备注");
    const note = page.getByRole("alert").filter({ hasText: "乙设计" });
    await note.waitFor();
    assert.match((await second.get<{ content: string }>(path)).body.content, /商铺名称/);
    await note.getByRole("button", { name: "采用对方的" }).click();
    await page.locator(".fd-phone").getByText("商铺名称").waitFor();
    await saved(page);
    await page.keyboard.press("Control+z");
    await page.locator(".fd-phone").getByText("备注").waitFor();
  });
});
