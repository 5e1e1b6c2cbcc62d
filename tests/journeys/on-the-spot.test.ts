import assert from "node:assert/strict";
import { journey, type Actor } from "../support/journey.ts";
import {
  addPhoto,
  caseOf,
  choose,
  fillReport,
  offered,
  openTask,
  sendReport,
  submitTask,
  type CaseName,
} from "../support/journey-acts.ts";

journey("solved on the spot", (the) => {
  let worker: Actor;
  let found: CaseName;

  it("the worker says what he did and shows it; nobody has to dispose of it", async () => {
    worker = await the().signInAs("gridWorker", "xingfuGrid1");
    await fillReport(worker, { place: "XF1-0101", matter: "非法小广告", description: "楼道内张贴小广告" });
    await worker.page.getByRole("radiogroup", { name: "已当场处理" }).getByRole("radio", { name: "是" }).check();
    await worker.page.getByLabel("处理结果").fill("现场清除并恢复墙面");
    const photos = worker.page.getByRole("group", { name: "处理后照片" });
    await addPhoto(worker, "清除后", photos);
    found = await sendReport(worker);
    const { summary, openTasks } = await caseOf(worker, found);
    assert.equal(summary.state, "verifying");
    assert.deepEqual(
      openTasks.map((task) => task.name),
      ["核查当场处理"],
    );
  });

  it("he cannot check himself; the grid's leader closes it", async () => {
    assert.equal(await offered(worker, found, "核查当场处理"), undefined);
    const leader = await the().signInAs("gridLeader", "xingfuGrid1");
    await openTask(leader, found, "核查当场处理");
    await leader.page.getByText("现场清除并恢复墙面").first().waitFor();
    await choose(leader, "核查结论", "通过");
    await addPhoto(leader, "核查");
    await submitTask(leader, found);
    await leader.page.getByText("现在的状态：已结案").waitFor();
    assert.deepEqual([...worker.mishaps, ...leader.mishaps], []);
  });
});
