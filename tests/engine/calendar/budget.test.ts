import assert from "node:assert/strict";
import { addBudget, remainingDue, shareDue, usedBudget } from "../../../engine/calendar/index.ts";
import type { Limit } from "../../../engine/model/time.ts";
import { city, local, newYork, shown } from "./calendars.ts";

function due(from: string, value: number, clock: Limit["clock"]): string {
  return shown(addBudget(city, local(from), { value, clock }));
}

describe("A limit on one of the four clocks is due", () => {
  const table: readonly (readonly [string, string, number, Limit["clock"], string])[] = [
    ["an urgent hour runs through the night", "2026-03-02 23:50", 2, "urgentHour", "2026-03-03 01:50"],
    ["found at 23:50 and due the same day (S1-25)", "2026-03-02 23:50", 0, "naturalDay", "2026-03-03 00:00"],
    ["found at midnight: the day that begins", "2026-03-02 00:00", 0, "naturalDay", "2026-03-03 00:00"],
    ["one natural day is the end of tomorrow", "2026-03-02 10:00", 1, "naturalDay", "2026-03-04 00:00"],
    ["natural days count the holiday", "2026-02-14 10:00", 5, "naturalDay", "2026-02-20 00:00"],
    ["half a natural day never ends before today", "2026-03-02 08:00", 0.5, "naturalDay", "2026-03-03 00:00"],
    ["half a natural day of a late find", "2026-03-02 20:00", 0.5, "naturalDay", "2026-03-03 08:00"],
    ["four working hours over lunch", "2026-03-02 10:00", 4, "workHour", "2026-03-02 16:00"],
    ["four working hours into the next day", "2026-03-02 16:00", 4, "workHour", "2026-03-03 11:00"],
    ["working hours used up at the close stay at the close", "2026-03-02 16:30", 1, "workHour", "2026-03-02 17:30"],
    ["working hours from a Saturday start on Monday", "2026-03-07 10:00", 1, "workHour", "2026-03-09 09:30"],
    ["working hours before the office opens", "2026-03-02 06:00", 1, "workHour", "2026-03-02 09:30"],
    ["three working days (S1-26)", "2026-03-02 10:00", 3, "workDay", "2026-03-05 17:30"],
    ["a report after the close still counts from its day", "2026-03-02 23:00", 3, "workDay", "2026-03-05 17:30"],
    ["three working days from a Saturday: Monday is day 1", "2026-03-07 10:00", 3, "workDay", "2026-03-11 17:30"],
    ["three working days across the National Day", "2026-09-30 10:00", 3, "workDay", "2026-10-10 17:30"],
    ["the make-up Saturday 10 October is a working day", "2026-10-09 10:00", 1, "workDay", "2026-10-10 17:30"],
    ["the make-up Sunday 20 September is a working day", "2026-09-18 10:00", 1, "workDay", "2026-09-20 17:30"],
    ["across the Spring Festival with both make-up Saturdays", "2026-02-13 10:00", 6, "workDay", "2026-02-28 17:30"],
    ["from within the Spring Festival", "2026-02-18 10:00", 1, "workDay", "2026-02-24 17:30"],
    ["the same working day", "2026-03-02 10:00", 0, "workDay", "2026-03-02 17:30"],
    ["the same working day, after the close", "2026-03-02 20:00", 0, "workDay", "2026-03-03 17:30"],
    ["the same working day on a Sunday", "2026-03-08 10:00", 0, "workDay", "2026-03-09 17:30"],
    ["one and a half working days", "2026-03-02 10:00", 1.5, "workDay", "2026-03-04 12:00"],
    ["half a working day of a late report", "2026-03-02 16:00", 0.5, "workDay", "2026-03-03 10:30"],
  ];
  for (const [name, from, value, clock, expected] of table) {
    it(`${name}: ${value} ${clock} from ${from} → ${expected}`, () => assert.equal(due(from, value, clock), expected));
  }

  it("at the local midnight also where clocks change", () => {
    // 8 March 2026 has 23 hours in New York, 1 November 25.
    const limit: Limit = { value: 0, clock: "naturalDay" };
    assert.equal(addBudget(newYork, "2026-03-08T05:00:00.000Z", limit), "2026-03-09T04:00:00.000Z");
    assert.equal(addBudget(newYork, "2026-11-01T04:00:00.000Z", limit), "2026-11-02T05:00:00.000Z");
    const hours: Limit = { value: 23, clock: "workHour" };
    assert.equal(addBudget(newYork, "2026-03-08T05:00:00.000Z", hours), "2026-03-09T04:00:00.000Z");
  });

  it("never beyond a hundred years, and a negative limit is a bug", () => {
    assert.match(addBudget(city, local("2026-03-02 10:00"), { value: 1e12, clock: "urgentHour" }), /^2126/);
    assert.match(addBudget(city, local("2026-03-02 10:00"), { value: 1e12, clock: "workDay" }), /^21/);
    assert.throws(() => addBudget(city, local("2026-03-02 10:00"), { value: -1, clock: "workDay" }), RangeError);
    assert.throws(() => addBudget(city, local("2026-03-02 10:00"), { value: NaN, clock: "workDay" }), RangeError);
  });
});

