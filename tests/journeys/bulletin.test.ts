import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Download, Page } from "playwright-core";
import { axeViolations, desk, phone } from "../support/browser.ts";
import { deskPage, inChromium, livingCity } from "../support/living-city.ts";
import { unzip } from "../support/unzip.ts";

/** A leader reads what the month was, looks behind its figures and takes the paper away. */
inChromium("journey: the monthly bulletin", () => {
  const leader = async () => (await livingCity()).server.as("leader", "nanyuan");

  async function download(page: Page, name: string): Promise<Download> {
    const [got] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
    return got;
  }

  async function filesOf(got: Download): Promise<ReadonlyMap<string, string>> {
    return unzip(readFileSync(await got.path()));
  }

  it("is read, and the cases behind a figure are as many as it says", async () => {
    const { page, mishaps } = await deskPage(await leader(), "/desk/bulletin?month=2026-10");
    await page.getByRole("heading", { name: "南苑街道网格化服务管理工作通报" }).waitFor();
    const row = page.getByRole("region", { name: "各单位办理情况" }).getByRole("row", { name: /^幸福社区/ });
    const figure = row.getByRole("link").first();
    const count = Number(await figure.innerText());
    assert.ok(count > 0);
    await figure.press("Enter");
    await page.getByRole("heading", { name: /^上报数 南苑街道 · 幸福社区 · 2026年10月/ }).waitFor();
    assert.equal(await page.getByRole("status").innerText(), `共 ${String(count)} 件`);
    assert.equal(await page.locator(".rs-cases tbody tr").count(), count);
    await page.locator(".rs-cases tbody a").first().press("Enter");
    await page.locator(".gl-timeline li").first().waitFor();
    await page.goBack();
    await page
      .getByRole("button", { name: "返回考核评估" })
      .or(page.getByRole("link", { name: "返回考核评估" }))
      .press("Enter");
    await page.getByRole("heading", { name: "南苑街道网格化服务管理工作通报" }).waitFor();
    assert.deepEqual(mishaps, []);
    await page.context().close();
  });

  it("is taken away for Word and Excel", async () => {
    const { page } = await deskPage(await leader(), "/desk/bulletin?month=2026-10");
    const word = await download(page, "下载 Word");
    assert.equal(word.suggestedFilename(), "南苑街道网格化服务管理工作通报 2026-10.docx");
    const said = await page.locator(".rs-paper section p").first().innerText();
    const text = ((await filesOf(word)).get("word/document.xml") ?? "").replaceAll(/<[^>]*>/g, "");
    assert.ok(text.includes(said), said);
    const excel = await download(page, "下载 Excel");
    assert.ok([...(await filesOf(excel)).values()].join("").includes(said));
    await page.context().close();
  });

  it("has figures whose formula is told, whose trend is a picture and a table, and whose rows are ranked", async () => {
    const { page } = await deskPage(await leader(), "/desk/results?month=2026-10");
    await page.getByRole("button", { name: "“按期结案率”怎么算的" }).click();
    await page.getByText("本期应结案中按期结案的").first().waitFor();
    await page.keyboard.press("Escape");
    assert.match(
      (await page.locator(".rs-chart").getAttribute("aria-label")) ?? "",
      /按期结案率，2026年9月至2026年10月：/,
    );
    await page.getByText("查看数据表").click();
    assert.equal(await page.locator("details tbody tr").count(), 2);
    await page.getByRole("button", { name: "网格", exact: true }).click();
    const table = page.getByRole("region", { name: "网格" });
    await table.getByRole("button", { name: "按“上报数”排序" }).click();
    const values = await table.locator("tbody tr td:nth-child(2)").allInnerTexts();
    assert.deepEqual(
      values.map(Number),
      values.map(Number).toSorted((a, b) => b - a),
    );
    assert.equal(await table.locator("tbody .rs-rank").first().innerText(), "1");
    await page.context().close();
  });

  for (const [name, path, shown] of [
    ["results", "/desk/results?month=2026-10", ".rs-chart svg"],
    ["cases of a figure", "/desk/results/cases?month=2026-10&indicator=onTimeRate&side=of", ".rs-cases"],
    ["accounts of a figure", "/desk/results/accounts?month=2026-10&indicator=activity", ".rs-cases"],
    ["bulletin", "/desk/bulletin?month=2026-10", ".rs-paper"],
    ["bulletin of an empty month", "/desk/bulletin?month=2025-02", ".rs-paper"],
  ] as const)
    for (const size of [desk, phone])
      it(`${name}: nothing for axe to find, light and dark, at ${String(size.width)}, nothing too wide`, async () => {
        for (const dark of [false, true]) {
          const { page, mishaps } = await deskPage(await leader(), path, { size, dark });
          await page.locator(shown).first().waitFor();
          assert.deepEqual(await axeViolations(page), [], `${name} ${dark ? "dark" : "light"}`);
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wider <= 0, `${String(wider)} px too wide`);
          assert.deepEqual(mishaps, []);
          await page.context().close();
        }
      });
});
