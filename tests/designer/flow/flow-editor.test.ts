import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { flowChanges } from "../../../designer/flow/compare/flow-changes.ts";
import { parseBpmn } from "../../../engine/index.ts";
import type { DefinitionDetail, DefinitionDraft, DefinitionSummary } from "../../../server/contract/types.ts";
import { axeViolations, phone } from "../../support/browser.ts";
import { deskPage, inChromium, livingCity } from "../../support/living-city.ts";
import type { Client } from "../../support/server.ts";

const eventLoop = "/admin/yunjin/process/eventLoop/edit";

async function designer(): Promise<Client> {
  const { server } = await livingCity();
  return server.as("designer", "yunjin");
}

/** What an earlier test left saved by itself is given up. */
async function withoutDraft(client: Client): Promise<void> {
  const path = "/definitions/yunjin/process/eventLoop/draft";
  const { body } = await client.get<DefinitionDraft>(path);
  if (body.isChanged) await client.delete(`${path}?editSequence=${String(body.editSequence)}`);
}

async function openEditor(client: Client, path: string) {
  await withoutDraft(client);
  const opened = await deskPage(client, path);
  await opened.page.getByRole("region", { name: "检查结果" }).getByRole("status").waitFor({ timeout: 30_000 });
  return opened;
}

/** The file that the export menu gives. */
async function exported(page: Page, kind: string): Promise<Buffer> {
  await page.getByRole("button", { name: "导出" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: kind }).click(),
  ]);
  return readFileSync(await download.path());
}

const element = (page: Page, id: string) => page.locator(`.djs-element[data-element-id="${id}"]`);

/** Through the API of the shape's own hit box: small shapes lie under big ones in the drawing. */
async function select(page: Page, id: string): Promise<void> {
  await element(page, id).locator(".djs-hit").first().click({ force: true });
  await page.locator(".bio-properties-panel-header-type").waitFor();
}

async function sameModel(before: string, after: string): Promise<void> {
  const [old, now] = await Promise.all([parseBpmn(before), parseBpmn(after)]);
  assert.ok(old.ok && now.ok);
  assert.deepEqual(now.value.processes, old.value.processes);
  assert.deepEqual((await flowChanges(before, after)).changes, []);
}

