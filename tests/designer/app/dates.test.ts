import assert from "node:assert/strict";
import { dayOf, sayMoment, sayWhen } from "../../../designer/app/dates.ts";

const now = "2026-11-23T02:00:00.000Z";

describe("moments as people say them", () => {
  it("are those of the pack's time zone, whatever the device's", () => {
    assert.equal(dayOf("2026-11-22T16:30:00.000Z"), "2026-11-23");
    assert.equal(sayMoment("2026-11-22T16:05:00.000Z"), "2026-11-23 00:05");
  });

  for (const [at, said] of [
    ["2026-11-23T09:30:00.000Z", "今天 17:30"],
    ["2026-11-22T16:00:00.000Z", "今天 00:00"],
    ["2026-11-22T15:59:00.000Z", "昨天 23:59"],
    ["2026-11-24T01:00:00.000Z", "明天 09:00"],
    ["2026-11-02T00:33:00.000Z", "11月2日 08:33"],
    ["2025-12-31T00:00:00.000Z", "2025年12月31日 08:00"],
  ] as const)
    it(`${at} is ${said}`, () => assert.equal(sayWhen(at, now), said));
});
