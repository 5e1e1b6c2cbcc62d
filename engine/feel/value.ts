/** FEEL's semantic domains (DMN §10.3.2.6): JSON values pass as they are, the rest are immutable objects of ours. */
import { Decimal } from "./number.ts";
import type { FeelNumber } from "./number.ts";
import type { Run } from "./run.ts";

export type Kind =
  | "null"
  | "boolean"
  | "number"
  | "string"
  | "list"
  | "context"
  | "date"
  | "time"
  | "date and time"
  | "days and time duration"
  | "years and months duration"
  | "range"
  | "function";

export type List = readonly Value[];
export interface Context {
  readonly [key: string]: Value;
}
export type Value = null | boolean | string | FeelNumber | List | FeelObject | Context;

/** Common base, so that one `instanceof` tells our objects from the caller's contexts. */
export abstract class FeelObject {
  abstract readonly kind: Exclude<Kind, "null" | "boolean" | "number" | "string" | "list" | "context">;
}

/** What a call hands over: `f(1, 2)` or `f(b: 2, a: 1)`. */
export type Arguments = { readonly positional: readonly Value[] } | { readonly named: ReadonlyMap<string, Value> };

export class FeelFunction extends FeelObject {
  readonly kind = "function";
  /** `undefined`: the arguments do not fit any signature. */
  readonly invoke: (run: Run, args: Arguments) => Value | undefined;

  constructor(invoke: (run: Run, args: Arguments) => Value | undefined) {
    super();
    this.invoke = invoke;
  }
}

export class FeelRange extends FeelObject {
  readonly kind = "range";
  /** `null` is an open end: `> 5` is the range (5..null). */
  readonly start: Value;
  readonly end: Value;
  readonly startIncluded: boolean;
  readonly endIncluded: boolean;

  constructor(start: Value, end: Value, startIncluded: boolean, endIncluded: boolean) {
    super();
    this.start = start;
    this.end = end;
    this.startIncluded = startIncluded;
    this.endIncluded = endIncluded;
  }
}

export function kindOf(value: Value): Kind {
  switch (typeof value) {
    case "boolean":
    case "number":
    case "string":
      return typeof value as "boolean" | "number" | "string";
    default:
      if (value === null) return "null";
      if (Array.isArray(value)) return "list";
      if (value instanceof FeelObject) return value.kind;
      return value instanceof Decimal ? "number" : "context";
  }
}

const CHINESE: Readonly<Record<Kind, string>> = {
  null: "空值（null）",
  boolean: "布尔值",
  number: "数值",
  string: "文本",
  list: "列表",
  context: "上下文",
  date: "日期",
  time: "时间",
  "date and time": "日期时间",
  "days and time duration": "时长（日时）",
  "years and months duration": "时长（年月）",
  range: "区间",
  function: "函数",
};

/** The kind of a value as problems name it in Chinese. */
export function kindInChinese(value: Value): string {
  return CHINESE[kindOf(value)];
}

export function isNumber(value: Value | undefined): value is FeelNumber {
  return typeof value === "number" || value instanceof Decimal;
}

export function isList(value: Value | undefined): value is List {
  return Array.isArray(value);
}

export function isContext(value: Value | undefined): value is Context {
  return typeof value === "object" && value !== null && kindOf(value) === "context";
}

/** Own properties only: `__proto__` and `constructor` are names like any other. */
export function entryOf(context: Context, key: string): Value | undefined {
  return Object.hasOwn(context, key) ? context[key] : undefined;
}

/** A context without a prototype, so that no key can reach one. */
export function makeContext(entries: Iterable<readonly [string, Value]>): Context {
  const context: Record<string, Value> = Object.create(null) as Record<string, Value>;
  for (const [key, value] of entries) context[key] = value;
  return context;
}
