import assert from "node:assert/strict";
import type { NoticePage } from "../../server/contract/types.ts";
import { journey, type Actor } from "../support/journey.ts";
import {
  addPhoto,
  caseOf,
  choose,
  fillReport,
  offered,
  openCase,
  openTask,
  sendReport,
  sentNote,
  submitTask,
  taskForm,
  type CaseName,
} from "../support/journey-acts.ts";
import { newId } from "../support/reports.ts";
import type { Failure } from "../support/server.ts";

journey("from the scan to the finder's notice", (the) => {
  let finder: Actor;
  let handler: Actor;
  let verifier: Actor;
  let found: CaseName;

  it("a grid worker scans a door, sees who will be responsible and why, and reports", async () => {
    finder = await the().signInAs("gridWorker", "binjiangGrid1");
    await fillReport(finder, {
      place: "BJ1-0101",
      matter: "下水道堵塞",
      description: "单元门口污水外溢，影响居民通行",
    });
    const owner = finder.page.getByRole("region", { name: "扫码定责" });
    await owner.getByText("北河街道城管中队").waitFor();
    assert.match(await owner.innerText(), /依据\s+\S+/);

    found = await sendReport(finder);
    assert.match(found.number, /^北河-20261123-\d{4}$/);
    assert.match(await sentNote(finder.page).innerText(), /北河街道城管中队/);
  });

  it("the office that was named signs for it at its desk", async () => {
    handler = await the().signInAs("handler", "beiheUrban");
    await openTask(handler, found, "签收");
    await choose(handler, "签收意见", "签收");
    await submitTask(handler, found);
    await handler.page.getByRole("heading", { name: "处置", exact: true }).waitFor();
  });

  it("and disposes of it, with a photo taken afterwards", async () => {
    await choose(handler, "办理情况", "已处置完成");
    await taskForm(handler).getByLabel("处置结果").fill("已疏通管道，路面冲洗干净");
    await addPhoto(handler, "处置后", taskForm(handler));

    await submitTask(handler, found);
    assert.equal((await caseOf(handler, found)).summary.state, "verifying");
  });

  it("who handled it is not offered the check, and is refused when he tries", async () => {
    assert.equal(await offered(handler, found, "现场核查"), undefined);
    const [task] = (await caseOf(handler, found)).openTasks;
    assert.ok(task);
    const { status, body } = await handler.post<Failure>(`/tasks/${task.street}/${task.id}/complete`, {
      submissionId: newId(),
      data: { outcome: "cannotVerify", opinion: "自己核查自己" },
    });
    assert.deepEqual([status, body.error.code], [403, "TASK_ACTOR_EXCLUDED"]);
    assert.match(body.error.zh, /\p{Script=Han}/u);
    await handler.page.goto("/desk");
    await handler.page.getByText("没有待办", { exact: true }).waitFor();
  });

  it("the grid's leader checks it on his phone and passes it", async () => {
    verifier = await the().signInAs("gridLeader", "binjiangGrid1");
    await openTask(verifier, found, "现场核查");
    await choose(verifier, "核查结论", "通过");
    await addPhoto(verifier, "核查");

    await submitTask(verifier, found);
    await verifier.page.getByText("现在的状态：已结案").waitFor();
  });

  it("the finder is told on his phone, and the notice leads to the closed case", async () => {
    await the().server.running.container.runtime.settle();
    const { body } = await finder.get<NoticePage>("/notices");
    assert.ok(body.items.some((notice) => notice.caseId === found.id));
    await finder.page.getByRole("link", { name: "回到首页" }).click();
    await finder.page.reload();
    await finder.page.getByRole("link", { name: "全部通知" }).click();
    await finder.page.getByRole("button", { name: "您上报的事项已结案" }).click();
    await finder.page.getByText("已结案").first().waitFor();
    await finder.page.getByText(found.number).first().waitFor();
  });

  it("the story names everybody by step, and nobody's page broke", async () => {
    await openCase(finder, found);
    const timeline = await finder.page.locator(".m-timeline").innerText();
    for (const { person } of [finder, handler, verifier]) assert.ok(timeline.includes(person.name), person.name);
    for (const { mishaps } of [finder, handler, verifier]) assert.deepEqual(mishaps, []);
  });
});
