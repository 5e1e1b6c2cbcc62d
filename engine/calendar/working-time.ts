/** A calendar made ready to count with: which days work, and the office hours between two instants. */
import type { Calendar, Day } from "../model/time.ts";
import { DAY, zoneNamed } from "./zone.ts";
import type { Zone } from "./zone.ts";

/** Days looked ahead before a calendar without working time gives up: a hundred years. */
export const HORIZON_DAYS = 36_525;

export function dayNumber(day: Day): number {
  return Math.floor(Date.parse(`${day}T00:00:00.000Z`) / DAY);
}

export function dayText(day: number): Day {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** `08:30` in milliseconds after midnight. */
export function clockTime(text: string): number {
  const [hours = NaN, minutes = NaN] = text.split(":").map(Number);
  return (hours * 60 + minutes) * 60_000;
}

export class WorkingTime {
  readonly zone: Zone;
  /** Office hours of one working day in milliseconds. */
  readonly dayLength: number;
  private readonly windows: readonly (readonly [number, number])[];
  private readonly weekdays: ReadonlySet<number>;
  private readonly exceptions: ReadonlyMap<number, boolean>;

  constructor(calendar: Calendar) {
    this.zone = zoneNamed(calendar.timeZone);
    this.windows = calendar.officeHours.map(([open, close]) => [clockTime(open), clockTime(close)]);
    this.dayLength = this.windows.reduce((sum, [open, close]) => sum + close - open, 0);
    this.weekdays = new Set(calendar.workWeekdays);
    this.exceptions = new Map(
      Object.entries(calendar.days).map(([day, { kind }]) => [dayNumber(day), kind === "makeUpDay"]),
    );
  }

  isWorking(day: number): boolean {
    // 1970-01-01 was a Thursday.
    return this.exceptions.get(day) ?? this.weekdays.has(((((day + 3) % 7) + 7) % 7) + 1);
  }

  /** When the office closes on a day; the end of the day for an office without hours. */
  closeOf(day: number): number {
    return this.zone.instantAt(day, this.windows.at(-1)?.[1] ?? DAY);
  }

  /** The `count`-th working day after a day. */
  workingDayAfter(day: number, count: number): number {
    let at = day;
    let left = count;
    for (let looked = 0; left > 0 && looked < HORIZON_DAYS; looked += 1) {
      at += 1;
      if (this.isWorking(at)) left -= 1;
    }
    return at;
  }

  private *windowsFrom(from: number): Generator<readonly [number, number]> {
    const first = this.zone.dayOf(from);
    for (let day = first; day < first + HORIZON_DAYS; day += 1) {
      if (!this.isWorking(day)) continue;
      for (const [open, close] of this.windows) yield [this.zone.instantAt(day, open), this.zone.instantAt(day, close)];
    }
  }

  /** Office milliseconds between two instants. */
  between(from: number, to: number): number {
    let sum = 0;
    for (const [open, close] of this.windowsFrom(from)) {
      if (open >= to) break;
      sum += Math.max(0, Math.min(close, to) - Math.max(open, from));
    }
    return sum;
  }

  /** The first instant at which so many office milliseconds have passed since `from`. */
  after(from: number, milliseconds: number): number {
    if (milliseconds <= 0) return from;
    let left = milliseconds;
    let end = from;
    for (const [open, close] of this.windowsFrom(from)) {
      const start = Math.max(open, from);
      if (close <= start) continue;
      if (left <= close - start) return start + left;
      left -= close - start;
      end = close;
    }
    return end;
  }
}

const ready = new WeakMap<Calendar, WorkingTime>();

/** The calendar's working time, made once per calendar object. */
export function workingTime(calendar: Calendar): WorkingTime {
  const known = ready.get(calendar);
  if (known !== undefined) return known;
  const made = new WorkingTime(calendar);
  ready.set(calendar, made);
  return made;
}
