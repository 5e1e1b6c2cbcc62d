/** The settings page at both sizes and in both languages: nothing for axe, nothing beyond the edge, and who was first. */
import assert from "node:assert/strict";
import type { StreetSettings } from "../../../server/contract/types.ts";
import { axeViolations, phone } from "../../support/browser.ts";
import { deskPage, inChromium, livingCity } from "../../support/living-city.ts";

inChromium("the settings page", () => {
  const path = "/streets/beihe/settings";
  const overflow = () => document.documentElement.scrollWidth - window.innerWidth;

  it("fits the desk and the phone, in Chinese and English, light and dark", async () => {
    const { server } = await livingCity();
    const leader = await server.as("leader", "beihe");
    for (const options of [{}, { size: phone, english: true }, { size: phone, dark: true }]) {
      const { page, mishaps } = await deskPage(leader, "/admin/settings", options);
      await page.locator(".gs-chain li").first().waitFor();
      assert.deepEqual(await axeViolations(page), [], JSON.stringify(options));
      assert.ok((await page.evaluate(overflow)) <= 0, "nothing beyond the edge");
      assert.deepEqual(mishaps, []);
      await page.context().close();
    }
  });

  it("may be looked at by who may not publish", async () => {
    const { server } = await livingCity();
    const { page } = await deskPage(await server.as("dispatcher", "beihe"), "/admin/settings");
    await page.getByText("您可以查看设置").waitFor();
    assert.equal(await page.getByLabel("签收时限：数值").isDisabled(), true);
    assert.equal(await page.getByRole("button", { name: /恢复市级值/ }).count(), 0);
    await page.context().close();
  });

  it("keeps a draft over a reload, and names who was first when another has published", async () => {
    const { server } = await livingCity();
    const leader = await server.as("leader", "beihe");
    const other = await server.as("designer", "beihe");
    const { page } = await deskPage(leader, "/admin/settings");
    await page.getByLabel("派遣时限：数值").fill("3");
    await page.getByText("1 处修改尚未发布").waitFor();
    await page.reload();
    await page.getByText("1 处修改尚未发布").waitFor();

    const { version } = (await other.get<StreetSettings>(path)).body;
    const change = { kind: "parameter", definition: "parameters", item: "approvalLimit" };
    const set = { ...change, action: "set", attribute: "value", value: { value: 6, clock: "workHour" } };
    assert.equal((await other.post(path, { version, changes: [set], reason: "调整" })).status, 201);

    await page.locator(".gs-bar").getByRole("button", { name: "发布", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "发布街道设置" });
    await dialog.getByLabel("修改理由").fill("大厅人手不足");
    await dialog.getByRole("button", { name: "确认发布" }).click();
    await dialog.getByText(new RegExp(`${other.session.person.name}已在.*修改并发布`)).waitFor();
    await dialog.getByRole("button", { name: "载入最新设置" }).click();
    await page.getByText(`本街道第 ${String(version + 1)} 版`).waitFor();
    await dialog.getByRole("button", { name: "确认发布" }).click();
    await dialog.waitFor({ state: "hidden" });
    const { body } = await leader.get<StreetSettings>(path);
    assert.equal(body.version, version + 2);

    const back = { version: body.version, to: version, reason: "恢复" };
    assert.equal((await leader.post(`${path}/restore`, back)).status, 201);
    await page.context().close();
  });

  it("adds a rung of the street's own, told at its field when the city forbids", async () => {
    const { server } = await livingCity();
    const { page } = await deskPage(await server.as("leader", "beihe"), "/admin/settings");
    const ladder = page.getByRole("region", { name: "处置时限" });
    await ladder.getByRole("button", { name: "增加一档" }).click();
    await ladder.getByText("本街道增加").waitFor();
    const [first] = await ladder.getByLabel("“提醒”用时百分比").all();
    await first?.fill("95");
    await ladder.getByText(/只能比上级更严/).waitFor();
    await page.getByRole("button", { name: "放弃修改" }).click();
    await ladder.getByText("本街道增加").waitFor({ state: "hidden" });
    await page.context().close();
  });
});
