import assert from "node:assert/strict";
import { LegalHoliday } from "tyme4ts";
import { isWorkingDay } from "../../engine/calendar/index.ts";
import { city } from "../engine/calendar/calendars.ts";

/** The State Council's plan as tyme4ts has it: an independent second source, day by day. */
function worksByPlan(year: number, month: number, day: number): boolean {
  const plan = LegalHoliday.fromYmd(year, month, day);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return plan === null ? weekday !== 0 && weekday !== 6 : plan.isWork();
}

describe("The city's working calendar", () => {
  for (const year of city.years) {
    it(`agrees with the holiday plan on every day of ${year}`, () => {
      let days = 0;
      for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
        const date = new Date(at);
        const text = date.toISOString().slice(0, 10);
        const expected = worksByPlan(year, date.getUTCMonth() + 1, date.getUTCDate());
        assert.equal(isWorkingDay(city, text), expected, text);
        days += 1;
      }
      assert.ok(days >= 365);
    });
  }

  it("has a Chinese name for every day that differs", () => {
    for (const [day, { name }] of Object.entries(city.days)) assert.match(name, /\p{Script=Han}/u, day);
  });
});
