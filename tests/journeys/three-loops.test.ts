import assert from "node:assert/strict";
import { journey, type Actor } from "../support/journey.ts";
import {
  addPhoto,
  caseOf,
  choose,
  complete,
  fillReport,
  moreFacts,
  moveClock,
  openCase,
  openTask,
  sendReport,
  submitTask,
  taskForm,
  type CaseName,
} from "../support/journey-acts.ts";

// Nanyuan's own chain: four working hours in the grid, then 微循环, 小循环, 大循环.
journey("three loops in 南苑街道", (the) => {
  let found: CaseName;
  let worker: Actor;

  const headOf = (actor: Actor) => actor.page.locator("header").filter({ hasText: found.number });

  it("a small matter belongs to the grid for four working hours, as the phone says", async () => {
    worker = await the().signInAs("gridWorker", "xingfuGrid1");
    await fillReport(worker, { place: "XF1-0101", matter: "道路不洁", description: "路面大片油污，行人易滑倒" });
    const owner = worker.page.getByRole("region", { name: "扫码定责" });
    await owner.getByText("幸福社区第1网格").first().waitFor();
    await owner.getByText(/4 工作时/).waitFor();
    found = await sendReport(worker);
    await openTask(worker, found, "签收");
    await choose(worker, "签收意见", "签收");
    await submitTask(worker, found);
    await openCase(worker, found);
    await moreFacts(worker);
    await worker.page.getByText("网格自办").first().waitFor();
  });

  it("not done in time, it goes to the community: 微循环", async () => {
    await worker.page.goto("/m");
    await moveClock(worker, "快进 1 天");
    await openCase(worker, found);
    await moreFacts(worker);
    await worker.page.getByText("微循环（社区）").first().waitFor();
    const { summary } = await caseOf(worker, found);
    assert.deepEqual([summary.state, summary.level, summary.cards.yellow], ["escalated", "community", 1]);
  });

  it("the community cannot solve it either and passes it on: 小循环", async () => {
    const acceptor = await the().signInAs("communityAcceptor", "xingfu");
    await openTask(acceptor, found, "社区办理");
    await choose(acceptor, "办理情况", "上报上一级");
    await taskForm(acceptor).getByLabel("超出职权范围的原因").fill("需要多部门联合执法");
    await taskForm(acceptor).getByLabel("无能力解决的原因").fill("社区没有清洗设备");
    await submitTask(acceptor, found);
    await headOf(acceptor).getByText("当前层级 小循环（街道）").waitFor();
    assert.deepEqual(acceptor.mishaps, []);
  });

  it("left lying at the street, it goes to the district: 大循环", async () => {
    const centre = await the().signInAs("dispatcher", "nanyuan");
    await openTask(centre, found, "街道办理");
    for (let days = 0; days < 3; days += 1) await moveClock(centre, "快进 1 天");
    await openCase(centre, found);
    await headOf(centre).getByText("当前层级 大循环（区）").waitFor();
    assert.deepEqual(centre.mishaps, []);
  });

  it("the district solves it, the result comes back down, and the grid's leader closes it", async () => {
    const district = await the().signInAs("leader", "jinchuan");
    await openTask(district, found, "区办理");
    await choose(district, "办理情况", "区级办结");
    await taskForm(district).getByLabel("处置结果").fill("区城管局组织专项清洗");
    await addPhoto(district, "清洗后", taskForm(district));
    await submitTask(district, found);
    await the().server.running.container.runtime.settle();
    const leader = await the().signInAs("gridLeader", "xingfuGrid1");
    await complete(leader, found, "现场核查", { outcome: "pass", photos: true });
    await openCase(worker, found);
    await worker.page.getByText("已结案").first().waitFor();
    assert.deepEqual([...worker.mishaps, ...district.mishaps], []);
  });
});
