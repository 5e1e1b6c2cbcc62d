/** A worker leaves and somebody new is appointed; a street imports its people; both on screens. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import writeXlsxFile from "write-excel-file/node";
import type { Gap, OwnerAnswer, Place, TaskPage } from "../../server/contract/types.ts";
import { axeViolations } from "../support/browser.ts";
import { journey, type Actor } from "../support/journey.ts";
import { newId } from "../support/reports.ts";
import { temporaryFolder } from "../support/stores.ts";

const grid = "和平社区第4网格";

journey("a worker leaves, and a list of people comes in", (story) => {
  let admin: Actor;
  let worker: Actor;
  let open = 0;

  it("a handler has work in hand", async () => {
    admin = await story().signInAs("designer", "nanyuan");
    worker = await story().signInAs("handler", "nanyuanUrban");
    const finder = await story().signInAs("gridWorker", "hepingGrid4");
    const places = (await finder.get<readonly Place[]>("/places?limit=200")).body;
    const place = places.find((each) => each.grid === "hepingGrid4");
    assert.ok(place);
    const owner = await finder.post<OwnerAnswer>("/owner", { matter: "sewerBlocked", placeCode: place.code });
    assert.equal(owner.body.lead, "nanyuanUrban");
    const position = { lng: place.lng, lat: place.lat, source: "place" };
    const form = (await finder.get<{ version: number }>("/forms/eventReport")).body;
    const photo = await upload(finder);
    const data = {
      ...{ matter: "sewerBlocked", place: place.code, position, severity: "major", photos: [photo] },
      description: "下水道堵塞，污水外溢到路面",
    };
    const report = {
      id: newId(),
      form: "eventReport",
      formVersion: form.version,
      data,
      position,
      placeCode: place.code,
    };
    assert.equal((await finder.post("/submissions", report)).status, 201);
    const [task] = (await worker.get<TaskPage>("/tasks?view=todo")).body.items;
    assert.ok(task);
    assert.equal((await worker.post(`/tasks/${task.street}/${task.id}/claim`, {})).status, 200);
    open = 1;
  });

  it("the administrator sees what will move, names a successor, and lets him go", async () => {
    const { page } = admin;
    await page.goto("/admin/people");
    await page.getByPlaceholder("查姓名、登录名、电话").fill(worker.person.name);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: worker.person.name, exact: true }).click();
    await page.getByRole("button", { name: "办理离岗" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(`${open} 项待办将移交`).waitFor();
    await dialog.getByText("放回岗位", { exact: true }).waitFor();
    const colleague = (await story().server.people()).filter((each) => each.unit === "nanyuanUrban")[1];
    assert.ok(colleague);
    await dialog.getByRole("combobox").click();
    await page.keyboard.type(colleague.name);
    await page.locator(".ant-select-item-option").filter({ hasText: colleague.name }).first().click();
    await dialog.getByText(`${open} 项 → ${colleague.name}`).waitFor();
    // The library's own list of choices is not ours.
    assert.deepEqual(await axeViolations(page, ".ant-modal"), []);
    await dialog.getByRole("button", { name: "确认离岗" }).click();
    await page.getByText(`${worker.person.name}已离岗，移交 ${open} 项待办`).waitFor();
    const next = await story().server.asPerson(colleague.id);
    assert.equal((await next.get<TaskPage>("/tasks?view=todo")).body.total, open);
  });

  it("his sign-in has stopped", async () => {
    assert.equal((await worker.get("/session")).status, 401);
    const people = await story().server.people();
    assert.ok(!people.some((each) => each.id === worker.person.id));
  });

  it("a grid without worker stands in the list of gaps, whose link leads to the appointment that closes it", async () => {
    const { page } = admin;
    const gone = (await story().server.people()).find(
      (each) => each.role === "gridWorker" && each.unit === "hepingGrid4",
    );
    assert.equal((await admin.post(`/people/${gone?.id ?? ""}/leave`, { expected: 0 })).status, 200);
    await page.goto("/admin/organisation?tab=gaps");
    const line = page.getByRole("listitem").filter({ hasText: grid }).filter({ hasText: "网格没有专人" });
    await line.getByText("和平社区第4网格 · 网格长").waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await line.getByRole("link", { name: "去任命" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("姓名").fill("林新禾");
    await dialog.getByRole("button", { name: "添加人员" }).click();
    await page.getByRole("heading", { name: "林新禾" }).waitFor();
    await page.goto("/admin/organisation?tab=gaps");
    await page.getByRole("heading", { name: "组织与网格" }).waitFor();
    const gaps = (await admin.get<readonly Gap[]>("/organisation/gaps?street=nanyuan")).body;
    assert.ok(!gaps.some((gap) => gap.kind === "gridWithoutWorker"));
  });

  it("an import shows its bad rows, line by line, and takes the good ones", async () => {
    const { page } = admin;
    const rows = [
      ["姓名", "工作电话", "登录名", "单位", "岗位"],
      ["苏一", "13900000001", "suyi", grid, "网格长"],
      ["苏二", "139", "suer", grid, "网格长"],
      ["苏三", "13900000003", "susan", "滨江社区第1网格", "网格员"],
    ].map((row) => row.map((value) => ({ value, type: String })));
    const file = join(temporaryFolder(), "people.xlsx");
    writeFileSync(file, await writeXlsxFile(rows).toBuffer());
    await page.goto("/admin/people?dialog=import");
    const dialog = page.getByRole("dialog");
    await dialog.locator('input[type="file"]').setInputFiles(file);
    await dialog.getByText("共 3 行：1 行正确，2 行有误").waitFor();
    await dialog.getByText("工作电话应为 11 位手机号，或带区号的固定电话。").waitFor();
    await dialog.getByText("“滨江社区第1网格”不存在，或不在您的管辖范围内。").waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await dialog.getByRole("button", { name: "导入 1 行正确的" }).click();
    await page.getByText("已导入：新增 1 人、1 个岗位").waitFor();
    await dialog.getByRole("button", { name: "发放 1 个" }).click();
    await page.getByText("已发放 1 个邀请码").waitFor();
    await page
      .getByRole("dialog")
      .getByText(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/)
      .waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载 Excel" }).click();
    assert.equal((await download).suggestedFilename(), "邀请码.xlsx");
    assert.deepEqual(await axeViolations(page, ".ant-modal"), []);
    await page.goto("/admin/people?q=suyi");
    await page.getByRole("link", { name: "苏一" }).waitFor();
    assert.deepEqual(admin.mishaps, []);
  });

  it("a department is added, changed, and closed when nothing hangs on it; its name stays", async () => {
    const { page } = admin;
    await page.goto("/admin/organisation");
    await page.getByRole("button", { name: "添加单位", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("职能部门", { exact: true }).click();
    await dialog.getByLabel("中文名称").fill("南苑派出所");
    await dialog.getByLabel("英文名称").fill("Nanyuan Water");
    await dialog.getByRole("button", { name: "添加单位" }).click();
    await dialog.getByText("已有同名单位“南苑派出所”，请换一个名称。").waitFor();
    assert.deepEqual(await axeViolations(page, ".ant-modal"), []);
    await dialog.getByLabel("中文名称").fill("南苑水务站");
    await dialog.getByRole("button", { name: "添加单位" }).click();
    await page.getByRole("button", { name: "修改南苑水务站" }).click();
    await dialog.getByLabel("电话").fill("028-88881234");
    await page.keyboard.press("Tab");
    await page.keyboard.type("南苑路 12 号");
    await dialog
      .getByRole("button", { name: "保 存" })
      .or(dialog.getByRole("button", { name: "保存" }))
      .click();
    await page.getByRole("link", { name: "028-88881234" }).waitFor();
    assert.deepEqual(await axeViolations(page), []);
    await page.getByRole("button", { name: "停用南苑派出所" }).click();
    await dialog.getByText(/“南苑派出所”还有 \d+ 人在岗或待任职/).waitFor();
    assert.equal(await dialog.getByRole("button", { name: /^停\s?用$/ }).isDisabled(), true);
    await dialog.getByRole("button", { name: /^取\s?消$/ }).click();
    await page.getByRole("button", { name: "停用南苑水务站" }).click();
    await dialog.getByRole("button", { name: /^停\s?用$/ }).click();
    await page.getByText("已撤并的单位和网格（1）").click();
    await page.getByRole("button", { name: "恢复南苑水务站" }).waitFor();
    assert.deepEqual(admin.mishaps, []);
  });

  it("somebody is appointed for a day to come, and the page says so", async () => {
    const { page } = admin;
    await page.goto("/admin/people?dialog=add&unit=hepingGrid1&role=gridLeader");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("姓名").fill("何将任");
    await dialog.getByLabel("任职开始日").fill("2000-01-01");
    await dialog.getByRole("button", { name: "添加人员" }).click();
    await dialog.getByText("任职开始日应为今天或以后十年内的日期。").waitFor();
    const day = `${String(new Date(story().server.clock.now()).getFullYear() + 1)}-01-04`;
    await dialog.getByLabel("任职开始日").fill(day);
    await dialog.getByRole("button", { name: "添加人员" }).click();
    await page.getByRole("heading", { name: "何将任" }).waitFor();
    await page.getByText(`将于 ${day} 任职`).waitFor();
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual(admin.mishaps, []);
  });
});

/** One photo through the session of the screen. */
async function upload({ page }: Actor): Promise<string> {
  const id = newId();
  const answer = await page.evaluate(async (name) => {
    const { csrfToken } = (await (await fetch("/api/session")).json()) as { csrfToken: string };
    const canvas = document.createElement("canvas");
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    const form = new FormData();
    form.append("file", blob ?? new Blob(), "photo.png");
    const sent = await fetch(`/api/attachments?id=${name}`, {
      method: "POST",
      headers: { "x-csrf-token": csrfToken },
      body: form,
    });
    return sent.status;
  }, id);
  assert.equal(answer, 201);
  return id;
}
