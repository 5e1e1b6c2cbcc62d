import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { addBudget, remainingDue, shareDue, usedBudget } from "../../../engine/calendar/index.ts";
import type { Calendar, Clock, Instant } from "../../../engine/model/time.ts";
import { city, newYork } from "./calendars.ts";

const FIRST = Date.parse("2025-01-01T00:00:00.000Z");
const LAST = Date.parse("2026-12-01T00:00:00.000Z");
const MINUTE = 60_000;

const calendars = fc.constantFrom<Calendar>(city, newYork);
const clocks = fc.constantFrom<Clock>("urgentHour", "workHour", "workDay", "naturalDay");
const values = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10),
);
const instants = fc.integer({ min: 0, max: (LAST - FIRST) / MINUTE }).map((minutes) => at(FIRST + minutes * MINUTE));
const percents = fc.integer({ min: 0, max: 300 });

function at(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}

function later(instant: Instant, minutes: number): Instant {
  return at(Date.parse(instant) + minutes * MINUTE);
}

const RUNS = { numRuns: 400 };

describe("Laws of deadlines", () => {
  it("never before the start", () => {
    fc.assert(
      fc.property(calendars, clocks, values, instants, (calendar, clock, value, from) => {
        assert.ok(addBudget(calendar, from, { value, clock }) >= from);
      }),
      RUNS,
    );
  });

  it("more budget is never due earlier", () => {
    fc.assert(
      fc.property(calendars, clocks, values, values, instants, (calendar, clock, a, b, from) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        assert.ok(
          addBudget(calendar, from, { value: less, clock }) <= addBudget(calendar, from, { value: more, clock }),
        );
      }),
      RUNS,
    );
  });

  it("a later start is never due earlier", () => {
    fc.assert(
      fc.property(calendars, clocks, values, instants, instants, (calendar, clock, value, a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        assert.ok(addBudget(calendar, first, { value, clock }) <= addBudget(calendar, second, { value, clock }));
      }),
      RUNS,
    );
  });

  it("suspending and resuming at once changes nothing, however often and whenever", () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        calendars,
        clocks,
        values,
        instants,
        cuts,
        percents,
        (calendar, clock, value, from, minutes, percent) => {
          const limit = { value, clock };
          const points = [from, ...minutes.toSorted((a, b) => a - b).map((minute) => later(from, minute))];
          const spans = points.slice(1).map((end, index) => [points[index] ?? from, end] as const);
          const resumed = points.at(-1) ?? from;
          assert.equal(remainingDue(calendar, spans, limit, resumed), addBudget(calendar, from, limit));
          assert.equal(
            shareDue(calendar, spans, limit, resumed, percent),
            shareDue(calendar, [], limit, from, percent),
          );
        },
      ),
      RUNS,
    );
  });

  it("a suspension never makes it due earlier", () => {
    const pauses = fc.integer({ min: 0, max: 50_000 });
    fc.assert(
      fc.property(calendars, clocks, values, instants, pauses, pauses, (calendar, clock, value, from, ran, stood) => {
        const end = later(from, ran);
        const limit = { value, clock };
        const resumed = later(end, stood);
        assert.ok(remainingDue(calendar, [[from, end]], limit, resumed) >= addBudget(calendar, from, limit));
      }),
      RUNS,
    );
  });

  it("rungs ascend with their percentage and 100 % is the due date", () => {
    fc.assert(
      fc.property(calendars, clocks, values, instants, percents, percents, (calendar, clock, value, from, a, b) => {
        const limit = { value, clock };
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        assert.ok(shareDue(calendar, [], limit, from, low) <= shareDue(calendar, [], limit, from, high));
        assert.equal(shareDue(calendar, [], limit, from, 100), addBudget(calendar, from, limit));
      }),
      RUNS,
    );
  });

  it("working hours used until the due date are the budget", () => {
    fc.assert(
      fc.property(calendars, values, instants, (calendar, value, from) => {
        const due = addBudget(calendar, from, { value, clock: "workHour" });
        assert.ok(Math.abs(usedBudget(calendar, [[from, due]], "workHour") - value) < 1e-6);
      }),
      RUNS,
    );
  });

  it("used time adds up over spans that touch", () => {
    fc.assert(
      fc.property(calendars, clocks, instants, fc.nat(20_000), fc.nat(20_000), (calendar, clock, from, a, b) => {
        const [middle, end] = [later(from, a), later(from, a + b)];
        const parts = usedBudget(
          calendar,
          [
            [from, middle],
            [middle, end],
          ],
          clock,
        );
        assert.ok(Math.abs(parts - usedBudget(calendar, [[from, end]], clock)) < 1e-6);
      }),
      RUNS,
    );
  });

  it("the process's time zone does not matter", () => {
    const script = new URL("./deadlines-of-a-year.ts", import.meta.url).pathname;
    const run = (zone: string): string =>
      execFileSync(process.execPath, ["--import=tsx", script], { env: { ...process.env, TZ: zone }, encoding: "utf8" });
    const shanghai = run("Asia/Shanghai");
    assert.ok(shanghai.length > 1_000);
    assert.equal(run("America/Los_Angeles"), shanghai);
  }).timeout(30_000);
});
