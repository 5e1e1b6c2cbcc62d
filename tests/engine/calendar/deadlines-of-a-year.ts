/** Prints deadlines through a year; run under different TZ by `laws.test.ts`, which compares the print-outs. */
import { addBudget, addDuration, isWorkingDay } from "../../../engine/calendar/index.ts";
import { compile, evaluate } from "../../../engine/feel/index.ts";
import { city } from "./calendars.ts";

const now = compile("{now: string(now()), today: today(), day: day of week(today())}");
for (let day = 0; day < 365; day += 3) {
  const from = new Date(Date.UTC(2026, 0, 1, 15, 50) + day * 86_400_000).toISOString();
  const dues = (["urgentHour", "workHour", "workDay", "naturalDay"] as const).map((clock) =>
    addBudget(city, from, { value: 3, clock }),
  );
  const month = addDuration(from, "P1M", "Asia/Shanghai");
  const context = { variables: () => undefined, now: from, timeZone: "Asia/Shanghai" };
  const told = now.ok ? evaluate(now.value, context) : now;
  console.log(JSON.stringify([from, ...dues, month, isWorkingDay(city, from.slice(0, 10)), told]));
}
