/** Calendars and local times for the tests of this room. */
import { readFileSync } from "node:fs";
import type { Calendar, Instant } from "../../../engine/model/time.ts";

/** The calendar the city ships. */
export const city = JSON.parse(
  readFileSync(new URL("../../../definitions/city/calendars/workCalendar.json", import.meta.url), "utf8"),
) as Calendar;

/** New York changes its clocks; every day of the week works, so that the changes fall on working days. */
export const newYork: Calendar = {
  key: "newYork",
  timeZone: "America/New_York",
  workWeekdays: [1, 2, 3, 4, 5, 6, 7],
  officeHours: [["00:00", "24:00"]],
  days: {},
  years: [2026],
};

/** `2026-03-02 10:00` as a Shanghai clock shows it → the instant. */
export function local(text: string): Instant {
  return new Date(`${text.replace(" ", "T")}:00+08:00`).toISOString();
}

/** The instant as a Shanghai clock shows it. */
export function shown(instant: Instant): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}
