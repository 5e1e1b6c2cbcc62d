import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { CaseDetail, CasePage, TaskSummary } from "../../../server/contract/types.ts";
import { deskPage, inChromium, livingCity, openTask, reportSewer, signFor } from "../../support/living-city.ts";
import type { Client } from "../../support/server.ts";

const casePath = (task: TaskSummary) => `/desk/case/${task.case.id}?task=${encodeURIComponent(task.id)}`;
/** A case of this test alone, waiting to be signed for. */
async function toSign(client: Client): Promise<TaskSummary> {
  return openTask(client, await reportSewer(), "签收");
}

/** A case of this test alone, signed for and waiting to be handled. */
async function toHandle(client: Client): Promise<TaskSummary> {
  const of = await reportSewer();
  await signFor(client, await openTask(client, of, "签收"));
  return openTask(client, of, "处置");
}

inChromium("the case page", () => {
  it("lets the office sign for a task with its form and says to whom the case went", async () => {
    const { server } = await livingCity();
    const handler = await server.as("handler", "nanyuanUrban");
    const task = await toSign(handler);
    const { page, mishaps } = await deskPage(handler, casePath(task));
    await page.locator(".gl-task .f-form").getByText("签收", { exact: true }).click();
    await page.getByRole("button", { name: "提交" }).click();
    const said = page.locator(".ant-notification-notice").first();
    await said.waitFor();
    assert.match(await said.innerText(), new RegExp(task.case.number));
    await page.locator(".gl-timeline li").first().getByText(handler.session.person.name).waitFor();
    assert.deepEqual(mishaps, []);
    await page.context().close();
  });

  it("names who was first when a task has been completed meanwhile, and keeps what was typed", async () => {
    const { server } = await livingCity();
    const people = (await server.people()).filter(
      (person) => person.role === "handler" && person.unit === "nanyuanUrban",
    );
    const [first, second = first] = people;
    assert.ok(first !== undefined && second !== undefined);
    const [quick, slow] = [await server.asPerson(first.id), await server.asPerson(second.id)];
    const task = await toSign(quick);
    const { page } = await deskPage(slow, casePath(task));
    const panel = page.locator(".gl-task");
    await panel.locator(".f-form").getByText("退回", { exact: true }).click();
    await panel.getByRole("textbox").first().fill("不属于城管中队职责，应由水务部门办理");
    const done = await quick.post(`/tasks/${task.street}/${task.id}/complete`, {
      submissionId: randomUUID(),
      data: { decision: "accept" },
    });
    assert.equal(done.status, 200, JSON.stringify(done.body));
    await panel.getByRole("button", { name: "提交" }).click();
    const note = page.locator(".gl-conflict");
    await note.waitFor();
    assert.match(await note.innerText(), new RegExp(first.name));
    assert.equal(await panel.getByRole("textbox").first().inputValue(), "不属于城管中队职责，应由水务部门办理");
    await page.getByRole("button", { name: "重新读取" }).click();
    await note.waitFor({ state: "detached" });
    await page.context().close();
  });

  it("supervises with a reason, shows the order, and lets the handler answer it", async () => {
    const { server } = await livingCity();
    const leader = await server.as("leader", "nanyuan");
    const handler = await server.as("handler", "nanyuanUrban");
    const task = await toHandle(handler);
    const { page } = await deskPage(leader, `/desk/case/${task.case.id}`);
    await page.getByRole("button", { name: "督办", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "下达督办" }).click();
    await dialog.getByText("请填写“督办要求”").waitFor();
    await dialog.getByLabel("督办要求").fill("两小时内到场处置，报处置前后照片");
    await dialog.getByRole("button", { name: "下达督办" }).click();
    await page.locator(".ant-notification-notice").first().waitFor();
    await page.locator(".gl-supervisions").getByText("两小时内到场处置").waitFor();
    const answering = await deskPage(handler, casePath(task));
    await answering.page.getByRole("button", { name: "督办回复" }).click();
    await answering.page.getByRole("dialog").getByLabel("回复内容").fill("已到场，预计下午三点前疏通");
    await answering.page.getByRole("dialog").getByRole("button", { name: "提交回复" }).click();
    await answering.page.locator(".gl-supervisions").getByText("已到场，预计下午三点前疏通").waitFor();
    await answering.page.context().close();
    await page.context().close();
  });

  it("suspends and resumes, and a stale command says that something changed", async () => {
    const { server } = await livingCity();
    const dispatcher = await server.as("dispatcher", "nanyuan");
    const leader = await server.as("leader", "nanyuan");
    const task = await toHandle(await server.as("handler", "nanyuanUrban"));
    const { page } = await deskPage(dispatcher, `/desk/case/${task.case.id}`);
    await page.getByRole("button", { name: "挂起" }).click();
    await page.getByRole("dialog").getByLabel("挂起原因").fill("等待产权单位出具意见");
    const seen = await leader.get<CaseDetail>(`/cases/${task.case.id}`);
    await page.route(`**/api/cases/${task.case.id}`, (route) => route.abort());
    const extended = await leader.post(`/cases/${task.case.id}/supervise`, {
      requirement: "尽快",
      revision: seen.body.revision,
    });
    assert.equal(extended.status, 200, JSON.stringify(extended.body));
    await page.getByRole("dialog").getByRole("button", { name: "挂起" }).click();
    await page.locator(".gl-conflict").waitFor();
    assert.equal(await page.getByLabel("挂起原因").inputValue(), "等待产权单位出具意见");
    await page.unroute(`**/api/cases/${task.case.id}`);
    await page.getByRole("button", { name: "重新读取" }).click();
    await page.locator(".gl-conflict").waitFor({ state: "detached" });
    await page.getByRole("dialog").getByRole("button", { name: "挂起" }).click();
    await page.getByText("已挂起，停止计时").first().waitFor();
    await page.getByRole("button", { name: "恢复" }).click();
    await page.getByRole("dialog").getByLabel("恢复原因").fill("产权单位意见已到");
    await page.getByRole("dialog").getByRole("button", { name: "恢复办理" }).click();
    await page.getByRole("button", { name: "挂起" }).waitFor();
    await page.context().close();
  });

  it("offers only what the server allows", async () => {
    const { server } = await livingCity();
    const handler = await server.as("handler", "nanyuanUrban");
    const task = await toHandle(handler);
    const { page } = await deskPage(handler, casePath(task));
    await page.locator(".gl-case-head h1").waitFor();
    const { body } = await handler.get<CaseDetail>(`/cases/${task.case.id}`);
    assert.ok(!body.actions.includes("cancel"));
    assert.equal(await page.getByRole("button", { name: "作废" }).count(), 0);
    await page.context().close();
  });

  it("draws the flow with its token, the done path and the reason in words, all in Chinese", async () => {
    const { server } = await livingCity();
    const handler = await server.as("handler", "nanyuanUrban");
    const task = await toHandle(handler);
    const { page, mishaps } = await deskPage(handler, `/desk/case/${task.case.id}?tab=flow`);
    await page.locator(".gl-token-badge").first().waitFor({ timeout: 30_000 });
    assert.ok((await page.locator(".djs-element.gl-done").count()) > 0);
    assert.ok((await page.locator(".djs-connection.gl-taken").count()) > 0);
    await page.locator(".bjs-powered-by").waitFor({ state: "visible" });
    const reason = page.locator(".gl-waits li").first();
    assert.match(await reason.innerText(), /等待/);
    await page.locator(".gl-token-badge").last().hover();
    await page.locator(".gl-token-reasons:visible").first().waitFor();
    const words = await page.locator(".gl-diagram svg text").allTextContents();
    for (const word of words) assert.doesNotMatch(word, /[A-Za-z]{4,}/);
    assert.deepEqual(mishaps, []);
    await page.context().close();
  });

  it("shows photos before and after side by side, with time and person", async () => {
    const { server } = await livingCity();
    const client = await server.as("dispatcher", "nanyuan");
    const { body } = await client.get<CasePage>("/cases?state=closed&limit=20");
    const closed = body.items[0];
    assert.ok(closed !== undefined);
    const { page } = await deskPage(client, `/desk/case/${closed.id}?tab=files`);
    await page.getByRole("heading", { name: /处置前/ }).waitFor();
    await page.getByRole("heading", { name: /处置后/ }).waitFor();
    const picture = page.locator(".gl-picture img").first();
    await picture.waitFor();
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>(".gl-picture img")].every(
        (each) => each.complete && each.naturalWidth > 0,
      ),
    );
    assert.match(await page.locator(".gl-picture figcaption").first().innerText(), /\d{4}-\d{2}-\d{2} \d{2}:\d{2} · /);
    await page.context().close();
  });

  it("of another street is not found, in words", async () => {
    const { server } = await livingCity();
    const beihe = await server.as("dispatcher", "beihe");
    const { body } = await beihe.get<CasePage>("/cases?limit=1");
    const foreign = body.items[0];
    assert.ok(foreign !== undefined);
    const { page } = await deskPage(await server.as("dispatcher", "nanyuan"), `/desk/case/${foreign.id}`);
    await page.getByRole("alert").waitFor();
    assert.equal(await page.getByText(foreign.number).count(), 0);
    await page.context().close();
  });

  it("sends who is not signed in to the door, and back to the case afterwards", async () => {
    const { server } = await livingCity();
    const client = await server.as("dispatcher", "nanyuan");
    const { page } = await deskPage(client, "/desk");
    await page.locator(".gl-row").first().waitFor();
    await page.getByRole("button", { name: /个人菜单/ }).click();
    await page.getByRole("menuitem", { name: "退出登录" }).click();
    await page.waitForURL(/sign-in/);
    const session = await page.evaluate(async () => (await fetch("/api/session")).status);
    assert.equal(session, 401);
    await page.context().close();
  });
});
