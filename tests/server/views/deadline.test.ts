import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Calendar, Clock } from "../../../engine/model/time.ts";
import { deadlineOf, type DeadlineContext } from "../../../server/views/deadline.ts";
import { dayOf, sayWhen, startOfDay } from "../../../server/views/moments.ts";

const file = new URL("../../../definitions/city/calendars/workCalendar.json", import.meta.url);
const calendar = JSON.parse(readFileSync(file, "utf8")) as Calendar;
/** An instant in Shanghai: `11-23 10:00` of 2026, a Monday. */
const at = (moment: string) => Date.parse(`2026-${moment.replace(" ", "T")}:00+08:00`);

const shown = (clock: Clock, value: number, due: string, now: string, more: Partial<DeadlineContext> = {}) =>
  deadlineOf(
    { due_at: at(due), warn_at: null, limit_value: value, limit_clock: clock },
    { calendar, now: at(now), startedAt: at("11-23 09:00"), suspended: false, endedAt: null, ...more },
  );
const words = (...args: Parameters<typeof shown>) => {
  const deadline = shown(...args);
  return [deadline?.light, deadline?.words["zh-CN"], deadline?.words.en];
};

describe("deadlines in words", () => {
  it("tell what is left on the case's own clock", () => {
    assert.deepEqual(words("workHour", 8, "11-24 09:30", "11-23 15:30"), [
      "green",
      "还剩 3 工作时 · 明天 09:30",
      "3 working hours left · tomorrow 09:30",
    ]);
    assert.deepEqual(words("urgentHour", 2, "11-23 12:00", "11-23 10:15"), [
      "green",
      "还剩 1.8 小时 · 今天 12:00",
      "1.8 hours left · today 12:00",
    ]);
    assert.deepEqual(words("workDay", 3, "11-26 17:30", "11-23 10:00")[1], "还剩 3.8 个工作日 · 11月26日 17:30");
    assert.deepEqual(words("naturalDay", 5, "11-29 00:00", "11-24 00:00")[1], "还剩 5 天 · 11月29日 00:00");
  });

  it("tell less than one unit on the finer clock, and less than an hour in minutes", () => {
    assert.equal(words("workDay", 1, "11-24 17:30", "11-24 14:30")[1], "还剩 3 工作时 · 今天 17:30");
    assert.equal(words("naturalDay", 1, "11-25 00:00", "11-24 20:00")[1], "还剩 4 小时 · 明天 00:00");
    assert.equal(words("urgentHour", 1, "11-23 10:20", "11-23 10:00")[1], "还剩 20 分钟 · 今天 10:20");
  });

  it("count no office hours at lunch and over the weekend", () => {
    assert.equal(words("workHour", 4, "11-23 15:00", "11-23 12:30")[1], "还剩 1 工作时 · 今天 15:00");
    assert.equal(words("workHour", 8, "11-30 09:30", "11-28 09:00")[1], "还剩 1 工作时 · 11月30日 09:30");
  });

  it("turn red and count what is late", () => {
    assert.deepEqual(words("workHour", 4, "11-23 15:00", "11-23 17:00"), [
      "red",
      "已超时 2 工作时 · 今天 15:00",
      "2 working hours late · today 15:00",
    ]);
    assert.equal(words("workHour", 4, "11-20 15:00", "11-23 09:30")[1], "已超时 3.5 工作时 · 11月20日 15:00");
  });

  it("turn yellow from the warning on", () => {
    const row = { due_at: at("11-23 15:00"), warn_at: at("11-23 14:00"), limit_value: 4, limit_clock: "workHour" };
    const context = { calendar, startedAt: null, suspended: false, endedAt: null };
    assert.equal(deadlineOf(row, { ...context, now: at("11-23 13:59") })?.light, "green");
    assert.equal(deadlineOf(row, { ...context, now: at("11-23 14:00") })?.light, "yellow");
  });

  it("stand still while suspended and say how it ended", () => {
    assert.deepEqual(words("workHour", 4, "11-23 15:00", "11-23 17:00", { suspended: true }).slice(0, 2), [
      "grey",
      "已挂起，停止计时",
    ]);
    assert.deepEqual(words("workHour", 4, "11-23 15:00", "11-30 17:00", { endedAt: at("11-23 14:00") }).slice(0, 2), [
      "grey",
      "按时办结",
    ]);
    assert.equal(words("workHour", 4, "11-23 15:00", "11-30 17:00", { endedAt: at("11-23 16:00") })[1], "超时办结");
  });

  it("give the used share in per cent, beyond 100 when late", () => {
    assert.equal(shown("workHour", 4, "11-23 15:00", "11-23 11:00")?.percent, 50);
    assert.equal(shown("workHour", 4, "11-23 15:00", "11-23 17:00")?.percent, 150);
  });

  it("are absent where no limit runs", () => {
    const row = { due_at: null, warn_at: null, limit_value: null, limit_clock: null };
    assert.equal(deadlineOf(row, { calendar, now: 0, startedAt: null, suspended: false, endedAt: null }), undefined);
  });
});

describe("moments", () => {
  const zone = "Asia/Shanghai";
  it("are told in the pack's zone whatever the process's", () => {
    assert.equal(sayWhen(at("11-23 00:05"), at("11-23 23:55"), zone)["zh-CN"], "今天 00:05");
    assert.equal(sayWhen(at("11-22 23:59"), at("11-23 00:01"), zone)["zh-CN"], "昨天 23:59");
    assert.deepEqual(sayWhen(at("03-01 08:00"), at("11-23 08:00"), zone), {
      "zh-CN": "3月1日 08:00",
      en: "2026-03-01 08:00",
    });
    assert.equal(sayWhen(Date.parse("2025-12-31T15:00:00Z"), at("11-23 08:00"), zone)["zh-CN"], "2025年12月31日 23:00");
  });

  it("know the day and its start", () => {
    assert.equal(dayOf(at("11-23 00:05"), zone), "2026-11-23");
    assert.equal(startOfDay(at("11-23 13:45"), zone), at("11-23 00:00"));
  });
});
