/** Text forms of temporal values: XML Schema with `@Zone` (DMN §10.3.2.3.4–8, §10.3.4.1), both ways. */
import { Temporal } from "temporal-polyfill";
import {
  attempt,
  DaysDuration,
  epochNanos,
  FeelDate,
  FeelDateTime,
  FeelTime,
  isZone,
  makeDate,
  MonthsDuration,
  NANOS_PER_DAY,
  NANOS_PER_SECOND,
} from "./temporal.ts";

const DATE = /^(-?(?:\d{4}|[1-9]\d{4,8}))-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d(?::\d\d)?|@[A-Za-z0-9_+\-/]+)?$/;
const DURATION =
  /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d|\.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)?(?:\.(\d+))?S)?)?$/;

export function parseDate(text: string): FeelDate | null {
  const match = DATE.exec(text);
  if (match === null || Number(match[1]) === 0 || match[1]?.startsWith("-0000")) return null;
  return makeDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

export function parseTime(text: string): FeelTime | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const zone = match[5] === undefined ? null : match[5].replace(/^@/, "");
  if (zone !== null && !isZone(zone)) return null;
  return attempt(() => new FeelTime(plainTime(match), zone));
}

function plainTime(match: RegExpExecArray): Temporal.PlainTime {
  const fraction = (match[4] ?? "").padEnd(9, "0").slice(0, 9);
  return Temporal.PlainTime.from(
    {
      hour: Number(match[1]),
      minute: Number(match[2]),
      // Temporal would clamp a leap second; FEEL has none.
      second: Number(match[3]),
      millisecond: Number(fraction.slice(0, 3)),
      microsecond: Number(fraction.slice(3, 6)),
      nanosecond: Number(fraction.slice(6)),
    },
    { overflow: "reject" },
  );
}

export function parseDateTime(text: string): FeelDateTime | null {
  const at = text.indexOf("T", 1);
  if (at < 0) return dateAsDateTime(text);
  const date = parseDate(text.slice(0, at));
  const time = parseTime(text.slice(at + 1));
  return date === null || time === null
    ? null
    : attempt(() => new FeelDateTime(date.value.toPlainDateTime(time.value), time.zone));
}

function dateAsDateTime(text: string): FeelDateTime | null {
  const date = parseDate(text);
  return date === null ? null : new FeelDateTime(date.value.toPlainDateTime(), null);
}

export function parseDuration(text: string): DaysDuration | MonthsDuration | null {
  const match = DURATION.exec(text);
  if (match === null || /^-?P$/.test(text) || text.endsWith("T") || text.endsWith(".S")) return null;
  const [, sign, years, months, days, hours, minutes, seconds, fraction] = match;
  const hasMonths = years !== undefined || months !== undefined;
  const hasDays = [days, hours, minutes, seconds, fraction].some((part) => part !== undefined);
  // The two kinds do not mix: P1Y2D is neither (DMN §10.3.2.3.7–8).
  if (hasMonths === hasDays) return null;
  if (hasMonths) return monthsOf(sign, Number(years ?? 0) * 12 + Number(months ?? 0));
  const whole =
    ((BigInt(days ?? 0) * 24n + BigInt(hours ?? 0)) * 60n + BigInt(minutes ?? 0)) * 60n + BigInt(seconds ?? 0);
  const nanos = whole * NANOS_PER_SECOND + BigInt((fraction ?? "").padEnd(9, "0").slice(0, 9));
  return new DaysDuration(sign === "-" ? -nanos : nanos);
}

function monthsOf(sign: string | undefined, months: number): MonthsDuration | null {
  return Number.isSafeInteger(months) ? new MonthsDuration(sign === "-" && months !== 0 ? -months : months) : null;
}

/** `@"…"`: whichever of the temporal forms the text has. */
export function parseTemporal(text: string): FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration | null {
  if (/^-?P/.test(text)) return parseDuration(text);
  if (/^\d\d:/.test(text)) return parseTime(text);
  return text.includes("T", 1) ? parseDateTime(text) : parseDate(text);
}

function zoneText(zone: string | null): string {
  if (zone === null) return "";
  return /^(Z|[+-])/.test(zone) ? zone : `@${zone}`;
}

/** Years below 0 or above 9999 are written the XML Schema way: no plus sign, no leading zeros beyond four. */
function dateText(date: Temporal.PlainDate): string {
  const year = String(Math.abs(date.year)).padStart(4, "0");
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${date.year < 0 ? "-" : ""}${year}-${two(date.month)}-${two(date.day)}`;
}

export function temporalText(value: FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration): string {
  if (value instanceof DaysDuration) return daysText(value.nanos);
  if (value instanceof MonthsDuration) return monthsText(value.months);
  if (value instanceof FeelDate) return dateText(value.value);
  if (value instanceof FeelTime) return value.value.toString() + zoneText(value.zone);
  return `${dateText(value.value.toPlainDate())}T${value.value.toPlainTime().toString()}${zoneText(value.zone)}`;
}

/** What leaves an evaluation: a zoned date and time as the engine's instant (UTC, milliseconds), the rest as text. */
export function temporalJson(value: FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration): string {
  if (value.kind !== "date and time" || value.zone === null) return temporalText(value);
  const { zone } = value;
  const nanos = epochNanos(value.value, zone);
  const milliseconds = Number((nanos - (((nanos % 1_000_000n) + 1_000_000n) % 1_000_000n)) / 1_000_000n);
  return new Date(milliseconds).toISOString();
}

function daysText(nanos: bigint): string {
  if (nanos === 0n) return "PT0S";
  const size = nanos < 0n ? -nanos : nanos;
  const days = size / NANOS_PER_DAY;
  const seconds = (size % NANOS_PER_DAY) / NANOS_PER_SECOND;
  const fraction = String(size % NANOS_PER_SECOND)
    .padStart(9, "0")
    .replace(/0+$/, "");
  const parts = [
    [seconds / 3600n, "H"],
    [(seconds % 3600n) / 60n, "M"],
  ] as const;
  let time = parts.map(([count, unit]) => (count > 0n ? `${count}${unit}` : "")).join("");
  const rest = seconds % 60n;
  if (rest > 0n || fraction !== "") time += `${rest}${fraction === "" ? "" : `.${fraction}`}S`;
  return `${nanos < 0n ? "-" : ""}P${days > 0n ? `${days}D` : ""}${time === "" ? "" : `T${time}`}`;
}

function monthsText(months: number): string {
  const size = Math.abs(months);
  const years = Math.trunc(size / 12);
  const rest = size % 12;
  if (size === 0) return "P0M";
  return `${months < 0 ? "-" : ""}P${years > 0 ? `${years}Y` : ""}${rest > 0 ? `${rest}M` : ""}`;
}