inChromium("the flow editor", () => {
  it("gives every shipped flow back as it was, drawing and extensions included", async () => {
    const client = await designer();
    const { body: flows } = await client.get<DefinitionSummary[]>("/definitions?kind=process");
    assert.ok(flows.length >= 3);
    for (const { pack, key } of flows) {
      const { body } = await client.get<DefinitionDetail>(`/definitions/${pack}/process/${key}`);
      const { page, mishaps } = await openEditor(client, `/admin/${pack}/process/${key}/edit`);
      await sameModel(body.content, (await exported(page, "BPMN 文件")).toString("utf8"));
      assert.deepEqual(mishaps, []);
      await page.context().close();
    }
  });

  it("keeps attributes and elements of other tools and says that they do not run", async () => {
    const client = await designer();
    const { body } = await client.get<DefinitionDetail>("/definitions/yunjin/process/eventLoop");
    const foreign = body.content
      .replace("<bpmn:definitions ", '<bpmn:definitions xmlns:acme="urn:acme" ')
      .replace('id="eventLoop" name', 'id="foreignFlow" name')
      .replace('bpmnElement="eventLoop"', 'bpmnElement="foreignFlow"')
      .replace('<bpmn:userTask id="signFor"', '<bpmn:userTask id="signFor" acme:owner="第三科"')
      .replace(
        '<gl:clock limit="=param.signLimit" />',
        '<gl:clock limit="=param.signLimit" /><acme:map colour="red"><acme:point x="1" /></acme:map>',
      );
    const path = "/definitions/yunjin/process/foreignFlow/draft";
    const saved = await client.put<DefinitionDraft>(path, { content: foreign, editSequence: 0 });
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    const { page } = await openEditor(client, "/admin/yunjin/process/foreignFlow/edit");
    await page.getByText("含外来属性“acme:owner”").first().waitFor();
    await sameModel(foreign, (await exported(page, "BPMN 文件")).toString("utf8"));
    await page.context().close();
    assert.equal((await client.delete(`${path}?editSequence=${String(saved.body.editSequence)}`)).status, 204);
  });

  it("changes only what was changed, and undoes it", async () => {
    const client = await designer();
    const { body } = await client.get<DefinitionDetail>("/definitions/yunjin/process/eventLoop");
    const { page } = await openEditor(client, eventLoop);
    await select(page, "verifyOnSpot");
    await page.locator('[data-group-id="group-glForm"] .bio-properties-panel-group-header').click();
    await page.getByLabel("办理时填写的表单").selectOption({ label: "处置反馈" });
    await page.locator('[data-group-id="group-glLimit"] .bio-properties-panel-group-header').click();
    await page.getByLabel("时限阶梯").selectOption({ label: "（不指定）" });
    await page.locator('[data-group-id="group-glStage"] .bio-properties-panel-group-header').click();
    await page.getByLabel("到此环节后的案件状态").selectOption({ label: "处置中" });
    await page.getByRole("button", { name: "撤销" }).and(page.locator(":enabled")).waitFor();
    const { changes } = await flowChanges(body.content, (await exported(page, "BPMN 文件")).toString("utf8"));
    assert.deepEqual(
      changes.map(({ elementId, differences }) => [elementId, differences]),
      [
        [
          "verifyOnSpot",
          [
            { key: "gl:caseState", before: "verifying", after: "handling" },
            { key: "zeebe:FormDefinition.formId", before: "verification", after: "disposal" },
            { key: "gl:Ladder.key", before: "verification" },
          ],
        ],
      ],
    );
    for (let step = 0; step < 3; step += 1) await page.getByRole("button", { name: "撤销" }).click();
    await page.getByRole("button", { name: "撤销" }).and(page.locator(":disabled")).waitFor();
    await sameModel(body.content, (await exported(page, "BPMN 文件")).toString("utf8"));
    await page.context().close();
  });

  it("says what may be done with each field of a step's form, and where the flow begins", async () => {
    const client = await designer();
    const { body } = await client.get<DefinitionDetail>("/definitions/yunjin/process/eventLoop");
    const { page } = await openEditor(client, eventLoop);
    await page.locator('[data-group-id="group-glStart"] .bio-properties-panel-group-header').click();
    await page.getByText("事件上报").last().waitFor();
    await select(page, "verifyOnSpot");
    await page.locator('[data-group-id="group-glRights"] .bio-properties-panel-group-header').click();
    const rights = page.locator('[data-group-id="group-glRights"]');
    await rights.getByLabel("核查照片").selectOption({ label: "只读" });
    await rights.getByText("必填项，不能隐藏").first().waitFor();
    await page.getByRole("button", { name: "撤销" }).and(page.locator(":enabled")).waitFor();
    const xml = (await exported(page, "BPMN 文件")).toString("utf8");
    const { changes } = await flowChanges(body.content, xml);
    assert.deepEqual(
      changes.map(({ elementId, differences }) => [elementId, differences]),
      [["verifyOnSpot", [{ key: "gl:Field.right", detail: "/photos", after: "readOnly" }]]],
    );
    const parsed = await parseBpmn(xml);
    assert.ok(parsed.ok);
    await rights.getByLabel("核查照片").selectOption({ label: "可编辑" });
    await sameModel(body.content, (await exported(page, "BPMN 文件")).toString("utf8"));
    await page.context().close();
  });

  it("offers a street's own limits and posts in its own flow", async () => {
    const { server } = await livingCity();
    const client = await server.as("designer", "nanyuan");
    const { page } = await deskPage(client, "/admin/nanyuan/process/nanyuan__escalation/edit");
    await page.getByRole("region", { name: "检查结果" }).getByRole("status").waitFor({ timeout: 30_000 });
    await select(page, "communityHandling");
    await page.locator('[data-group-id="group-glLimit"] .bio-properties-panel-group-header').click();
    assert.equal(await page.getByLabel("时限", { exact: true }).inputValue(), "=param.nanyuan__communityLimit");
    const chosen = page.getByLabel("时限", { exact: true }).locator("option:checked");
    assert.equal(await chosen.innerText(), "微循环时限");
    await page.context().close();
  });

  it("publishes over nobody: who was faster is named, and one's own goes on only knowingly", async () => {
    const client = await designer();
    const { page } = await openEditor(client, eventLoop);
    await select(page, "verifyOnSpot");
    await page.locator('[data-group-id="group-glStage"] .bio-properties-panel-group-header').click();
    await page.getByLabel("到此环节后的案件状态").selectOption({ label: "处置中" });
    await page.getByRole("button", { name: "保存草稿" }).click();
    await page.getByText("草稿已保存").or(page.getByText("已存为草稿")).first().waitFor();
    const { body } = await client.get<DefinitionDetail>("/definitions/yunjin/process/eventLoop");
    const other = body.content.replace('name="核查当场处理"', 'name="核查当场处理情况"');
    assert.notEqual(other, body.content);
    const sent = await client.post("/definitions", { kind: "process", pack: "yunjin", content: other, note: "改名" });
    assert.equal(sent.status, 201, JSON.stringify(sent.body));
    await page.getByRole("button", { name: "发布", exact: true }).click();
    const dialog = page.getByRole("dialog");
    const warning = dialog
      .getByRole("alert")
      .filter({ hasText: `发布了第 ${String(body.summary.version + 1)} 版` })
      .first();
    await warning.waitFor();
    assert.equal(await dialog.getByRole("button", { name: "发布", exact: true }).isDisabled(), true);
    await warning.getByRole("button").click();
    await dialog.getByText("核查当场处理情况").first().waitFor();
    await page.context().close();
    await withoutDraft(client);
    await client.post("/definitions", { kind: "process", pack: "yunjin", content: body.content, note: "改回" });
  });

  it("gives the drawing as SVG and as PNG", async () => {
    const { page, mishaps } = await openEditor(await designer(), eventLoop);
    assert.match((await exported(page, "SVG")).toString("utf8"), /<svg[\s\S]*核查当场处理/);
    assert.equal((await exported(page, "PNG")).subarray(1, 4).toString("latin1"), "PNG");
    assert.deepEqual(mishaps, []);
    await page.context().close();
  });

  it("names what the engine cannot run, marks it, and points at it from the list", async () => {
    const { page } = await openEditor(await designer(), eventLoop);
    await select(page, "verifyOnSpot");
    await page.locator('.djs-context-pad [data-action="replace"]').click();
    await page.locator('.djs-popup [data-id="replace-with-service-task"]').click();
    const found = page.getByRole("region", { name: "检查结果" });
    await found.getByText("服务任务“核查当场处理”没有说明由什么作业完成").waitFor();
    await element(page, "verifyOnSpot").and(page.locator(".gl-error")).waitFor();
    await page.locator(".djs-container > svg").click({ position: { x: 500, y: 560 } });
    await page.locator(".bio-properties-panel-header-type", { hasText: "流程" }).waitFor();
    await found.getByRole("button", { name: "verifyOnSpot" }).first().click();
    await page.locator(".bio-properties-panel-header-type", { hasText: "服务任务" }).waitFor();
    await page.getByRole("button", { name: "撤销" }).click();
    await found.getByText("检查通过，没有问题").waitFor();
    await page.context().close();
  });

  it("is Chinese to the last word: palette, pads, menus, every group of the panel", async () => {
    const { page } = await openEditor(await designer(), eventLoop);
    const met = new Set<string>();
    const collect = async () => {
      for (const words of await page.evaluate(latinWords)) met.add(words);
    };
    await collect();
    const kinds = [
      ...["reported", "determineOwner", "verifyOnSpot", "onSpotQuestion", "f_onSpotQuestion_checkQuestion"],
      ...["notifyDismissed", "disposal", "handling", "overdue", "escalateOverdue", "extendLimit", "endDismissed"],
    ];
    for (const id of kinds) {
      await select(page, id);
      await openAll(page);
      await collect();
      const replace = page.locator('.djs-context-pad [data-action="replace"]');
      if ((await replace.count()) > 0) {
        await replace.first().evaluate((entry: HTMLElement) => entry.click());
        await page.locator(".djs-popup").waitFor();
        await collect();
        await page.keyboard.press("Escape");
      }
    }
    assert.deepEqual([...met], []);
    await page.context().close();
  });

  it("can be read but not edited on a phone", async () => {
    const { page } = await deskPage(await designer(), eventLoop, { size: phone });
    await page.getByText("编辑流程需要宽屏").waitFor();
    await element(page, "signFor").waitFor({ timeout: 30_000 });
    assert.equal(await page.locator(".djs-palette").count(), 0);
    assert.deepEqual(await axeViolations(page), []);
    await page.context().close();
  });

  it("axe finds nothing outside the canvas and the library's own panel", async () => {
    const { page } = await openEditor(await designer(), eventLoop);
    // The palette, pads and shapes of bpmn-js, and controls inside its properties panel, are third-party.
    const found = (await axeViolations(page)).filter((each) => !/djs-|bio-properties-panel|bjs-|svg/.test(each));
    assert.deepEqual(found, []);
    await withoutDraft(await designer());
    await page.goto("/admin/compare/yunjin/process/eventLoop?from=1&to=draft");
    await page.getByText("两个版本没有差别").waitFor({ timeout: 30_000 });
    assert.deepEqual(await axeViolations(page), []);
    await page.goto("/admin?kind=process");
    await page.getByRole("button", { name: "新建流程" }).click();
    await page.getByRole("dialog").getByLabel("编码").waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await page.context().close();
  });

  it("takes a file from outside, but none with a DOCTYPE", async () => {
    const client = await designer();
    const { body } = await client.get<DefinitionDetail>("/definitions/yunjin/process/eventLoop");
    const { page } = await deskPage(client, "/admin?kind=process");
    await page.getByRole("button", { name: "新建流程" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "导入 BPMN 文件" }).check();
    const choose = (text: string) =>
      dialog
        .locator("input[type=file]")
        .setInputFiles({ name: "flow.bpmn", mimeType: "text/xml", buffer: Buffer.from(text) });
    await choose(body.content.replace("<bpmn:definitions", "<!DOCTYPE x><bpmn:definitions"));
    await dialog.getByText("文件含 DOCTYPE 或 ENTITY 声明，不予接受").waitFor();
    assert.ok(await dialog.getByRole("button", { name: "开始编辑" }).isDisabled());
    await choose(body.content);
    await dialog.getByText("这个文件不能导入").waitFor({ state: "detached" });
    await dialog.getByLabel("内容包").click();
    await page.getByTitle("云锦市基础包").last().click();
    await dialog.getByLabel("编码").fill("importedFlow");
    await dialog.getByLabel("名称").fill("导入的流程");
    await dialog.getByRole("button", { name: "开始编辑" }).click();
    await page.getByText("尚未发布").waitFor({ timeout: 30_000 });
    await page.getByRole("region", { name: "检查结果" }).getByText("检查通过，没有问题").waitFor({ timeout: 30_000 });
    await page.getByRole("button", { name: "放弃草稿" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "放弃草稿" }).click();
    await page.waitForURL(/kind=process/);
    await page.context().close();
  });
});

