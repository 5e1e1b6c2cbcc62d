import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { DefinitionSummary } from "../../../server/contract/types.ts";
import { deskPage, inChromium, livingCity } from "../../support/living-city.ts";

const eventLoop = readFileSync(new URL("../../../definitions/city/processes/eventLoop.bpmn", import.meta.url), "utf8");
const ladder = readFileSync(new URL("../../../definitions/city/ladders/signing.json", import.meta.url), "utf8");

async function choosePack(page: import("playwright-core").Page, title: string): Promise<void> {
  await page.getByLabel("发布到哪个内容包").click();
  await page.locator(".ant-select-item-option").getByText(title, { exact: true }).click();
}

inChromium("the administration", () => {
  it("lists what is deployed by kind and pack", async () => {
    const { server } = await livingCity();
    const client = await server.as("designer", "yunjin");
    const { body } = await client.get<DefinitionSummary[]>("/definitions");
    const { page, mishaps } = await deskPage(client, "/admin");
    await page.getByText(`共 ${String(body.length)} 项`).waitFor();
    await page.getByRole("navigation", { name: "类别" }).getByRole("button", { name: /流程/ }).click();
    await page.waitForURL(/kind=process/);
    const processes = body.filter((each) => each.kind === "process").length;
    await page.getByText(`共 ${String(processes)} 项`).waitFor();
    assert.deepEqual(mishaps, []);
    await page.context().close();
  });

  it("names a street that has only changed the city's content, and says where that stands", async () => {
    const { server } = await livingCity();
    const { page, mishaps } = await deskPage(await server.as("designer", "yunjin"), "/admin");
    await page.getByText("北河街道", { exact: true }).click();
    await page.waitForURL(/pack=beihe/);
    await page.getByText("没有自己的定义").waitFor();
    await page.getByRole("button", { name: "查看街道设置" }).click();
    await page.getByRole("heading", { name: "北河街道 · 街道设置" }).waitFor();
    assert.deepEqual(mishaps, []);
    await page.context().close();
  });

  it("draws a process with its versions and its file", async () => {
    const { server } = await livingCity();
    const client = await server.as("designer", "yunjin");
    const { body } = await client.get<DefinitionSummary[]>("/definitions?kind=process");
    const process = body.find((each) => each.key === "eventLoop");
    assert.ok(process !== undefined);
    const { page } = await deskPage(client, `/admin/${process.pack}/process/eventLoop`);
    await page.locator(".djs-element[data-element-id=signFor]").waitFor({ timeout: 30_000 });
    await page.locator(".bjs-powered-by").waitFor({ state: "visible" });
    await page.getByRole("tab", { name: /版本/ }).click();
    await page.getByRole("cell", { name: "v1" }).waitFor();
    await page.getByRole("tab", { name: "原文件" }).click();
    assert.match(await page.locator(".gl-file").innerText(), /<bpmn:definitions/);
    await page.context().close();
  });

  it("shows the responsibility table in words, not codes", async () => {
    const { server } = await livingCity();
    const client = await server.as("designer", "yunjin");
    const { body } = await client.get<DefinitionSummary[]>("/definitions?kind=decision");
    const table = body.find((each) => each.key === "responsibility");
    assert.ok(table !== undefined);
    const { page } = await deskPage(client, `/admin/${table.pack}/decision/responsibility`);
    await page.locator(".gl-decision tbody tr").first().waitFor();
    await page.getByText("北河派出所").first().waitFor();
    assert.match(await page.locator(".gl-decision").innerText(), /条件[\s\S]*结果/);
    await page.context().close();
  });

  it("previews a form in a phone, checked as in earnest and never sent", async () => {
    const { server } = await livingCity();
    const client = await server.as("designer", "yunjin");
    const { body } = await client.get<DefinitionSummary[]>("/definitions?kind=form");
    const form = body.find((each) => each.key === "signFor");
    assert.ok(form !== undefined);
    const { page } = await deskPage(client, `/admin/${form.pack}/form/signFor`);
    const phone = page.getByRole("group", { name: "手机预览" });
    await phone.getByRole("button", { name: "检查填写" }).click();
    await phone
      .getByText(/还有 1 处/)
      .first()
      .waitFor();
    await phone.getByText("签收", { exact: true }).last().click();
    await phone.getByRole("button", { name: "检查填写" }).click();
    await page.getByText("这是预览，没有提交").waitFor();
    await page.context().close();
  });

  it("refuses a flow with what the engine cannot run and points at it on the diagram", async () => {
    const { server } = await livingCity();
    const { page } = await deskPage(await server.as("designer", "yunjin"), "/admin/deploy");
    const bad = eventLoop
      .replace(
        /<bpmn:businessRuleTask id="determineOwner"/,
        '<bpmn:scriptTask id="determineOwner" scriptFormat="javascript"',
      )
      .replace("</bpmn:businessRuleTask>", "</bpmn:scriptTask>");
    assert.notEqual(bad, eventLoop);
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "eventLoop.bpmn", mimeType: "application/xml", buffer: Buffer.from(bad) });
    await choosePack(page, "云锦市基础包");
    await page.getByRole("button", { name: "检查", exact: true }).click();
    await page.getByText(/处错误，改正后才能发布/).waitFor();
    assert.equal(await page.getByRole("button", { name: "发布", exact: true }).isDisabled(), true);
    await page.locator(".gl-problems").getByRole("button", { name: "determineOwner" }).first().click();
    await page.locator(".djs-element.gl-focus[data-element-id=determineOwner]").waitFor({ timeout: 30_000 });
    await page.context().close();
  });

  it("checks, publishes after a warning what it means, and shows the new version", async () => {
    const { server } = await livingCity();
    const client = await server.as("designer", "yunjin");
    const before = (await client.get<DefinitionSummary[]>("/definitions?kind=ladder")).body.find(
      (each) => each.key === "signing",
    );
    assert.ok(before !== undefined);
    const { page } = await deskPage(client, "/admin/deploy");
    const changed = ladder.replace('"签收', '"新签收');
    assert.notEqual(changed, ladder);
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "signing.json", mimeType: "application/json", buffer: Buffer.from(changed) });
    await choosePack(page, "云锦市基础包");
    await page.getByRole("button", { name: "检查", exact: true }).click();
    await page.getByText(/检查通过|没有错误/).waitFor();
    await page.getByRole("button", { name: "发布", exact: true }).click();
    await page.getByRole("dialog").getByText("正在办理的案件仍按立案时的版本办完").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "发布" }).click();
    await page
      .getByText(new RegExp(`已发布 signing 第 ${String(before.version + 1)} 版`))
      .first()
      .waitFor();
    await page.context().close();
  });

  it("prints place codes and nothing else", async () => {
    const { server } = await livingCity();
    const { page } = await deskPage(await server.as("designer", "yunjin"), "/admin/places");
    await page.locator(".gl-code-card img").first().waitFor();
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>(".gl-code-card img")?.naturalWidth !== 0);
    await page.emulateMedia({ media: "print" });
    for (const part of [".gl-rail", ".gl-top", ".gl-admin-head"])
      assert.equal(await page.locator(part).first().isVisible(), false, part);
    assert.equal(await page.locator(".gl-code-card").first().isVisible(), true);
    await page.context().close();
  });
});
