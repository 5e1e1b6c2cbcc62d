import assert from "node:assert/strict";
import type { SettingsVersion } from "../../server/contract/types.ts";
import { axeViolations } from "../support/browser.ts";
import { journey, type Actor } from "../support/journey.ts";
import { caseOf, moveClock, report, type CaseName } from "../support/journey-acts.ts";

// Reported on Monday at 10:00: after four working hours in the grid the community has it from 16:00 on.
journey("a street changes its escalation", (the) => {
  let worker: Actor;
  let designer: Actor;
  let running: CaseName;
  let next: CaseName;

  const row = (key: string) => designer.page.locator(`[data-setting=${key}]`);
  const chain = () => designer.page.getByRole("region", { name: "逐级上报链条" });
  const publish = async (reason: string) => {
    await designer.page
      .getByRole("region", { name: "待发布的修改" })
      .getByRole("button", { name: "发布", exact: true })
      .click();
    const dialog = designer.page.getByRole("dialog", { name: "发布街道设置" });
    await dialog.getByLabel("修改理由").fill(reason);
    await dialog.getByRole("button", { name: "确认发布" }).click();
    await dialog.waitFor({ state: "hidden" });
  };

  it("a case is under way before anything changes", async () => {
    worker = await the().signInAs("gridWorker", "xingfuGrid1");
    running = await report(worker, "XF1-0101", "dirtyRoad");
  });

  it("the settings page says each value, where it comes from, and the chain in sentences", async () => {
    designer = await the().signInAs("designer", "nanyuan");
    await designer.page.getByRole("link", { name: "街道设置" }).click();
    await chain().getByText("微循环（社区）1 工作日内未办结 → 小循环（街道）").waitFor();
    await row("signLimit").getByText("市级 v1").waitFor();
    await row("firstOwner").getByText("小事先由网格员办理，小事不出格").waitFor();
    const matters = designer.page.getByRole("region", { name: "事项时限" });
    await matters.getByText("市容环境").click();
    const garbage = matters.locator("dl > div").filter({ hasText: "暴露垃圾" });
    await garbage.getByText("本街道，市级为 4 工作时").waitFor();
    assert.match(await garbage.innerText(), /2 工作时/);
    assert.deepEqual(await axeViolations(designer.page), []);
  });

  it("a limit of zero is refused at its field, and cannot be published", async () => {
    const amount = row("signLimit").getByLabel("签收时限：数值");
    await amount.fill("0");
    await row("signLimit").getByText("时限应大于 0").waitFor();
    const bar = designer.page.getByRole("region", { name: "待发布的修改" });
    assert.equal(await bar.getByRole("button", { name: "发布", exact: true }).isDisabled(), true);
    await amount.fill("10000");
    await row("signLimit")
      .getByText(/应在 .+ 至 .+之间，现为 10000/)
      .waitFor();
    await amount.fill("1");
    await row("signLimit").getByText(/现为/).waitFor({ state: "hidden" });
  });

  it("the chain follows while the community's limit is shortened", async () => {
    await row("nanyuan__communityLimit").getByLabel("微循环时限：计时方式").click();
    await designer.page.locator(".ant-select-item-option").getByText("工作时", { exact: true }).click();
    await row("nanyuan__communityLimit").getByLabel("微循环时限：数值").fill("2");
    await chain().getByText("微循环（社区）2 工作时内未办结 → 小循环（街道）").waitFor();
    await chain().getByText("微循环（社区）1 工作日内未办结 → 小循环（街道）").waitFor();
  });

  it("one case that nobody touches is played before and after, side by side", async () => {
    await chain().getByRole("button", { name: "预演一个案件" }).click();
    const drawer = designer.page.getByRole("dialog", { name: "案例预演" });
    const street = (side: string) =>
      drawer.getByRole("region", { name: side }).getByRole("listitem").filter({ hasText: "等待办理“街道办理”" });
    await street("修改后").getByText("有变化").waitFor();
    const [before, after] = [await street("现行设置").innerText(), await street("修改后").innerText()];
    assert.match(before, /T\+\d+ 天/);
    assert.notEqual(after.split("\n")[0], before.split("\n")[0]);
    assert.deepEqual(await axeViolations(designer.page), []);
    await designer.page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
  });

  it("it is published with a reason, and the history says who and why", async () => {
    await publish("汛期社区两小时内处置");
    await row("nanyuan__communityLimit").getByText("理由：汛期社区两小时内处置").waitFor();
    const { body } = await designer.get<SettingsVersion[]>("/streets/nanyuan/settings/history");
    assert.deepEqual([body[0]?.version, body[0]?.by, body[0]?.note], [2, designer.person.name, "汛期社区两小时内处置"]);
  });

  it("with 快进时间 the next case goes up by the new limit, the running one does not", async () => {
    next = await report(worker, "XF1-0101", "dirtyRoad");
    await moveClock(designer, "快进 1 天");
    assert.equal((await caseOf(worker, next)).summary.level, "street");
    assert.equal((await caseOf(worker, running)).summary.level, "community");
  });

  it("the street returns to the city's value and its own default", async () => {
    await designer.page.goto("/admin/settings");
    await row("signLimit").getByRole("button", { name: "恢复市级值 2 工作时" }).click();
    await row("nanyuan__communityLimit").getByRole("button", { name: "恢复默认值 1 工作日" }).click();
    await chain().getByText("修改后").waitFor();
    await publish("汛期结束");
    await row("signLimit").getByText("市级 v1").waitFor();
    await chain().getByText("微循环（社区）1 工作日内未办结 → 小循环（街道）").waitFor();
    assert.equal((await caseOf(worker, next)).summary.level, "street");
  });

  it("an earlier version comes back from the history as a new one", async () => {
    await designer.page.getByRole("button", { name: "修改记录" }).click();
    const drawer = designer.page.getByRole("dialog", { name: "修改记录" });
    await drawer.getByText("汛期社区两小时内处置").waitFor();
    assert.deepEqual(await axeViolations(designer.page), []);
    await drawer
      .getByRole("listitem")
      .filter({ hasText: "第 2 版" })
      .getByRole("button", { name: "恢复到这一版" })
      .click();
    const dialog = designer.page.getByRole("dialog", { name: "恢复到第 2 版" });
    await dialog.getByLabel("修改理由").fill("再次来雨");
    await dialog.getByRole("button", { name: "确认发布" }).click();
    await chain().getByText("微循环（社区）2 工作时内未办结 → 小循环（街道）").waitFor();
    assert.deepEqual(designer.mishaps, []);
  });
});
