/** The closed list of keywords that a form's schema may use: JSON Schema 2020-12 and our own (decided.md 6). */

/** Our own, inert for ajv: their rules run as a second pass in `engine/forms`. */
export const ownKeywords = [
  "x-visible",
  "x-computed",
  "x-rules",
  "x-bind",
  "x-sensitivity",
  "x-purpose",
  "x-evidence",
] as const;

/** Keywords whose value is one schema. */
export const schemaKeywords = new Set([
  "items",
  "contains",
  "additionalProperties",
  "propertyNames",
  "if",
  "then",
  "else",
  "not",
  "unevaluatedItems",
  "unevaluatedProperties",
]);

/** Keywords whose value is a list of schemas. */
export const listKeywords = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);

/** Keywords whose value names schemas. */
export const mapKeywords = new Set(["properties", "patternProperties", "dependentSchemas", "$defs"]);

const plainKeywords = [
  ["$schema", "$id", "$ref", "$comment"],
  ["type", "enum", "const", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"],
  ["maxLength", "minLength", "pattern", "format", "maxItems", "minItems", "uniqueItems", "maxContains", "minContains"],
  ["maxProperties", "minProperties", "required", "dependentRequired"],
  ["title", "description", "default", "deprecated", "readOnly", "writeOnly", "examples"],
].flat();

export const knownKeywords: ReadonlySet<string> = new Set([
  ...plainKeywords,
  ...schemaKeywords,
  ...listKeywords,
  ...mapKeywords,
  ...ownKeywords,
]);
