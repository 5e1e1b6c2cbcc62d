import assert from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";
import type { CasePage, DemoPerson } from "../../../server/contract/types.ts";
import { axeViolations, launchBrowser, newDevice, signInAs } from "../../support/browser.ts";
import { inChromium, livingCity } from "../../support/living-city.ts";
import { pngPicture } from "../../support/pictures.ts";

interface Phone {
  readonly device: BrowserContext;
  readonly page: Page;
}

async function phoneOf(role: string, unit: string, options: Parameters<typeof newDevice>[2] = {}): Promise<Phone> {
  const { browser, server } = await livingCity();
  const at = { longitude: 116.9052, latitude: 33.2083 };
  const device = await newDevice(browser, server.url, { at, ...options });
  const page = await device.newPage();
  await signInAs(page, role, unit);
  return { device, page };
}

const worker = (options?: Parameters<typeof newDevice>[2]) => phoneOf("gridWorker", "xingfuGrid1", options);

/** Fills in a report up to the last tap. */
async function fillReport(page: Page, text: string): Promise<void> {
  await page.goto("/m/form/eventReport?place=XF1-0101");
  await page.waitForSelector("text=编码 XF1-0101");
  const arrived = page.waitForResponse((one) => one.url().includes("/api/attachments") && one.status() === 201);
  await page
    .locator("input[data-album]")
    .first()
    .setInputFiles({
      name: "现场.png",
      mimeType: "image/png",
      buffer: pngPicture(64, 48),
    });
  await arrived;
  await page.getByRole("button", { name: "选择事项" }).click();
  await page.getByPlaceholder("查找事项").fill("下水道");
  await page.locator(".f-tiles button").first().click();
  await page.getByLabel("情况描述").fill(text);
}

const report = (page: Page) => page.getByRole("button", { name: "上报", exact: true });

async function casesWith(page: Page, text: string): Promise<CasePage["items"]> {
  return page.evaluate(
    async () => ((await (await fetch("/api/cases?mine=true&limit=100")).json()) as CasePage).items,
    text,
  );
}

const pages = [
  "/m",
  "/m/tasks",
  "/m/tasks?view=overdue",
  "/m/tasks?view=mine",
  "/m/tasks?view=done",
  "/m/map",
  "/m/me",
  "/m/notices",
  "/m/scan?code=XF1-0101",
] as const;

