/** A form's content as the rest of the server takes it. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { Title } from "../../engine/model/title.ts";
import type { PublishedForm } from "./catalogue-type.ts";
import { contentHash } from "./content-hash.ts";

const object = (value: unknown): JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

/** In: key, version and the resolved content of a definition of kind form. */
export function publishedForm(key: string, version: number, content: JsonObject): PublishedForm {
  return {
    ...{ key, version, hash: contentHash(content) },
    title: object(content["title"]) as unknown as Title,
    schema: object(content["schema"]),
    uiSchema: object(content["uiSchema"]),
    messages: object(content["messages"]),
    ...(typeof content["module"] === "string" ? { module: content["module"] } : {}),
    raises: object(content["raises"]) as Readonly<Record<string, string>>,
  };
}
