/** Date and time functions (DMN §10.3.4.6–8); now and today come from the context, never from a clock (decided.md 18). */
import { builtin } from "../signature.ts";
import { dateTimeOfInstant, FeelDate, FeelDateTime } from "../temporal.ts";
import type { Temporal } from "temporal-polyfill";
import type { FeelFunction } from "../value.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function plain(date: FeelDate | FeelDateTime): Temporal.PlainDate {
  return date instanceof FeelDate ? date.value : date.value.toPlainDate();
}

export const TIME_FUNCTIONS: Readonly<Record<string, FeelFunction>> = {
  now: builtin([], (run) => dateTimeOfInstant(run.context.now, run.context.timeZone)),
  today: builtin(
    [],
    (run) => new FeelDate(dateTimeOfInstant(run.context.now, run.context.timeZone).value.toPlainDate()),
  ),
  "day of year": builtin(["date:day"], (_run, date) => plain(date).dayOfYear),
  "day of week": builtin(["date:day"], (_run, date) => WEEKDAYS[plain(date).dayOfWeek - 1] ?? null),
  "month of year": builtin(["date:day"], (_run, date) => MONTHS[plain(date).month - 1] ?? null),
  "week of year": builtin(["date:day"], (_run, date) => plain(date).weekOfYear ?? null),
};
