/**
 * Every route of the API, as data: the router, the request check, the access check, the OpenAPI document and
 * the street-isolation matrix are all made from this table, so none can forget a route.
 */
import { identityRoutes } from "./routes/identity.ts";
import { gridsRoutes } from "./routes/grids.ts";
import { unitsRoutes } from "./routes/units.ts";
import { organisationRoutes } from "./routes/organisation.ts";
import { peopleRoutes } from "./routes/people.ts";
import { formsRoutes } from "./routes/forms.ts";
import { recordsRoutes } from "./routes/records.ts";
import { tasksRoutes } from "./routes/tasks.ts";
import { casesRoutes } from "./routes/cases.ts";
import { residentsRoutes } from "./routes/residents.ts";
import { noticesRoutes } from "./routes/notices.ts";
import { definitionDraftsRoutes } from "./routes/definition-drafts.ts";
import { deliveriesRoutes } from "./routes/deliveries.ts";
import { settingsRoutes } from "./routes/settings.ts";
import { definitionsRoutes } from "./routes/definitions.ts";
import { resultsRoutes } from "./routes/results.ts";

export const routes = [
  ...identityRoutes,
  ...organisationRoutes,
  ...gridsRoutes,
  ...unitsRoutes,
  ...peopleRoutes,
  ...formsRoutes,
  ...recordsRoutes,
  ...tasksRoutes,
  ...casesRoutes,
  ...residentsRoutes,
  ...noticesRoutes,
  ...definitionDraftsRoutes,
  ...deliveriesRoutes,
  ...definitionsRoutes,
  ...settingsRoutes,
  ...resultsRoutes,
] as const;

export type RouteId = (typeof routes)[number]["id"];
