/** An instant: ISO 8601 in UTC with milliseconds, `2026-03-02T01:30:00.000Z` (decided.md 4). */
export type Instant = string;
/** A day in the calendar's time zone: `2026-03-02`. */
export type Day = string;

/**
 * The four clocks of grid governance (standards.md §3.3). `urgentHour` runs day and night, `workHour` in
 * office hours only, `workDay` counts working days, `naturalDay` counts every day.
 */
export type Clock = "urgentHour" | "workHour" | "workDay" | "naturalDay";

/** A limit as people say it: 4 working hours, 3 working days. `value` is in the clock's unit and may be fractional. */
export interface Limit {
  readonly value: number;
  readonly clock: Clock;
}

/** Office hours, holidays and make-up days as data (kind `calendar`). */
export interface Calendar {
  readonly key: string;
  readonly timeZone: string;
  /** ISO weekday numbers (1 = Monday) that are working days unless `days` says otherwise. */
  readonly workWeekdays: readonly number[];
  /** Office hours of a working day in local time, ascending: `[["08:30","12:00"],["14:00","17:30"]]`. */
  readonly officeHours: readonly (readonly [string, string])[];
  /** Days that differ from the weekday rule. */
  readonly days: Readonly<Record<Day, CalendarDay>>;
  /** Years whose holiday plan is loaded; a deadline that runs into another year carries a warning. */
  readonly years: readonly number[];
}

export interface CalendarDay {
  readonly kind: "holiday" | "makeUpDay";
  readonly name: string;
}
