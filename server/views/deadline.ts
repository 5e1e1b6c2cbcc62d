/** A due date in words, on the case's own clock: "还剩 2 工作时 · 今天 17:30", with its light. */
import { usedBudget } from "../../engine/calendar/index.ts";
import type { Calendar, Clock, Limit } from "../../engine/model/time.ts";
import type { Deadline, Title } from "../contract/types.ts";
import { sayWhen } from "./moments.ts";

/** The deadline columns that cases and tasks share; times in epoch milliseconds. */
export interface DeadlineRow {
  readonly due_at: number | null;
  readonly warn_at: number | null;
  readonly limit_value: number | null;
  readonly limit_clock: string | null;
}

export interface DeadlineContext {
  readonly calendar: Calendar;
  readonly now: number;
  /** When the budget began to run. */
  readonly startedAt: number | null;
  readonly suspended: boolean;
  /** When the work ended, if it has. */
  readonly endedAt: number | null;
}

const words: Readonly<Record<Clock, Title>> = {
  urgentHour: { "zh-CN": "小时", en: "hours" },
  workHour: { "zh-CN": "工作时", en: "working hours" },
  workDay: { "zh-CN": "个工作日", en: "working days" },
  naturalDay: { "zh-CN": "天", en: "days" },
};

/** The smaller clock in which less than one unit is told. */
const finer: Readonly<Record<Clock, Clock | undefined>> = {
  urgentHour: undefined,
  workHour: undefined,
  workDay: "workHour",
  naturalDay: "urgentHour",
};

const iso = (at: number) => new Date(at).toISOString();
const rounded = (value: number) => (value >= 10 ? Math.round(value) : Math.round(value * 10) / 10);

/** A stretch of time as people say it: 25 分钟, 2.5 工作时, 3 个工作日. */
function stretch(calendar: Calendar, from: number, to: number, clock: Clock): Title {
  const value = usedBudget(calendar, [[iso(from), iso(to)]], clock);
  const smaller = finer[clock];
  if (value < 1 && smaller !== undefined) return stretch(calendar, from, to, smaller);
  if (value < 1) {
    const minutes = Math.max(1, Math.round(value * 60));
    return { "zh-CN": `${minutes} 分钟`, en: `${minutes} minutes` };
  }
  return { "zh-CN": `${rounded(value)} ${words[clock]["zh-CN"]}`, en: `${rounded(value)} ${words[clock].en ?? ""}` };
}

function ended(dueAt: number, endedAt: number): Title {
  return endedAt > dueAt
    ? { "zh-CN": "超时办结", en: "Finished late" }
    : { "zh-CN": "按时办结", en: "Finished on time" };
}

function sayDeadline(dueAt: number, clock: Clock, context: DeadlineContext): Title {
  const { calendar, now, suspended, endedAt } = context;
  if (endedAt !== null) return ended(dueAt, endedAt);
  if (suspended) return { "zh-CN": "已挂起，停止计时", en: "Suspended: the clock stands still" };
  const when = sayWhen(dueAt, now, calendar.timeZone);
  const isLate = now > dueAt;
  const length = isLate ? stretch(calendar, dueAt, now, clock) : stretch(calendar, now, dueAt, clock);
  return isLate
    ? { "zh-CN": `已超时 ${length["zh-CN"]} · ${when["zh-CN"]}`, en: `${length.en ?? ""} late · ${when.en ?? ""}` }
    : { "zh-CN": `还剩 ${length["zh-CN"]} · ${when["zh-CN"]}`, en: `${length.en ?? ""} left · ${when.en ?? ""}` };
}

function light(dueAt: number, warnAt: number | null, { now, suspended, endedAt }: DeadlineContext): Deadline["light"] {
  if (suspended || endedAt !== null) return "grey";
  if (now > dueAt) return "red";
  return warnAt !== null && now >= warnAt ? "yellow" : "green";
}

function percent(startedAt: number, dueAt: number, clock: Clock, { calendar, now, endedAt }: DeadlineContext): number {
  const until = Math.max(startedAt, endedAt ?? now);
  const whole = usedBudget(calendar, [[iso(startedAt), iso(dueAt)]], clock);
  const used = usedBudget(calendar, [[iso(startedAt), iso(until)]], clock);
  return whole === 0 ? 100 : Math.round((used / whole) * 100);
}

const limitOf = ({ limit_value: value, limit_clock: clock }: DeadlineRow): Limit | undefined =>
  value === null || clock === null ? undefined : { value, clock: clock as Clock };

/** The deadline to show, or undefined when none runs. */
export function deadlineOf(row: DeadlineRow, context: DeadlineContext): Deadline | undefined {
  if (row.due_at === null) return undefined;
  const limit = limitOf(row);
  const clock = limit?.clock ?? "urgentHour";
  const started = context.startedAt;
  return {
    dueAt: iso(row.due_at),
    ...(limit === undefined ? {} : { limit: { ...limit } }),
    light: light(row.due_at, row.warn_at, context),
    ...(started === null || context.suspended ? {} : { percent: percent(started, row.due_at, clock, context) }),
    words: sayDeadline(row.due_at, clock, context),
  };
}
