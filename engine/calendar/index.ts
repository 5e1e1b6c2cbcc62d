/** The one door to deadlines: the four clocks, budgets with suspension, durations, repetitions and the working calendar. */
import type { Calendar, Day } from "../model/time.ts";
import { dayNumber, workingTime } from "./working-time.ts";

export { addBudget, remainingDue, shareDue, usedBudget } from "./budget.ts";
export { checkCalendar, yearsMissing } from "./check-calendar.ts";
export { dayOf, instantFrom } from "./local-time.ts";
export { addDuration, parseCycle } from "./repetition.ts";

/** Whether offices work on a day: weekdays, less holidays, plus make-up days (调休). */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return workingTime(calendar).isWorking(dayNumber(day));
}
