/** The door of the runtime. */
import { StoredCatalogue, type CatalogueParts } from "./catalogue.ts";

export { ContentRefused } from "./content-refused.ts";
export { createRuntime } from "./create-runtime.ts";
export type { Catalogue } from "./catalogue-type.ts";
export type { Runtime } from "./runtime-type.ts";

/** Publishes the shipped content that is new and reads what is in force. Throws `ContentRefused`. */
export const loadCatalogue = (parts: CatalogueParts): Promise<StoredCatalogue> => StoredCatalogue.load(parts);
