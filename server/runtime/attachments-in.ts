/** Finds the files that a filled form names. */
import type { Json, JsonObject } from "../../engine/model/json.ts";

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Whether a property's schema is a file or a list of files. */
function holdsFiles(schema: Json): boolean {
  if (!isObject(schema)) return false;
  return schema["format"] === "attachment" || (isObject(schema["items"]) && schema["items"]["format"] === "attachment");
}

function collectItems(schema: Json, items: Set<string>): void {
  if (isList(schema)) for (const part of schema) collectItems(part, items);
  if (!isObject(schema)) return;
  const { properties } = schema;
  if (isObject(properties))
    for (const [item, each] of Object.entries(properties)) if (holdsFiles(each)) items.add(item);
  for (const part of Object.values(schema)) collectItems(part, items);
}

const known = new WeakMap<JsonObject, ReadonlySet<string>>();

/** Ids of the schema's items that hold files, at any depth and in any branch. */
function fileItems(schema: JsonObject): ReadonlySet<string> {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const items = new Set<string>();
  collectItems(schema, items);
  known.set(schema, items);
  return items;
}

function collectIds(
  value: Json,
  item: string | undefined,
  items: ReadonlySet<string>,
  found: Map<string, string>,
): void {
  if (typeof value === "string" && item !== undefined) found.set(value, item);
  else if (isList(value)) for (const part of value) collectIds(part, item, items, found);
  else if (isObject(value))
    for (const [name, part] of Object.entries(value))
      collectIds(part, items.has(name) ? name : undefined, items, found);
}

/** Out: attachment id → id of the form's item that names it. */
export function attachmentsIn(schema: JsonObject, data: JsonObject): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  collectIds(data, undefined, fileItems(schema), found);
  return found;
}
