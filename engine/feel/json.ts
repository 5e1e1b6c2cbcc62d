/** A value on its way out: plain JSON, temporal values as ISO text, functions as null. */
import type { Json } from "../model/json.ts";
import type { Run } from "./run.ts";
import { temporalJson } from "./temporal-text.ts";
import { isTemporal, rangeText } from "./text.ts";
import { FeelRange, isContext, isList, isNumber } from "./value.ts";
import type { Context, Value } from "./value.ts";

export function toJson(run: Run, value: Value): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number")
    return value;
  run.spend(1);
  if (isNumber(value)) return Number(value.toString());
  if (isTemporal(value)) return temporalJson(value);
  if (value instanceof FeelRange) return rangeText(run, value);
  if (isList(value)) {
    run.spend(value.length);
    return run.nested(1, () => value.map((item) => toJson(run, item)));
  }
  return isContext(value) ? run.nested(1, () => contextJson(run, value)) : null;
}

function contextJson(run: Run, context: Context): Json {
  const json: Record<string, Json> = {};
  for (const [key, item] of Object.entries(context)) {
    // Assigning `__proto__` would set the prototype; as an own property it is a key like any other.
    Object.defineProperty(json, key, {
      value: toJson(run, item),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return json;
}
