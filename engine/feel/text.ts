/** Text forms: string literals as written in a source, `string(…)` of any value, and names with spaces. */
import { numberText } from "./number.ts";
import type { Run } from "./run.ts";
import { temporalText } from "./temporal-text.ts";
import { DaysDuration, FeelDate, FeelDateTime, FeelTime, MonthsDuration } from "./temporal.ts";
import { FeelRange, isContext, isList, isNumber } from "./value.ts";
import type { Value } from "./value.ts";

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', "'": "'", "\\": "\\", n: "\n", r: "\r", t: "\t" };

/** `"…"` → its text. An unknown escape keeps its backslash, so that patterns such as "\d" read naturally. */
export function unquote(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([^]))/g, (whole, four?: string, six?: string, one?: string) => {
      if (four !== undefined) return String.fromCharCode(Number.parseInt(four, 16));
      if (six !== undefined) return codePoint(Number.parseInt(six, 16)) ?? whole;
      return ESCAPES[one ?? ""] ?? whole;
    });
}

function codePoint(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** One form for a name however it is spaced: `a-b`, `a - b` and `a  -b` are the same name (DMN §10.3.1.2). */
export function normalName(name: string): string {
  return name
    .replace(/\s*(\*\*|[./\-'+*])\s*/g, " $1 ")
    .replace(/\s+/g, " ")
    .trim();
}

/** `string(value)`; null for null and for functions. */
export function textOf(run: Run, value: Value): string | null {
  if (value === null) return null;
  if (typeof value === "string") return value;
  const text = nestedText(run, value);
  run.checkText(text.length);
  return text;
}

function nestedText(run: Run, value: Value): string {
  run.spend(1);
  if (value === null) return "null";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "boolean") return String(value);
  if (isNumber(value)) return numberText(value);
  if (isTemporal(value)) return temporalText(value);
  return run.nested(1, () => compoundText(run, value));
}

function compoundText(run: Run, value: Value): string {
  if (isList(value))
    return `[${joined(
      run,
      value.map((item) => () => nestedText(run, item)),
    )}]`;
  if (value instanceof FeelRange) return rangeText(run, value);
  if (!isContext(value)) return "function";
  return `{${joined(
    run,
    Object.entries(value).map(
      ([key, item]) =>
        () =>
          `${keyText(key)}: ${nestedText(run, item)}`,
    ),
  )}}`;
}

/** Joins lazily, so that a text too long is noticed while it grows. */
function joined(run: Run, parts: readonly (() => string)[]): string {
  let text = "";
  for (const part of parts) {
    text += text === "" ? part() : `, ${part()}`;
    run.checkText(text.length);
  }
  return text;
}

function keyText(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(key) ? key : JSON.stringify(key);
}

export function rangeText(run: Run, range: FeelRange): string {
  const open = range.startIncluded ? "[" : "(";
  const close = range.endIncluded ? "]" : ")";
  return `${open}${nestedText(run, range.start)}..${nestedText(run, range.end)}${close}`;
}

export type Temporal = FeelDate | FeelTime | FeelDateTime | DaysDuration | MonthsDuration;

export function isTemporal(value: Value | undefined): value is Temporal {
  return (
    value instanceof FeelDate ||
    value instanceof FeelTime ||
    value instanceof FeelDateTime ||
    value instanceof DaysDuration ||
    value instanceof MonthsDuration
  );
}
