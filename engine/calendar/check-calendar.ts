/** What can be wrong with a calendar that somebody wrote or imported. */
import type { Problem } from "../model/problem.ts";
import type { Calendar, Instant } from "../model/time.ts";
import { clockTime, dayNumber, dayText, workingTime } from "./working-time.ts";
import { zoneNamed } from "./zone.ts";

/** In: a calendar of the right shape. Out: everything wrong with its content; paths are JSON Pointers. */
export function checkCalendar(calendar: Calendar): Problem[] {
  return [...checkZone(calendar), ...checkWeekdays(calendar), ...checkHours(calendar), ...checkDays(calendar)];
}

function checkZone({ timeZone }: Calendar): Problem[] {
  try {
    zoneNamed(timeZone);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [problem("CALENDAR_ZONE", "/timeZone", `未知的时区“${timeZone}”`, `Unknown time zone "${timeZone}"`)];
  }
}

function checkWeekdays({ workWeekdays, days }: Calendar): Problem[] {
  const isValid = workWeekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  if (!isValid || new Set(workWeekdays).size < workWeekdays.length) {
    return [
      problem(
        "CALENDAR_WEEKDAYS",
        "/workWeekdays",
        "工作日应为 1（周一）至 7（周日）且不重复",
        "Expected weekdays from 1 (Monday) to 7 without repetition",
      ),
    ];
  }
  const hasWork = workWeekdays.length > 0 || Object.values(days).some((day) => day.kind === "makeUpDay");
  return hasWork
    ? []
    : [problem("CALENDAR_NO_WORK", "/workWeekdays", "日历中没有任何工作日", "The calendar has no working day at all")];
}

function checkHours({ officeHours }: Calendar): Problem[] {
  if (officeHours.length === 0) {
    return [problem("CALENDAR_HOURS", "/officeHours", "办公时间不能为空", "Expected office hours but there are none")];
  }
  let last = -1;
  return officeHours.flatMap(([open, close], index) => {
    const isAscending =
      isClock(open) && isClock(close) && clockTime(open) >= last && clockTime(close) > clockTime(open);
    last = clockTime(close);
    if (isAscending) return [];
    const path = `/officeHours/${index}`;
    return [
      problem(
        "CALENDAR_HOURS",
        path,
        `办公时间“${open}–${close}”无效：应为 HH:MM、先后有序且不重叠`,
        `Office hours "${open}–${close}" are not valid: expected HH:MM, ascending, not overlapping`,
      ),
    ];
  });
}

function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) || text === "24:00";
}

function checkDays({ days, years }: Calendar): Problem[] {
  return Object.entries(days).flatMap(([day, { kind }]) => {
    const path = `/days/${day}`;
    const isDate = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(dayNumber(day)) && dayText(dayNumber(day)) === day;
    if (!isDate) return [problem("CALENDAR_DAY", path, `“${day}”不是有效日期`, `"${day}" is not a date`)];
    if (kind !== "holiday" && kind !== "makeUpDay") {
      return [
        problem(
          "CALENDAR_DAY",
          path,
          `“${day}”的类型应为 holiday 或 makeUpDay`,
          `Expected ${day} to be a holiday or a makeUpDay`,
        ),
      ];
    }
    if (years.includes(Number(day.slice(0, 4)))) return [];
    return [problem("CALENDAR_DAY", path, `“${day}”所在年份未列入 years`, `The year of ${day} is not listed in years`)];
  });
}

/** Warnings for the years between two instants whose holiday plan is not loaded: there only weekdays count. */
export function yearsMissing(calendar: Calendar, from: Instant, to: Instant): Problem[] {
  const { zone } = workingTime(calendar);
  const first = yearOf(zone.dayOf(Date.parse(from)));
  const last = yearOf(zone.dayOf(Date.parse(to)));
  const missing = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).filter(
    (year) => !calendar.years.includes(year),
  );
  return missing.map((year) => ({
    ...problem(
      "CALENDAR_YEAR_MISSING",
      "/years",
      `日历中尚无 ${year} 年的放假安排，该年暂按周一至周五等一般工作日计算`,
      `The calendar has no holiday plan for ${year}: that year is counted by weekdays only`,
    ),
    severity: "warning" as const,
  }));
}

function yearOf(day: number): number {
  return Number(dayText(day).slice(0, 4));
}

function problem(code: string, path: string, zh: string, en: string): Problem {
  return { code, path, zh, en };
}
