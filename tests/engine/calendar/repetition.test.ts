import assert from "node:assert/strict";
import { addDuration, parseCycle } from "../../../engine/calendar/index.ts";
import { local, shown } from "./calendars.ts";

function after(from: string, iso: string): string {
  const result = addDuration(local(from), iso, "Asia/Shanghai");
  return result.ok ? shown(result.value) : (result.problems[0]?.code ?? "");
}

describe("A duration from an instant", () => {
  const table: readonly (readonly [string, string, string])[] = [
    ["2026-01-31 10:00", "P1M", "2026-02-28 10:00"],
    ["2024-01-31 10:00", "P1M", "2024-02-29 10:00"],
    ["2026-01-30 02:00", "P1M", "2026-02-28 02:00"],
    ["2026-03-02 10:00", "PT4H", "2026-03-02 14:00"],
    ["2026-03-02 10:00", "P3DT30M", "2026-03-05 10:30"],
    ["2026-03-02 10:00", "P1W", "2026-03-09 10:00"],
    ["2026-03-02 10:00", "PT0S", "2026-03-02 10:00"],
    ["2026-03-02 10:00", "P1Y2M3DT4H5M6.5S", "2027-05-05 14:05"],
  ];
  for (const [from, iso, expected] of table)
    it(`${from} + ${iso} → ${expected}`, () => assert.equal(after(from, iso), expected));

  for (const iso of ["", "P", "PT", "1D", "-P1D", "P1D1M", "P1H", "PT1.5H", "three days", "P99999999Y", "P1M\n"]) {
    it(`${JSON.stringify(iso)} is refused`, () => assert.equal(after("2026-03-02 10:00", iso), "DURATION_INVALID"));
  }

  it("is counted on the local calendar of the zone", () => {
    // 00:30 on 31 January in Shanghai is still 30 January in UTC.
    assert.equal(after("2026-01-31 00:30", "P1M"), "2026-02-28 00:30");
  });
});

describe("A repetition", () => {
  it("has a count and a duration", () => {
    assert.deepEqual(parseCycle("R3/PT1H"), { ok: true, value: { repeats: 3, duration: "PT1H" } });
    assert.deepEqual(parseCycle("R/P1D"), { ok: true, value: { repeats: undefined, duration: "P1D" } });
    assert.deepEqual(parseCycle("R-1/P1D"), { ok: true, value: { repeats: undefined, duration: "P1D" } });
  });

  it("may say when it starts", () => {
    const expected = { repeats: 2, start: "2026-03-02T01:30:00.000Z", duration: "P1W" };
    assert.deepEqual(parseCycle("R2/2026-03-02T09:30:00+08:00/P1W"), { ok: true, value: expected });
  });

  for (const text of [
    "",
    "R3",
    "PT1H",
    "R3/",
    "R3/1H",
    "Rx/PT1H",
    "R/PT0S",
    "R3/yesterday/PT1H",
    "R3/P1D/P1D/P1D",
    "0 0 * * *",
  ]) {
    it(`${JSON.stringify(text)} is refused`, () => assert.equal(parseCycle(text).ok, false));
  }
});
