import assert from "node:assert/strict";
import { journey } from "../support/journey.ts";
import { caseOf, findCases, report, type CaseName } from "../support/journey-acts.ts";
import type { Failure } from "../support/server.ts";

journey("a case of another street", (the) => {
  let found: CaseName;
  let photo: string;

  before(async () => {
    const finder = await the().signInAs("gridWorker", "binjiangGrid1");
    found = await report(finder, "BJ1-0101", "sewerBlocked");
    photo = (await caseOf(finder, found)).attachments[0]?.id ?? "";
    assert.ok(photo);
  });

  for (const [role, unit] of [
    ["gridWorker", "xingfuGrid1"],
    ["handler", "nanyuanUrban"],
    ["leader", "nanyuan"],
  ] as const)
    it(`does not exist for ${role} at ${unit}, on the screen or behind it`, async () => {
      const actor = await the().signInAs(role, unit);
      const { status, body } = await actor.get<Failure>(`/cases/${found.id}`);
      assert.equal(status, 404);
      assert.ok(!JSON.stringify(body).includes(found.number));
      assert.equal((await actor.get(`/cases/${found.id}/diagram`)).status, 404);
      assert.equal((await actor.get(`/attachments/${photo}`)).status, 404);
      assert.deepEqual(await findCases(actor, found.number), []);
      await actor.page.goto(actor.onPhone ? `/m/cases/${found.id}` : `/desk/case/${found.id}`);
      const said = actor.page.getByRole("alert");
      await said.getByText(body.error.zh).waitFor();
      assert.match(await said.innerText(), /\p{Script=Han}{4,}/u);
      assert.ok(!(await actor.page.locator("body").innerText()).includes(found.number));
      assert.deepEqual(actor.mishaps, []);
    });
});
