/** TypeScript types of all forms of the city pack, for the tests; `npm run types` writes them. */
import { readdir, readFile } from "node:fs/promises";
import * as prettier from "prettier";
import type { JsonObject } from "../../engine/model/json.ts";
import { formTypes } from "../forms/form-types.ts";

const forms = new URL("../../definitions/city/forms/", import.meta.url);
const banner = "/* Made by `npm run types` from definitions/city/forms. Do not edit. */\n\n";

interface FormFile {
  readonly key: string;
  readonly schema: JsonObject;
}

/** The types file as text; a test compares it with the committed one. */
export async function allFormTypes(): Promise<string> {
  const names = (await readdir(forms)).filter((name) => name.endsWith(".json")).toSorted();
  const texts = names.map(async (name) => {
    const { key, schema } = JSON.parse(await readFile(new URL(name, forms), "utf8")) as FormFile;
    return formTypes(key, schema);
  });
  return prettier.format(banner + (await Promise.all(texts)).join("\n"), { parser: "typescript", printWidth: 120 });
}
