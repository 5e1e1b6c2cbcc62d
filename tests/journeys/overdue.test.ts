import assert from "node:assert/strict";
import { journey, type Actor } from "../support/journey.ts";
import {
  caseOf,
  choose,
  complete,
  moveClock,
  openCase,
  openTask,
  report,
  submitTask,
  taskForm,
  type CaseName,
} from "../support/journey-acts.ts";

// Eight working hours from Monday 10:00 end on Tuesday at 11:00, one and a half times as many at 17:00.
journey("overdue in 北河街道", (the) => {
  let found: CaseName;
  let handler: Actor;
  let dispatcher: Actor;
  const marks = (actor: Actor) => actor.page.locator("header").filter({ hasText: found.number });

  it("is in time while the limit runs", async () => {
    found = await report(await the().signInAs("gridWorker", "binjiangGrid1"), "BJ1-0101", "sewerBlocked");
    handler = await the().signInAs("handler", "beiheUrban");
    await complete(handler, found, "签收", { decision: "accept" });
    await openCase(handler, found);
    await moveClock(handler, "快进 1 天");
    await openCase(handler, found);
    await marks(handler)
      .getByText(/还剩 1 工作时/)
      .waitFor();
    assert.equal((await caseOf(handler, found)).summary.cards.yellow, 0);
  });

  it("at the limit gets a yellow card and goes up one level", async () => {
    await moveClock(handler, "快进 1 小时");
    await openCase(handler, found);
    await marks(handler).getByText("黄牌 1").waitFor();
    await marks(handler).getByText("当前层级 街道").waitFor();
    await marks(handler).getByText("已上报").waitFor();
    const { summary } = await caseOf(handler, found);
    assert.deepEqual([summary.level, summary.cards], ["street", { yellow: 1, red: 0 }]);
    await handler.page.getByRole("button", { name: /^通知（\d+ 条未读）/ }).click();
    await handler.page.getByText("黄牌").last().waitFor();
  });

  it("is in the street's inbox, while the office still has it", async () => {
    dispatcher = await the().signInAs("dispatcher", "beihe");
    await openTask(dispatcher, found, "街道督导");
    await dispatcher.page.getByRole("heading", { name: "处置", exact: true }).waitFor();
  });

  it("left lying there, goes up to the district and gets a red card", async () => {
    await moveClock(dispatcher, "快进 1 天");
    await openCase(dispatcher, found);
    await marks(dispatcher).getByText("红牌 1").waitFor();
    await marks(dispatcher).getByText("当前层级 区").waitFor();
    const { summary } = await caseOf(dispatcher, found);
    assert.deepEqual([summary.level, summary.cards], ["district", { yellow: 1, red: 1 }]);
  });

  it("the district's leader says what is to be done, and the office goes on", async () => {
    const leader = await the().signInAs("leader", "jinchuan");
    await openTask(leader, found, "区级督导");
    await choose(leader, "督导决定", "督促原单位继续办理");
    await taskForm(leader).getByLabel("办理要求").fill("今日下班前疏通完毕");
    await submitTask(leader, found);
    await the().server.running.container.runtime.settle();
    await openCase(handler, found);
    await marks(handler).getByText("处置中").waitFor();
    assert.deepEqual([...handler.mishaps, ...dispatcher.mishaps, ...leader.mishaps], []);
  });
});
