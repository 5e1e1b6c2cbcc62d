import assert from "node:assert/strict";
import { axeViolations, desk, newDevice, phone } from "../../support/browser.ts";
import { startTestServer } from "../../support/server.ts";
import { inChromium, livingCity } from "../../support/living-city.ts";

inChromium("signing in", () => {
  for (const size of [phone, desk])
    it(`offers every post by street, found by typing, at ${size.width} × ${size.height}`, async () => {
      const { browser, server } = await livingCity();
      const device = await newDevice(browser, server.url, { size });
      const page = await device.newPage();
      await page.goto("/");
      await page.waitForURL("**/sign-in");
      await page.waitForSelector(".post");
      assert.ok((await page.locator(".posts > h3").count()) >= 2);
      assert.deepEqual(await axeViolations(page), []);
      await page.getByPlaceholder("查找岗位").fill("幸福社区第3网格");
      const posts = await page.locator(".post-title").allInnerTexts();
      assert.ok(posts.length > 0 && posts.every((post) => post.includes("幸福社区第3网格")), posts.join());
      await page.getByPlaceholder("查找岗位").fill("没有这个岗位");
      await page.waitForSelector("text=没有找到");
      assert.deepEqual(await axeViolations(page), []);
      await page.getByRole("button", { name: "清除查找" }).click();
      await page.locator(".post", { hasText: "网格员 · 幸福社区第3网格" }).click();
      await page.waitForURL("**/m");
      await device.close();
    });

  it("moves the demo's clock and says what fell due", async () => {
    // A server of its own: the city's clock is everybody's.
    const [{ browser }, server] = await Promise.all([livingCity(), startTestServer()]);
    const device = await newDevice(browser, server.url);
    const page = await device.newPage();
    await page.goto("/sign-in");
    await page.locator(".post", { hasText: "网格员" }).first().click();
    await page.waitForURL("**/m");
    await page.getByRole("button", { name: "快进时间" }).click();
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole("button", { name: "快进 1 小时" }).click();
    await page.waitForSelector("text=/现在是 .*(到期事项|没有新的到期)/");
    await device.close();
    await server.stop();
  });
});
