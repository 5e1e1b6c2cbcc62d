/** `npm run types`: writes the TypeScript types of the wire contract and of the city's forms from their JSON Schemas. */
import { writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";
import * as prettier from "prettier";
import { schemas } from "../contract/schemas.ts";
import { allFormTypes } from "./form-types-text.ts";

const bannerComment = "/* Made by `npm run types` from schemas.ts. Do not edit. */";

/** The types file as text; a test compares it with the committed one. */
export async function contractTypes(): Promise<string> {
  const $defs = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, { ...schema, $id: name }]));
  const properties = Object.fromEntries(Object.keys(schemas).map((name) => [name, { $ref: `#/$defs/${name}` }]));
  const all = { $id: "Contract", type: "object", additionalProperties: false, properties, $defs };
  const types = await compile(all as object, "Contract", {
    bannerComment,
    format: false,
    unreachableDefinitions: true,
    maxItems: 0,
  });
  return prettier.format(types, { parser: "typescript" });
}

if (process.argv[1]?.endsWith("generate-types.ts")) {
  await writeFile(new URL("../contract/types.ts", import.meta.url), await contractTypes());
  await writeFile(new URL("../../tests/support/form-types.ts", import.meta.url), await allFormTypes());
}
