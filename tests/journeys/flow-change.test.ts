import assert from "node:assert/strict";
import type { CaseDetail, CaseDiagram } from "../../server/contract/types.ts";
import { journey, type Actor } from "../support/journey.ts";
import { sendReport } from "../support/reports.ts";

journey("a designer changes the flow", (the) => {
  let designer: Actor;
  let dispatcher: Actor;
  let running: string;

  async function reported(): Promise<string> {
    const { status, body } = await sendReport(await the().server.as("gridWorker", "xingfuGrid1"));
    assert.equal(status, 201, JSON.stringify(body));
    return body.case?.id ?? "";
  }
  async function stepOf(caseId: string): Promise<readonly string[]> {
    const { body } = await dispatcher.get<CaseDetail>(`/cases/${caseId}`);
    return body.openTasks.map((task) => task.name);
  }
  const findings = () => designer.page.getByRole("region", { name: "检查结果" });
  const groupHead = (id: string) => designer.page.locator(`[data-group-id="group-${id}"]`);

  it("a case is on its way by the flow as it is", async () => {
    dispatcher = await the().signInAs("dispatcher", "nanyuan");
    running = await reported();
    assert.deepEqual(await stepOf(running), ["签收"]);
  });

  it("the designer draws a step into the flow and the rules complain at once", async () => {
    designer = await the().signInAs("designer", "yunjin");
    const { page } = designer;
    await page.goto("/admin/yunjin/process/eventLoop");
    await page.getByRole("link", { name: "编辑流程" }).click();
    await findings().getByText("检查通过，没有问题").waitFor({ timeout: 30_000 });
    const flow = page.locator('.djs-connection[data-element-id="f_ownerQuestion_toDisposal"]');
    const box = await flow.boundingBox();
    assert.ok(box);
    await page
      .getByRole("button", { name: "任务", exact: true })
      .or(page.locator('[data-action="create.task"]'))
      .first()
      .click();
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(at.x, at.y - 4);
    await page.mouse.move(at.x, at.y, { steps: 4 });
    await page.mouse.click(at.x, at.y);
    await page.keyboard.type("街道复核");
    await page.keyboard.press("Enter");
    await page.locator('.djs-context-pad [data-action="replace"]').click();
    await page.locator('.djs-popup [data-id="replace-with-user-task"]').click();
    await findings().getByText("用户任务“街道复核”没有办理人，也没有候选人").waitFor();
  });

  it("form, post and stage are chosen from lists, and the rules are satisfied", async () => {
    const { page } = designer;
    await groupHead("glForm").locator(".bio-properties-panel-group-header").click();
    await page.getByLabel("办理时填写的表单").selectOption({ label: "确定责任单位" });
    await groupHead("glPeople").getByTitle("新增一项").click();
    await page.getByLabel("单位", { exact: true }).selectOption({ label: "案件所在街道" });
    await page.getByLabel("岗位", { exact: true }).selectOption({ label: "街道派遣员" });
    await groupHead("glStage").locator(".bio-properties-panel-group-header").click();
    await page.getByLabel("办理环节（用于统计）").selectOption({ label: "派遣" });
    await page.getByLabel("到此环节后的案件状态").selectOption({ label: "待派遣" });
    await findings().getByText("检查通过，没有问题").waitFor();
  });

  it("before publishing everything is checked and the difference shown", async () => {
    const { page } = designer;
    await page.getByRole("button", { name: "发布", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("检查通过，可以发布").waitFor();
    await dialog.getByRole("button", { name: "用户任务“街道复核”" }).waitFor();
    await dialog.getByLabel("版本说明（必填）").fill("定责后由街道复核");
    await dialog.getByRole("button", { name: "发布", exact: true }).click();
    await page.getByText("已发布第 2 版").waitFor();
    await page.getByText("与已发布版本一致").waitFor();
  });

  it("the next case follows the new version, the running one does not", async () => {
    const fresh = await reported();
    assert.deepEqual(await stepOf(fresh), ["街道复核"]);
    assert.deepEqual(await stepOf(running), ["签收"]);
    const { body } = await dispatcher.get<CaseDiagram>(`/cases/${running}/diagram`);
    assert.doesNotMatch(body.xml, /街道复核/);
  });

  it("the two versions stand side by side, in colours and in words", async () => {
    const { page } = designer;
    await page.goto("/admin/yunjin/process/eventLoop");
    await page.getByRole("link", { name: "版本对比" }).click();
    await page.getByRole("heading", { name: "新增" }).waitFor();
    await page.getByRole("button", { name: "用户任务“街道复核”" }).click();
    const [old, now] = [page.getByRole("group", { name: "第 1 版" }), page.getByRole("group", { name: "第 2 版" })];
    await now.locator(".djs-shape.gl-added").first().waitFor();
    assert.equal(await old.locator(".djs-shape.gl-added").count(), 0);
    assert.deepEqual([...designer.mishaps, ...dispatcher.mishaps], []);
  });
});

journey("two designers at one flow", (the) => {
  let first: Actor;
  let second: Actor;
  const path = "/admin/yunjin/process/escalation/edit";

  const open = async ({ page }: Actor) => {
    await page.goto(path);
    await page.getByRole("region", { name: "检查结果" }).getByRole("status").waitFor({ timeout: 30_000 });
    await page.locator('[data-group-id="group-general"] .bio-properties-panel-group-header').click();
  };
  const renameAndSave = async ({ page }: Actor, name: string) => {
    await page.getByLabel("名称", { exact: true }).fill(name);
    await page.getByRole("button", { name: "撤销" }).and(page.locator(":enabled")).waitFor();
    await page.keyboard.press("Control+s");
  };

  it("who saves second is told who was first, and decides", async () => {
    first = await the().signInAs("designer", "yunjin");
    second = await the().signInAs("systemAdmin", "yunjin");
    await open(first);
    await open(second);
    await renameAndSave(first, "超时与上报（甲）");
    await first.page.getByText("草稿保存于").waitFor();
    await renameAndSave(second, "超时与上报（乙）");
    const notice = second.page.getByRole("alert").filter({ hasText: `${first.person.name} 于` });
    await notice.waitFor();
    await notice.getByRole("button", { name: "载入对方的草稿" }).click();
    await second.page.getByRole("heading", { name: "超时与上报（甲）" }).waitFor();
    await second.page.getByText(`正在接着 ${first.person.name}`).waitFor();
    assert.deepEqual([...first.mishaps, ...second.mishaps], []);
  });
});