/** Opens all groups and the entries of lists, so that every label is on the page. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const closed = document.querySelectorAll<HTMLElement>(
      ".bio-properties-panel-group-header:not(.open):not(.empty), .bio-properties-panel-collapsible-entry-header:not(.open)",
    );
    for (const header of closed) header.click();
  });
  await page.locator(".bio-properties-panel-group").first().waitFor();
}

/** English words in what people read of the editor's own parts; names and expressions of the flow itself are not its words. */
function latinWords(): string[] {
  const roots = document.querySelectorAll(".djs-palette, .djs-context-pad, .djs-popup, .bio-properties-panel");
  const names =
    ".cm-editor, .bio-properties-panel-collapsible-entry-header-title, option, .bio-properties-panel-header-label";
  const words: string[] = [];
  for (const root of roots) {
    for (const each of [root, ...root.querySelectorAll("*")]) {
      if (each.closest(names) !== null) continue;
      const own = [...each.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent);
      const said = ["title", "aria-label", "placeholder", "alt"].map((name) => each.getAttribute(name));
      words.push(...[...own, ...said].filter((text): text is string => /[A-Za-z]{2}/.test(text ?? "")));
    }
  }
  return words.filter((text) => !/^(?:[^A-Za-z]|FEEL|BPMN|ISO|cron|Ctrl|Shift)*$/.test(text));
}
