/** What changes of the organisation need: the runtime with the stored catalogue, whose content they publish. */
import type { StoredCatalogue } from "./catalogue.ts";
import type { RuntimeContext } from "./context.ts";

export type OrganisationContext = RuntimeContext & { readonly catalogue: StoredCatalogue };
