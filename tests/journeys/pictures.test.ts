import assert from "node:assert/strict";
import { journey } from "../support/journey.ts";
import { choose, fillReport, picture, wantsPictures } from "../support/journey-acts.ts";

/** Screens of the living city for the README: `PICTURES=1`, else nothing. */
if (wantsPictures)
  journey(
    "pictures",
    (the) => {
      it("the worker sees before sending who will be responsible", async () => {
        const worker = await the().signInAs("gridWorker", "xingfuGrid1");
        await fillReport(worker, {
          place: "XF1-0101",
          matter: "下水道堵塞",
          description: "单元门口污水外溢，影响居民通行",
        });
        await worker.page.getByRole("region", { name: "扫码定责" }).getByText("依据").scrollIntoViewIfNeeded();
        await picture(worker, "worker");
      });

      it("the office has its inbox", async () => {
        const handler = await the().signInAs("handler", "beiheUrban");
        await handler.page.getByRole("row").nth(1).waitFor();
        await picture(handler, "office");
      });

      it("the street sees all its cases, and where one stands", async () => {
        const leader = await the().signInAs("leader", "beihe");
        await leader.page.goto("/desk?view=cases");
        await leader.page.getByRole("row").nth(1).waitFor();
        await picture(leader, "overview");
        await leader.page.goto("/desk?view=cases&state=escalated");
        await leader.page.getByRole("row").filter({ hasText: "已上报" }).first().dblclick();
        await leader.page.getByRole("tab", { name: "流程图" }).click();
        await leader.page.locator(".gl-token-badge").first().waitFor();
        await picture(leader, "leader");
      });

      it("the checker has the result before him", async () => {
        const busy = (await the().server.people()).filter((each) => each.role === "gridLeader" && each.openTasks > 0);
        assert.ok(busy[0]);
        const checker = await the().signInAs("gridLeader", busy[0].unit);
        await checker.page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "待办" }).click();
        await checker.page.getByRole("link").filter({ hasText: "核查" }).first().click();
        await choose(checker, "核查结论", "通过");
        await checker.page.locator("details[open]").first().scrollIntoViewIfNeeded();
        await picture(checker, "verifier");
      });

      it("the designer has the definitions", async () => {
        const designer = await the().signInAs("designer", "yunjin");
        await designer.page.getByText("事件闭环处置").first().click();
        await designer.page.locator("svg").filter({ hasText: "签收" }).first().waitFor();
        await picture(designer, "admin");
      });
    },
    { city: true },
  );
