/**
 * TypeScript type of a form's submission, by json-schema-to-typescript. Conditional items become optional properties
 * first, and what it turns into wrong types is lowered (decided.md 9): the type accepts every valid instance.
 */
import { compile } from "json-schema-to-typescript";
import type { Json, JsonObject } from "../../engine/model/json.ts";

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Properties of branches that hold only sometimes. */
function conditional(schema: JsonObject): JsonObject {
  const branches = [
    schema["then"],
    schema["else"],
    ...listOf(schema["allOf"]).flatMap((each) => [each, each["then"], each["else"]]),
  ];
  return Object.assign({}, ...branches.filter(isObject).map((branch) => branch["properties"] ?? {})) as JsonObject;
}

const listOf = (value: Json | undefined): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

const dropped = new Set([
  "if",
  "then",
  "else",
  "allOf",
  "not",
  "unevaluatedProperties",
  "unevaluatedItems",
  "dependentSchemas",
]);
const annotations = new Set(["title", "description", "default", "examples", "$schema", "$id", "$comment"]);

function loweredMap(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, lowered(value)]));
}

function items(schema: JsonObject): JsonObject {
  if (schema["prefixItems"] !== undefined) return { items: {} };
  return schema["items"] === undefined ? {} : { items: lowered(schema["items"]) };
}

/** A schema that json-schema-to-typescript understands and that accepts at least what the given one accepts. */
function lowered(schema: Json): Json {
  if (!isObject(schema)) return schema;
  const kept = Object.entries(schema).filter(
    ([key]) => !dropped.has(key) && !annotations.has(key) && !key.startsWith("x-"),
  );
  const isClosed = schema["unevaluatedProperties"] === false || schema["additionalProperties"] === false;
  const properties = loweredMap({
    ...conditional(schema),
    ...(isObject(schema["properties"]) ? schema["properties"] : {}),
  });
  const isRecord = schema["type"] === "object" || Object.keys(properties).length > 0;
  const branches = (key: string) => (Array.isArray(schema[key]) ? { [key]: schema[key].map(lowered) } : {});
  return {
    ...Object.fromEntries(kept.filter(([key]) => !["prefixItems", "properties"].includes(key))),
    ...(isRecord ? { properties, additionalProperties: !isClosed } : {}),
    ...items(schema),
    ...branches("anyOf"),
    ...branches("oneOf"),
    ...(isObject(schema["$defs"]) ? { $defs: loweredMap(schema["$defs"]) } : {}),
  };
}

const typeName = (key: string) => key.replaceAll("__", "_").replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** json-schema-to-typescript gives each shared part its key as `$id`, and the whole its name. */
const partName = (name: string, part: unknown) =>
  typeof part !== "string" || part === name ? undefined : name + typeName(part);

/** The text of one exported interface named after the form's key. */
export async function formTypes(key: string, schema: JsonObject): Promise<string> {
  const name = typeName(key);
  // Titles are left out above: json-schema-to-typescript would name types after them, and a Chinese one `NoName`.
  const options = {
    bannerComment: "",
    format: false,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    // A shared part of a form is named after the form too: two forms may have parts of one name.
    customName: (part: object) => partName(name, Reflect.get(part, "$id")),
  };
  const text = await compile({ ...(lowered(schema) as object) }, name, options);
  return `${text.trim()}\n`;
}
