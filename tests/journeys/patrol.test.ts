import assert from "node:assert/strict";
import { journey, type Actor } from "../support/journey.ts";
import { addPhoto, caseOf, offered, type CaseName } from "../support/journey-acts.ts";

journey("a problem found on patrol", (the) => {
  let worker: Actor;
  let raised: CaseName;

  it("is noted in the checklist with photo and words, the rest is in order", async () => {
    worker = await the().signInAs("gridWorker", "binjiangGrid1");
    const { page } = worker;
    await page.getByRole("link", { name: "网格巡查" }).click();
    await page.getByText("位于").first().waitFor();
    const covers = page.getByRole("listitem").filter({ has: page.getByRole("group", { name: "井盖和路面" }) });
    await covers.getByRole("radio", { name: "问题" }).check();
    await covers.getByLabel("问题说明").fill("三号楼前井盖缺失");
    await addPhoto(worker, "井盖", covers);
    await page.getByRole("button", { name: "其余都正常" }).click();
    await page.getByText("已查 16/16").waitFor();
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("heading", { name: "生成 1 件事项" }).waitFor();
  });

  it("becomes a case of its own that the worker can follow", async () => {
    const { page } = worker;
    const line = page.getByRole("link").filter({ hasText: "井盖缺损" });
    const href = (await line.getAttribute("href")) ?? "";
    const id = href.slice(href.lastIndexOf("/") + 1);
    await line.click();
    await page.getByText("三号楼前井盖缺失").first().waitFor();
    raised = { id, number: (await caseOf(worker, { id, number: "" })).summary.number };
    assert.match(raised.number, /^北河-20261123-\d{4}$/);
    assert.equal((await caseOf(worker, raised)).attachments.length, 1);
  });

  it("and goes to the responsible office like any other", async () => {
    const handler = await the().signInAs("handler", "beiheUrban");
    assert.ok(await offered(handler, raised, "签收"));
    await handler.page.reload();
    await handler.page.getByRole("row").filter({ hasText: raised.number }).waitFor();
    assert.deepEqual([...worker.mishaps, ...handler.mishaps], []);
  });
});
