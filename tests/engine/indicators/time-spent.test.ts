import assert from "node:assert/strict";
import { timeSpent, type CaseFacts } from "../../../engine/indicators/index.ts";
import type { Calendar } from "../../../engine/model/time.ts";

const calendar: Calendar = {
  ...{ key: "office", timeZone: "Asia/Shanghai", workWeekdays: [1, 2, 3, 4, 5], years: [2026] },
  officeHours: [
    ["08:30", "12:00"],
    ["14:00", "17:30"],
  ],
  days: {
    "2026-10-10": { kind: "makeUpDay", name: "国庆节调休上班" },
    "2026-10-05": { kind: "holiday", name: "国庆节" },
  },
};
const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`${text}:00+08:00`);

/** Filed on Friday at 16:30, handled and closed on Monday at 10:00, reported an hour before. */
const facts = (change: Partial<CaseFacts> = {}) =>
  ({
    ...{ openedAt: at("2026-11-20T15:30"), filedAt: at("2026-11-20T16:30") },
    ...{ handledAt: at("2026-11-23T09:30"), closedAt: at("2026-11-23T10:00") },
    ...{ disposed: true, clock: "workDay", pauses: [], ...change },
  }) as unknown as CaseFacts;
const hours = (given: CaseFacts, otherwise: CaseFacts["clock"] = "workHour") => {
  const { accept, handle, close } = timeSpent(given, otherwise ?? "workHour", calendar);
  return [accept, handle, close].map((each) => (each === null ? null : each / HOUR));
};

describe("time spent on a case", () => {
  it("counts office hours only where its limit is in working hours or days: no night, no weekend", () => {
    assert.deepEqual(hours(facts()), [1, 2, 2.5]);
    assert.deepEqual(hours(facts({ clock: "workHour" })), [1, 2, 2.5]);
  });

  it("counts day and night where its limit does", () => {
    assert.deepEqual(hours(facts({ clock: "urgentHour" })), [1, 65, 65.5]);
    assert.deepEqual(hours(facts({ clock: "naturalDay" })), [1, 65, 65.5]);
  });

  it("runs on the matter's clock as long as no limit has begun", () => {
    assert.deepEqual(hours(facts({ clock: null }), "urgentHour"), [1, 65, 65.5]);
    assert.deepEqual(hours(facts({ clock: null }), "workDay"), [1, 2, 2.5]);
  });

  it("leaves out suspension, also one that is not over, and one that the time ends in", () => {
    assert.deepEqual(hours(facts({ pauses: [[at("2026-11-20T17:00"), at("2026-11-23T09:00")]] })), [1, 1, 1.5]);
    assert.deepEqual(hours(facts({ pauses: [[at("2026-11-23T09:00"), null]] })), [1, 1.5, 1.5]);
    assert.deepEqual(hours(facts({ pauses: [[at("2026-11-19T09:00"), at("2026-11-24T09:00")]] })), [0, 0, 0]);
  });

  it("knows holidays and make-up days", () => {
    const days = {
      openedAt: at("2026-10-09T17:30"),
      filedAt: at("2026-10-09T17:30"),
      closedAt: at("2026-10-12T08:30"),
    };
    assert.equal(hours(facts(days))[2], 7);
    const holiday = { filedAt: at("2026-10-05T09:00"), closedAt: at("2026-10-05T17:00") };
    assert.equal(hours(facts(holiday))[2], 0);
  });

  it("is nothing yet where the case has not come so far, and nobody handled what the finder solved", () => {
    assert.deepEqual(hours(facts({ filedAt: null, handledAt: null, closedAt: null })), [null, null, null]);
    assert.deepEqual(hours(facts({ disposed: false })), [1, null, 2.5]);
  });
});
