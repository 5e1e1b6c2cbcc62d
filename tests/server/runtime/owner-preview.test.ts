import assert from "node:assert/strict";
import type { CaseDetail, Matter, OwnerAnswer, Place } from "../../../server/contract/types.ts";
import { sendReport } from "../../support/reports.ts";
import { startTestServer, type Answer, type TestServer } from "../../support/server.ts";

/** 扫码定责: what is promised before sending is what happens after it. */
describe("the owner that is named before sending", function () {
  this.timeout(60_000);
  let server: TestServer;
  before(async () => {
    server = await startTestServer();
  });
  after(() => server.stop());

  for (const [street, grid] of [
    ["nanyuan", "xingfuGrid1"],
    ["beihe", "binjiangGrid1"],
  ] as const)
    it(`is the one that gets the case, for every fourth matter of ${street}`, async () => {
      const worker = await server.as("gridWorker", grid);
      const { body: matters } = await worker.get<readonly Matter[]>(`/matters?street=${street}`);
      const { body: places } = await worker.get<readonly Place[]>("/places?limit=200");
      const place = places.find((each) => each.grid === grid);
      assert.ok(place !== undefined && matters.length >= 30);
      for (const { key } of matters.filter((_, at) => at % 4 === 0)) {
        const preview: Answer<OwnerAnswer> = await worker.post<OwnerAnswer>("/owner", {
          matter: key,
          placeCode: place.code,
        });
        const sent = await sendReport(worker, { matter: key, place, more: { onSpot: false } });
        assert.equal(sent.status, 201, JSON.stringify(sent.body));
        const { body: found } = await worker.get<CaseDetail>(`/cases/${sent.body.case?.id ?? ""}`);
        assert.equal(found.summary.lead, preview.body.lead, key);
        assert.ok(preview.body.rule.length > 0);
      }
    });
});
