/** Instants as people read them, in the time zone of the pack and never of the process (decided.md 4). */
import type { Title } from "../contract/types.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(timeZone, made);
  return made;
}

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
  /** Days since 1970-01-01 in the zone. */
  readonly dayNumber: number;
}

function momentOf(at: number, timeZone: string): Moment {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const [year, month, day] = [Number(parts["year"]), Number(parts["month"]), Number(parts["day"])];
  const dayNumber = Date.UTC(year, month - 1, day) / 86_400_000;
  return { year, month, day, dayNumber, time: `${parts["hour"]}:${parts["minute"]}` };
}

const near: Readonly<Record<number, readonly [string, string]>> = {
  [-1]: ["昨天", "yesterday"],
  [0]: ["今天", "today"],
  [1]: ["明天", "tomorrow"],
};

/** "今天 17:30", "11月25日 12:00", with the year when it is another one. Times in epoch milliseconds. */
export function sayWhen(at: number, now: number, timeZone: string): Title {
  const then = momentOf(at, timeZone);
  const today = momentOf(now, timeZone);
  const [zh, en] = near[then.dayNumber - today.dayNumber] ?? [];
  if (zh !== undefined) return { "zh-CN": `${zh} ${then.time}`, en: `${en} ${then.time}` };
  const sameYear = then.year === today.year;
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    "zh-CN": `${sameYear ? "" : `${then.year}年`}${then.month}月${then.day}日 ${then.time}`,
    en: `${then.year}-${two(then.month)}-${two(then.day)} ${then.time}`,
  };
}

const weekdays: readonly (readonly [string, string])[] = [
  ["周日", "Sunday"],
  ["周一", "Monday"],
  ["周二", "Tuesday"],
  ["周三", "Wednesday"],
  ["周四", "Thursday"],
  ["周五", "Friday"],
  ["周六", "Saturday"],
];

/** As one says it to a neighbour: "今天 17:30", "周四（11月26日）", and from a week on the date alone. */
export function sayDueDay(at: number, now: number, timeZone: string): Title {
  const then = momentOf(at, timeZone);
  const days = then.dayNumber - momentOf(now, timeZone).dayNumber;
  if (days <= 1) return sayWhen(at, now, timeZone);
  const date = sayWhen(at, now, timeZone);
  const onlyDate = (text: string) => text.slice(0, text.lastIndexOf(" "));
  const [zhDay, enDay] = [onlyDate(date["zh-CN"]), onlyDate(date.en ?? "")];
  // 1970-01-01 was a Thursday.
  const [zh = "", en = ""] = weekdays[(then.dayNumber + 4) % 7] ?? [];
  if (days > 6) return { "zh-CN": zhDay, en: enDay };
  return { "zh-CN": `${zh}（${zhDay}）`, en: `${en} (${enDay})` };
}

/** `2026-11-23` in the zone. */
export function dayOf(at: number, timeZone: string): string {
  const { year, month, day } = momentOf(at, timeZone);
  return [year, month, day].map((value) => String(value).padStart(2, "0")).join("-");
}

/** `2026-11` in the zone. */
export const monthOf = (at: number, timeZone: string): string => dayOf(at, timeZone).slice(0, 7);

/** Start of the day (epoch milliseconds) in a zone without daylight saving, as China's is; elsewhere within the hour. */
export function startOfDay(at: number, timeZone: string): number {
  const [hours = 0, minutes = 0] = momentOf(at, timeZone).time.split(":").map(Number);
  return at - (at % 60_000) - (hours * 60 + minutes) * 60_000;
}

/** Start of a day `YYYY-MM-DD` in a zone; undefined when there is no such day. */
export function dayStart(day: string, timeZone: string): number | undefined {
  const noon = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T12:00:00Z`) : Number.NaN;
  if (Number.isNaN(noon) || new Date(noon).toISOString().slice(0, 10) !== day) return undefined;
  const start = startOfDay(noon, timeZone);
  // Noon in London is the next day already in the farthest east.
  return dayOf(start, timeZone) === day ? start : startOfDay(noon - 86_400_000, timeZone);
}

/** The day after, or before when `by` is negative. In and out: `YYYY-MM-DD`. */
export const dayAfter = (day: string, by = 1): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
