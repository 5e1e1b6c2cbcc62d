import assert from "node:assert/strict";
import { deskPage, inChromium, livingCity } from "../../support/living-city.ts";

inChromium("reporting at the desk", () => {
  it("chooses matter and address, sees who will handle it, and opens the case", async () => {
    const { server } = await livingCity();
    const { page, mishaps } = await deskPage(await server.as("communityAcceptor", "xingfu"), "/desk/report");
    await page.getByRole("heading", { name: "新建上报" }).waitFor();
    await page.locator(".f-form").waitFor();
    await page.getByRole("button", { name: /选择事项/ }).click();
    const sheet = page.getByRole("dialog");
    await sheet.locator("input").first().fill("下水道");
    await sheet.getByText("下水道堵塞").first().click();
    await page.locator("[data-widget=place] input").first().fill("幸福");
    await page.locator("[data-widget=place] li button").first().click();
    await page.locator(".f-owner-facts").waitFor();
    assert.match(await page.locator(".f-owner").innerText(), /城管|单位/);
    assert.deepEqual(mishaps, []);
    await page.context().close();
  });
});
