/** Reading and changing JSON by path, without touching what lies beside the path. Pure. */
import type { Json, JsonObject } from "../../../engine/model/json.ts";

export type Path = readonly (string | number)[];

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

export const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");

export const textsOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];

export const objectsOf = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter((each): each is JsonObject => isObject(each)) : [];

export function getIn(value: Json | undefined, path: Path): Json | undefined {
  let here = value;
  for (const step of path) {
    if (Array.isArray(here)) here = (here as readonly Json[])[Number(step)];
    else here = isObject(here) && Object.hasOwn(here, step) ? here[String(step)] : undefined;
  }
  return here;
}

/** An own property, so that a key such as `toString` finds nothing. */
export const own = (value: Json | undefined, key: string): Json | undefined => getIn(value, [key]);

/** In: a new value, or undefined to take the key away. Objects missing on the way are made. */
export function setIn(holder: Json | undefined, path: Path, value: Json | undefined): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value ?? {};
  if (Array.isArray(holder))
    return holder.map((each: Json, at) => (at === Number(step) ? setIn(each, rest, value) : each));
  const key = String(step);
  const object = objectOf(holder);
  if (rest.length === 0 && value === undefined) return without(object, key);
  return { ...object, [key]: setIn(own(object, key), rest, value) };
}

export function without(object: JsonObject, key: string): JsonObject {
  if (!Object.hasOwn(object, key)) return object;
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

/** Gives a key another name where it stands, so that the order stays. */
export function renamed(object: JsonObject, from: string, to: string): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name === from ? to : name, value]));
}

/** Any value as text: a code of a choice may also be a number. */
export const wordOf = (value: Json | undefined): string =>
  typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
