import assert from "node:assert/strict";
import { journey, type Actor } from "../support/journey.ts";
import {
  choose,
  offered,
  openCase,
  openTask,
  report,
  submitTask,
  taskForm,
  type CaseName,
} from "../support/journey-acts.ts";

journey("given to the wrong office", (the) => {
  let found: CaseName;
  let dispatcher: Actor;

  it("the office that is not responsible returns it and says why", async () => {
    found = await report(await the().signInAs("gridWorker", "binjiangGrid1"), "BJ1-0101", "carParking");
    const police = await the().signInAs("handler", "beihePolice");
    await openTask(police, found, "签收");
    await choose(police, "签收意见", "退回");
    await taskForm(police).getByLabel("退回理由").fill("人行道停车属于城管执法范围");
    await taskForm(police).getByLabel("建议责任单位").selectOption({ label: "北河街道城管中队" });
    await submitTask(police, found);
    await police.page.getByText("待派遣").first().waitFor();
    assert.equal(await offered(police, found, "签收"), undefined);
  });

  it("the dispatcher reads why and gives it to another office", async () => {
    dispatcher = await the().signInAs("dispatcher", "beihe");
    await openTask(dispatcher, found, "重新派遣");
    await dispatcher.page.getByText("人行道停车属于城管执法范围").first().waitFor();
    await dispatcher.page.getByText("签收：退回").waitFor();
    const head = dispatcher.page.locator("header").filter({ hasText: found.number });
    assert.equal(await head.getByText("主办").count(), 0, "who returned it does not own it any more");
    await taskForm(dispatcher).getByLabel("责任单位").selectOption({ label: "北河街道城管中队" });
    await choose(dispatcher, "承办岗位", "职能部门处置人");
    await taskForm(dispatcher).getByLabel("派遣理由").fill("人行道停车由城管负责");
    await submitTask(dispatcher, found);
  });

  it("the case counts one return, and the right office has it to sign for", async () => {
    const head = dispatcher.page.locator("header").filter({ hasText: found.number });
    await head.getByText("退回 1 次").waitFor();
    await head.getByText("主办 北河街道城管中队").waitFor();
    const urban = await the().signInAs("handler", "beiheUrban");
    assert.ok(await offered(urban, found, "签收"));
    await openCase(urban, found);
    await urban.page.getByRole("heading", { name: "签收", exact: true }).waitFor();
    assert.deepEqual([...dispatcher.mishaps, ...urban.mishaps], []);
  });
});
