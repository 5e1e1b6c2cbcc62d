/** Reading a form's schema: only local references, and every child as an object. */
import type { Json, JsonObject } from "../model/json.ts";

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** A property of an object, never of its prototype. */
export function own(value: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Follows `$ref: "#/$defs/x"`; keywords beside it win, as titles do. Publishing refuses any other reference. */
export function deref(schema: Json | undefined, root: JsonObject): JsonObject {
  const found = objectOf(schema);
  const name = /^#\/\$defs\/([^/]+)$/.exec(textOf(found["$ref"]))?.[1];
  if (name === undefined) return found;
  return { ...objectOf(own(objectOf(root["$defs"]), name)), ...found };
}
