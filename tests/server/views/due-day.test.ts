import assert from "node:assert/strict";
import { sayDueDay } from "../../../server/views/moments.ts";

const zone = "Asia/Shanghai";
/** Monday. */
const now = Date.parse("2026-11-23T10:00:00+08:00");
const said = (at: string) => sayDueDay(Date.parse(at), now, zone);

describe("a day as one says it to a neighbour", () => {
  it("has its hour today and tomorrow, then its weekday, then its date", () => {
    assert.equal(said("2026-11-23T17:30:00+08:00")["zh-CN"], "今天 17:30");
    assert.equal(said("2026-11-24T11:00:00+08:00")["zh-CN"], "明天 11:00");
    assert.deepEqual(said("2026-11-26T12:00:00+08:00"), { "zh-CN": "周四（11月26日）", en: "Thursday (2026-11-26)" });
    assert.equal(said("2026-11-29T12:00:00+08:00")["zh-CN"], "周日（11月29日）");
    assert.equal(said("2026-11-30T12:00:00+08:00")["zh-CN"], "11月30日");
    assert.equal(said("2027-01-04T12:00:00+08:00")["zh-CN"], "2027年1月4日");
  });
});
