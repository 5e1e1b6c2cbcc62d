import assert from "node:assert/strict";
import type { CasePage } from "../../../server/contract/types.ts";
import { deskPage, inChromium, livingCity, openTask, reportSewer, signFor } from "../../support/living-city.ts";

inChromium("the inbox of the desk", () => {
  it("lists what waits, 40 pixels a row, each with its clock in colour, sign and words", async () => {
    const { server } = await livingCity();
    const { page, mishaps } = await deskPage(await server.as("dispatcher", "nanyuan"), "/desk");
    await page.locator(".gl-row").first().waitFor();
    const heights = await page
      .locator(".gl-row")
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    assert.deepEqual([...new Set(heights.map((height) => Math.round(height)))], [40]);
    const clocks = page.locator(".gl-row .gl-clock");
    for (const words of await clocks.allInnerTexts()) assert.match(words, /还剩|超时|挂起|时限|办结/);
    assert.equal(await clocks.first().locator("svg").count(), 1);
    assert.deepEqual(mishaps, []);
    await page.context().close();
  });

  it("keeps filters in the address, through reload and clearing", async () => {
    const { server } = await livingCity();
    const client = await server.as("dispatcher", "nanyuan");
    const { page } = await deskPage(client, "/desk?view=cases&state=closed");
    await page.locator(".gl-row").first().waitFor();
    const states = await page.locator(".gl-row .gl-col-state").allInnerTexts();
    assert.deepEqual([...new Set(states)], ["已结案"]);
    const { body } = await client.get<CasePage>("/cases?state=closed&limit=1");
    await page.getByText(`共 ${String(body.total)} 条`).waitFor();
    await page.getByRole("button", { name: "清除条件" }).click();
    await page.waitForURL((url) => !url.search.includes("state"));
    await page.getByLabel("编号、地址、事项").first().fill("没有这个地方");
    await page.waitForURL(/q=/);
    await page.getByText("没有符合条件的记录").waitFor();
    await page.reload();
    await page.getByText("没有符合条件的记录").waitFor();
    await page.context().close();
  });

  it("is worked by keys: j, k, Enter, / and ?", async () => {
    const { server } = await livingCity();
    const { page } = await deskPage(await server.as("dispatcher", "nanyuan"), "/desk?view=cases");
    const chosen = () => page.locator(".gl-row-chosen").getAttribute("data-row");
    await page.locator(".gl-row-chosen").waitFor();
    const first = await chosen();
    await page.keyboard.press("j");
    await page.waitForFunction(
      (before) => document.querySelector(".gl-row-chosen")?.getAttribute("data-row") !== before,
      first,
    );
    await page.keyboard.press("k");
    await page.waitForFunction(
      (before) => document.querySelector(".gl-row-chosen")?.getAttribute("data-row") === before,
      first,
    );
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByText("键盘操作").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "inbox-search");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`/desk/case/${String(first)}`));
    await page.context().close();
  });

  it("loads more at the end and counts all", async () => {
    const { server } = await livingCity();
    const { page } = await deskPage(await server.as("dispatcher", "nanyuan"), "/desk?view=cases");
    await page.locator(".gl-row").first().waitFor();
    const before = await page.locator(".gl-row").count();
    await page.getByRole("button", { name: "加载更多" }).click();
    await page.waitForFunction((count) => document.querySelectorAll(".gl-row").length > count, before);
    const ids = await page.locator(".gl-row").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-row")));
    assert.equal(new Set(ids).size, ids.length);
    await page.context().close();
  });

  it("does not move the rows under the pointer when somebody else works", async () => {
    const { server } = await livingCity();
    const handler = await server.as("handler", "nanyuanUrban");
    const task = await openTask(handler, await reportSewer(), "签收");
    const { page } = await deskPage(handler, "/desk?view=toSign");
    await page.locator(`[data-row="${task.street}:${task.id}"]`).waitFor();
    const ids = () => page.locator(".gl-row").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-row")));
    const before = await ids();
    await page.locator(".gl-row").first().hover();
    await signFor(handler, task);
    await page.locator(`.gl-row-gone[data-row="${task.street}:${task.id}"]`).waitFor({ timeout: 20_000 });
    assert.deepEqual((await ids()).slice(0, before.length), before);
    await page.mouse.move(5, 400);
    await page.locator(".gl-row-gone").waitFor({ state: "detached" });
    await page.context().close();
  });

  it("finds a case by its number with Ctrl-K", async () => {
    const { server } = await livingCity();
    const client = await server.as("dispatcher", "nanyuan");
    const { body } = await client.get<CasePage>("/cases?limit=1");
    const wanted = body.items[0];
    assert.ok(wanted !== undefined);
    const { page } = await deskPage(client, "/desk");
    await page.locator(".gl-search").waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("textbox").fill(wanted.number);
    await page.getByRole("dialog").getByText(wanted.number).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`/desk/case/${wanted.id}`));
    await page.context().close();
  });

  it("changes language without a reload", async () => {
    const { server } = await livingCity();
    const { page } = await deskPage(await server.as("dispatcher", "nanyuan"), "/desk");
    await page.getByRole("heading", { name: "待办" }).waitFor();
    await page.evaluate(() => document.body.setAttribute("data-same-page", ""));
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "To do" }).waitFor();
    assert.equal(await page.locator("body[data-same-page]").count(), 1);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    await page.context().close();
  });

  it("says what is wrong, with a code and a way to try again, when the server fails", async () => {
    const { server } = await livingCity();
    const { page } = await deskPage(await server.as("dispatcher", "nanyuan"), "/desk/report");
    await page.route("**/api/tasks?**", (route) =>
      route.fulfill({
        status: 503,
        json: { error: { code: "BUSY", zh: "服务器正忙，请稍后重试。", en: "Busy.", requestId: "r1" } },
      }),
    );
    await page.getByRole("link", { name: "工作台" }).click();
    await page.getByRole("alert").getByText("服务器正忙，请稍后重试。").waitFor();
    await page.getByText("BUSY").waitFor();
    await page.unroute("**/api/tasks?**");
    await page.getByRole("button", { name: "重试" }).click();
    await page.locator(".gl-row").first().waitFor();
    await page.context().close();
  });
});
