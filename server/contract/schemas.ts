/**
 * The wire contract as JSON Schema (2020-12): the one source of the OpenAPI document, of the request check
 * and, by `npm run types`, of `types.ts`, which server and designer share.
 */
import { commonSchemas } from "./schemas/common.ts";
import { identitySchemas } from "./schemas/identity.ts";
import { gridsSchemas } from "./schemas/grids.ts";
import { organisationSchemas } from "./schemas/organisation.ts";
import { peopleSchemas } from "./schemas/people.ts";
import { formsSchemas } from "./schemas/forms.ts";
import { residentsSchemas } from "./schemas/residents.ts";
import { recordsSchemas } from "./schemas/records.ts";
import { casesSchemas } from "./schemas/cases.ts";
import { noticesSchemas } from "./schemas/notices.ts";
import { definitionDraftsSchemas } from "./schemas/definition-drafts.ts";
import { deliveriesSchemas } from "./schemas/deliveries.ts";
import { settingsSchemas } from "./schemas/settings.ts";
import { definitionsSchemas } from "./schemas/definitions.ts";
import { resultsSchemas } from "./schemas/results.ts";

export const schemas: Readonly<Record<string, object>> = {
  ...commonSchemas,
  ...identitySchemas,
  ...organisationSchemas,
  ...gridsSchemas,
  ...peopleSchemas,
  ...formsSchemas,
  ...recordsSchemas,
  ...casesSchemas,
  ...residentsSchemas,
  ...noticesSchemas,
  ...definitionDraftsSchemas,
  ...deliveriesSchemas,
  ...definitionsSchemas,
  ...settingsSchemas,
  ...resultsSchemas,
};
