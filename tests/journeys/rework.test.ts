import assert from "node:assert/strict";
import { journey, type Actor } from "../support/journey.ts";
import {
  addPhoto,
  caseOf,
  choose,
  complete,
  openTask,
  report,
  submitTask,
  taskForm,
  type CaseName,
} from "../support/journey-acts.ts";

journey("failed the check", (the) => {
  let found: CaseName;
  let handler: Actor;
  let leader: Actor;

  before(async () => {
    found = await report(await the().signInAs("gridWorker", "binjiangGrid1"), "BJ1-0101", "sewerBlocked");
    handler = await the().signInAs("handler", "beiheUrban");
    await complete(handler, found, "签收", { decision: "accept" });
    await complete(handler, found, "处置", { outcome: "done", result: "已疏通主管道", photos: true });
  });

  it("the checker finds that it is not solved; without saying why he cannot send", async () => {
    leader = await the().signInAs("gridLeader", "binjiangGrid1");
    await openTask(leader, found, "现场核查");
    await choose(leader, "核查结论", "不通过");
    await addPhoto(leader, "仍在渗水", taskForm(leader));
    await leader.page.getByRole("button", { name: "提交" }).click();
    await leader.page.getByText("还有 1 处需要填写或改正").first().waitFor();
    await taskForm(leader).getByLabel("核查说明").fill("仍有污水渗出");
    await submitTask(leader, found);
    await leader.page.getByText("现在的状态：返工中").waitFor();
  });

  it("the office reads the finding and does it again", async () => {
    await openTask(handler, found, "处置");
    await handler.page.getByText("返工 1 次").first().waitFor();
    await handler.page.getByText("仍有污水渗出").first().waitFor();
    await choose(handler, "办理情况", "已处置完成");
    await taskForm(handler).getByLabel("处置结果").fill("更换破损接口，已无渗漏");
    await addPhoto(handler, "返工后", taskForm(handler));
    await submitTask(handler, found);
  });

  it("the street's verifier passes it; one rework stays on record", async () => {
    const verifier = await the().signInAs("verifier", "beihe");
    await openTask(verifier, found, "现场核查");
    await choose(verifier, "核查结论", "通过");
    await addPhoto(verifier, "复核", taskForm(verifier));
    await submitTask(verifier, found);
    await verifier.page.getByText("已结案").first().waitFor();
    const { summary } = await caseOf(verifier, found);
    assert.deepEqual([summary.state, summary.reworks, summary.returns], ["closed", 1, 0]);
    assert.deepEqual([...handler.mishaps, ...leader.mishaps, ...verifier.mishaps], []);
  });
});
