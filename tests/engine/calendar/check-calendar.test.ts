import assert from "node:assert/strict";
import { checkCalendar, isWorkingDay, yearsMissing } from "../../../engine/calendar/index.ts";
import type { Calendar } from "../../../engine/model/time.ts";
import { city, local } from "./calendars.ts";

function codes(changes: Partial<Calendar>): readonly string[] {
  return checkCalendar({ ...city, ...changes }).map((problem) => problem.code);
}

describe("A calendar", () => {
  it("of the city has no problem", () => assert.deepEqual(checkCalendar(city), []));

  it("is refused by name for what is wrong with it", () => {
    assert.deepEqual(codes({ timeZone: "Asia/Nowhere" }), ["CALENDAR_ZONE"]);
    assert.deepEqual(codes({ workWeekdays: [0, 8] }), ["CALENDAR_WEEKDAYS"]);
    assert.deepEqual(codes({ workWeekdays: [1, 1] }), ["CALENDAR_WEEKDAYS"]);
    assert.deepEqual(codes({ workWeekdays: [], days: {} }), ["CALENDAR_NO_WORK"]);
    assert.deepEqual(codes({ officeHours: [] }), ["CALENDAR_HOURS"]);
    assert.deepEqual(codes({ officeHours: [["8:30", "12:00"]] }), ["CALENDAR_HOURS"]);
    assert.deepEqual(codes({ officeHours: [["12:00", "08:30"]] }), ["CALENDAR_HOURS"]);
    assert.deepEqual(
      codes({
        officeHours: [
          ["08:30", "12:00"],
          ["11:00", "17:30"],
        ],
      }),
      ["CALENDAR_HOURS"],
    );
    assert.deepEqual(codes({ officeHours: [["00:00", "24:00"]] }), []);
    assert.deepEqual(codes({ days: { "2026-02-30": { kind: "holiday", name: "?" } } }), ["CALENDAR_DAY"]);
    assert.deepEqual(codes({ days: { "2027-01-01": { kind: "holiday", name: "元旦" } } }), ["CALENDAR_DAY"]);
  });

  it("knows holidays, make-up days and plain weekdays", () => {
    assert.equal(isWorkingDay(city, "2026-10-01"), false);
    assert.equal(isWorkingDay(city, "2026-10-10"), true);
    assert.equal(isWorkingDay(city, "2026-10-11"), false);
    assert.equal(isWorkingDay(city, "2026-10-12"), true);
  });

  it("warns of a year whose plan is not loaded instead of silently counting weekdays", () => {
    assert.deepEqual(yearsMissing(city, local("2026-12-01 10:00"), local("2026-12-31 17:30")), []);
    const [warning] = yearsMissing(city, local("2026-12-31 10:00"), local("2027-01-01 00:00"));
    assert.equal(warning?.code, "CALENDAR_YEAR_MISSING");
    assert.equal(warning?.severity, "warning");
    assert.match(warning?.zh ?? "", /2027/);
  });
});