inChromium("the phone", () => {
  for (const look of ["light", "dark"] as const)
    it(`passes axe on every page, stays within 390 pixels and keeps targets at 44 (${look})`, async () => {
      const { device, page } = await worker({ dark: look === "dark" });
      for (const path of pages) {
        await page.goto(path);
        await page.waitForLoadState("networkidle");
        assert.deepEqual(await axeViolations(page), [], path);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390, path);
        const small = await page.locator("button:visible, .m-app a:visible, select:visible").evaluateAll((all) =>
          all
            .filter((one) => !one.closest(".leaflet-container"))
            .map((one) => ({ box: one.getBoundingClientRect(), text: one.textContent }))
            .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
            .map(({ box, text }) => `${text} ${box.width}×${box.height}`),
        );
        assert.deepEqual(small, [], path);
      }
      await device.close();
    });

  it("shows at large type what it shows at normal type, without running over the edge", async () => {
    const { device, page } = await worker();
    await page.goto("/m/me");
    await page.getByRole("switch", { name: "大字模式" }).check();
    for (const path of ["/m", "/m/tasks", "/m/form/eventReport"]) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "20px");
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390, path);
    }
    await device.close();
  });

  it("greets by name and grid and leads to report, scan, tasks and modules", async () => {
    const { device, page } = await worker();
    await page.goto("/m");
    await page.waitForSelector(".m-tiles");
    assert.match(await page.locator(".m-greeting").innerText(), /好，.+幸福社区第1网格/s);
    assert.equal(await page.locator(".m-tiles > li").count(), 9);
    assert.equal((await page.locator(".m-tiles a").count()) + (await page.locator(".m-tile.off").count()), 9);
    await page.getByRole("link", { name: "网格巡查" }).click();
    await page.waitForURL("**/m/form/dailyPatrol");
    await device.close();
  });

  it("says before sending who will be responsible, and afterwards to whom it went", async () => {
    const { device, page } = await worker();
    await fillReport(page, "二单元门口污水外溢，影响出行");
    await page.waitForSelector(".f-owner dl");
    const owner = await page.locator(".f-owner").innerText();
    assert.match(owner, /责任单位\s+\S+/);
    assert.match(owner, /依据\s+\S+/);
    const unit = /责任单位\s+(\S+)/.exec(owner)?.[1] ?? "?";
    await report(page).click();
    await page.waitForSelector(".m-sent");
    const sent = await page.locator(".m-sent").innerText();
    assert.match(sent, /南苑-\d{8}-\d{4}/);
    assert.ok(sent.includes(unit), sent);
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole("link", { name: "查看进展" }).click();
    await page.waitForSelector(".m-timeline li");
    assert.deepEqual(await axeViolations(page), []);
    await device.close();
  });

  it("keeps a report that could not be sent, says so, and sends it once when the network is back", async () => {
    const { device, page } = await worker();
    const text = `断网时上报的污水外溢 ${Date.now() % 100_000}`;
    await fillReport(page, text);
    await page.waitForSelector(".f-owner dl");
    const before = (await casesWith(page, text)).length;
    await device.setOffline(true);
    await report(page).click();
    await page.waitForSelector("text=联网后自动重发");
    await page.waitForSelector("text=待发送 1");
    assert.equal(await page.getByLabel("情况描述").inputValue(), text);
    await device.setOffline(false);
    await page.waitForSelector(".m-sent", { timeout: 30_000 });
    assert.equal((await casesWith(page, text)).length, before + 1);
    await device.close();
  });

  it("does not record twice what was answered into a dead line", async () => {
    const { device, page } = await worker();
    await fillReport(page, "应答丢失时的污水外溢");
    await page.waitForSelector(".f-owner dl");
    const before = (await casesWith(page, "")).length;
    let lost = 0;
    await page.route("**/api/submissions", async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort("connectionreset");
    });
    await report(page).click();
    await page.getByRole("button", { name: "现在重发" }).click();
    await page.waitForSelector("text=先前已经送达");
    assert.equal((await casesWith(page, "")).length, before + 1);
    await device.close();
  });

  it("turns the problem of a patrol into a case and shows which", async () => {
    const { device, page } = await worker();
    await page.goto("/m/form/dailyPatrol");
    await page.waitForSelector("text=位于");
    const covers = page.locator(".f-check", { hasText: "井盖和路面" });
    await covers.locator("label", { hasText: "问题" }).click();
    await covers.locator("textarea").fill("三号楼前井盖缺失");
    await covers.locator("input[data-album]").setInputFiles({
      name: "井盖.png",
      mimeType: "image/png",
      buffer: pngPicture(64, 48),
    });
    await page.getByRole("button", { name: "其余都正常" }).click();
    await page.getByRole("button", { name: "提交" }).click();
    await page.waitForSelector("text=生成 1 件事项");
    assert.match(await page.locator(".m-lines").innerText(), /井盖/);
    await device.close();
  });

  it("lets the office sign for a task, and sends it back only with a reason", async () => {
    const reporter = await worker();
    await fillReport(reporter.page, "等待签收的污水外溢");
    await report(reporter.page).click();
    await reporter.page.waitForSelector(".m-sent");
    const number = /南苑-\d{8}-\d{4}/.exec(await reporter.page.locator(".m-sent").innerText())?.[0] ?? "";
    await reporter.device.close();

    const { device, page } = await phoneOf("handler", "nanyuanUrban");
    await page.goto(`/m/tasks?q=${encodeURIComponent(number)}`);
    await page.locator(".m-line").first().click();
    await page.waitForSelector("text=核对是否属于本单位职责");
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole("button", { name: "更多" }).click();
    assert.deepEqual(await axeViolations(page), []);
    await page.keyboard.press("Escape");
    await page.getByText("签收", { exact: true }).last().click();
    await page.getByRole("button", { name: "提交" }).click();
    await page.waitForSelector(".m-sent");
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole("link", { name: "查看进展" }).click();
    await page.waitForSelector("text=处置中");
    await device.close();
  });

  it("says in an empty list what will be there and offers the next step", async () => {
    const { device, page } = await worker();
    await page.goto("/m/tasks?view=todo&q=没有这样的任务");
    await page.waitForSelector("text=没有找到“没有这样的任务”");
    await page.getByRole("button", { name: "清除查找" }).click();
    await page.waitForURL((url) => !url.search.includes("q="));
    await device.close();
  });

  it("says what failed with a code, and tries again", async () => {
    const { device, page } = await worker();
    await page.route("**/api/home", (route) => route.abort());
    await page.goto("/m");
    await page.waitForSelector("text=NETWORK_UNREACHABLE");
    assert.deepEqual(await axeViolations(page), []);
    await page.unroute("**/api/home");
    await page.getByRole("button", { name: "重试" }).click();
    await page.waitForSelector(".m-tiles");
    await device.close();
  });

  it("leads to signing in when the session has ended, and back to what was being written", async () => {
    const { device, page } = await worker();
    await page.goto("/m/form/eventReport");
    await page.getByLabel("情况描述").fill("会话结束前写的内容");
    await page.waitForSelector("text=已保存到本机");
    await device.clearCookies();
    await page.getByPlaceholder("查找门牌").fill("幸福小区");
    await page.waitForURL("**/sign-in");
    await signInAs(page, "gridWorker", "xingfuGrid1");
    await page.getByRole("link", { name: "继续填写" }).click();
    await page.waitForSelector(".f-root");
    assert.equal(await page.getByLabel("情况描述").inputValue(), "会话结束前写的内容");
    await device.close();
  });

  it("reads a printed code from a photo", async () => {
    const { device, page } = await worker();
    const photo = await page.evaluate(async () => {
      const svg = await (await fetch("/api/places/XF1-0101/qr.svg")).text();
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = 480;
      canvas.height = 480;
      const pen = canvas.getContext("2d");
      if (pen === null) throw new Error("Expected a canvas");
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, 480, 480);
      pen.drawImage(image, 60, 60, 360, 360);
      return canvas.toDataURL("image/png").split(",")[1] ?? "";
    });
    await page.goto("/m/scan");
    await page.getByRole("button", { name: "从照片识别" }).waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await page.locator("dialog input[type=file]").setInputFiles({
      name: "门牌.png",
      mimeType: "image/png",
      buffer: Buffer.from(photo, "base64"),
    });
    await page.waitForURL("**/m/scan?code=XF1-0101");
    await page.waitForSelector("text=幸福小区1号楼1单元");
    await page.getByRole("link", { name: "在这里上报" }).click();
    await page.waitForSelector("text=编码 XF1-0101");
    await device.close();
  });

  it("says that a code is not registered, and lets it be reported all the same", async () => {
    const { device, page } = await worker();
    await page.goto("/m/scan?code=ZZ9-9999");
    await page.waitForSelector("text=没有登记过编码");
    await page.getByRole("link", { name: "在这里上报" }).click();
    await page.waitForSelector(".f-root >> text=没有登记过编码");
    assert.deepEqual(await axeViolations(page), []);
    await device.close();
  });

  it("changes language without a reload", async () => {
    const { device, page } = await worker();
    await page.goto("/m/me");
    await page.evaluate(() => Object.assign(window, { same: true }));
    await page.getByText("English", { exact: true }).click();
    await page.waitForSelector("text=Sign out");
    assert.equal(await page.evaluate(() => Object.hasOwn(window, "same")), true);
    await device.close();
  });

  it("works on an address without https: photo by file, drawn pin and sending; and says what does not", async () => {
    const { server } = await livingCity();
    const browser = await launchBrowser(["--host-resolver-rules=MAP city.test 127.0.0.1"]);
    const device = await newDevice(browser, server.url.replace("127.0.0.1", "city.test"));
    const page = await device.newPage();
    await signInAs(page, "gridWorker", "xingfuGrid1");
    assert.equal(await page.evaluate(() => window.isSecureContext), false);
    await page.goto("/m/form/eventReport");
    await page.getByText("当前地址不是安全连接").click();
    await page.waitForSelector("text=选择照片上传");
    await page.waitForSelector("text=当前地址不能自动定位");
    assert.deepEqual(await axeViolations(page), []);
    const arrived = page.waitForResponse((one) => one.url().includes("/api/attachments") && one.status() === 201);
    await page
      .locator("input[data-album]")
      .first()
      .setInputFiles({
        name: "现场.png",
        mimeType: "image/png",
        buffer: pngPicture(64, 48),
      });
    await arrived;
    await page.getByRole("button", { name: "选择事项" }).click();
    await page.getByPlaceholder("查找事项").fill("下水道");
    await page.locator(".f-tiles button").first().click();
    await page.getByRole("button", { name: "在地图上选" }).click();
    await page.locator(".f-map").click({ position: { x: 150, y: 150 } });
    await page.getByRole("button", { name: "就是这里" }).click();
    await page.getByLabel("情况描述").fill("没有安全连接时上报的下水道堵塞");
    await page.waitForSelector(".f-owner dl");
    await report(page).click();
    await page.waitForSelector(".m-sent");
    await browser.close();
  });

  it("loads no more than 250 kB for home and a form", async () => {
    const { browser, server } = await livingCity();
    const device = await newDevice(browser, server.url);
    const page = await device.newPage();
    const people = (await (await fetch(`${server.url}/api/demo/people`)).json()) as DemoPerson[];
    assert.ok(people.length > 0);
    await signInAs(page, "gridWorker", "xingfuGrid1");
    const session = await device.newPage();
    const devtools = await device.newCDPSession(session);
    await devtools.send("Network.enable");
    await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
    let bytes = 0;
    const wanted = new Set<string>();
    devtools.on("Network.responseReceived", ({ requestId, response, type }) => {
      if (type === "Script" && !response.url.includes("/api/")) wanted.add(requestId);
    });
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (wanted.has(requestId)) bytes += encodedDataLength;
    });
    await session.goto("/m/form/eventReport");
    await session.waitForSelector(".f-root");
    await session.waitForLoadState("networkidle");
    assert.ok(bytes > 50_000 && bytes <= 250 * 1024, `${Math.round(bytes / 1024)} kB`);
    await device.close();
  });
});