describe("A suspended budget", () => {
  const limit: Limit = { value: 3, clock: "workDay" };

  it("goes on with what was left", () => {
    // Monday 10:00 to Tuesday 10:00, then from Friday 10:00: the due date moves by the three days it stood still.
    const spans = [[local("2026-03-02 10:00"), local("2026-03-03 10:00")]] as const;
    assert.equal(shown(remainingDue(city, spans, limit, local("2026-03-06 10:00"))), "2026-03-10 17:30");
  });

  it("loses nothing to a suspension outside office hours", () => {
    const spans = [[local("2026-03-02 10:00"), local("2026-03-02 18:00")]] as const;
    assert.equal(shown(remainingDue(city, spans, limit, local("2026-03-03 08:00"))), "2026-03-05 17:30");
  });

  it("moves an urgent limit by exactly the time it stood still", () => {
    const spans = [[local("2026-03-02 10:00"), local("2026-03-02 11:00")]] as const;
    const urgent: Limit = { value: 4, clock: "urgentHour" };
    assert.equal(shown(remainingDue(city, spans, urgent, local("2026-03-05 20:00"))), "2026-03-05 23:00");
  });

  it("used up inside a span was due there", () => {
    const spans = [[local("2026-03-02 10:00"), local("2026-03-09 10:00")]] as const;
    assert.equal(shown(remainingDue(city, spans, limit, local("2026-03-12 10:00"))), "2026-03-05 17:30");
  });

  it("counts what its spans used in the clock's unit", () => {
    const spans = [
      [local("2026-03-02 10:00"), local("2026-03-02 15:00")],
      [local("2026-03-03 16:30"), local("2026-03-03 20:00")],
    ] as const;
    assert.equal(usedBudget(city, spans, "workHour"), 4);
    assert.equal(usedBudget(city, spans, "workDay"), 4 / 7);
    assert.equal(usedBudget(city, spans, "urgentHour"), 8.5);
    assert.equal(usedBudget(city, [], "naturalDay"), 0);
  });
});

describe("The rungs of a ladder", () => {
  const from = local("2026-03-02 08:30");
  const limit: Limit = { value: 14, clock: "workHour" };

  it("are reached at their share of the budget, beyond 100 % too", () => {
    assert.equal(shown(shareDue(city, [], limit, from, 50)), "2026-03-02 17:30");
    assert.equal(shown(shareDue(city, [], limit, from, 100)), "2026-03-03 17:30");
    assert.equal(shown(shareDue(city, [], limit, from, 150)), "2026-03-04 17:30");
    assert.equal(shown(shareDue(city, [], limit, from, 0)), "2026-03-02 08:30");
  });

  it("of a limit of the same day lie between the find and midnight, and after it", () => {
    const sameDay: Limit = { value: 0, clock: "naturalDay" };
    const found = local("2026-03-02 22:00");
    assert.equal(shown(shareDue(city, [], sameDay, found, 50)), "2026-03-02 23:00");
    assert.equal(shown(shareDue(city, [], sameDay, found, 150)), "2026-03-03 01:00");
  });

  it("already passed in a span keep the moment they passed", () => {
    const spans = [[from, local("2026-03-02 17:30")]] as const;
    assert.equal(shown(shareDue(city, spans, limit, local("2026-03-09 08:30"), 25)), "2026-03-02 12:00");
  });
});
