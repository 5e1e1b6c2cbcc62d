/** What is deployed, and deployment. */
import { text, type Route } from "../route.ts";

export const definitionsRoutes = [
  {
    id: "definitions",
    method: "get",
    path: "/definitions",
    summary: "Everything that is deployed",
    access: "definition.read",
    scope: "none",
    query: { kind: text, pack: text },
    response: ["DefinitionSummary"],
  },
  {
    id: "definition",
    method: "get",
    path: "/definitions/:pack/:kind/:key",
    summary: "One definition with its versions",
    access: "definition.read",
    scope: "none",
    query: { version: { type: "integer" } },
    response: "DefinitionDetail",
  },
  {
    id: "definition.deploy",
    method: "post",
    path: "/definitions",
    summary: "Check and deploy an uploaded definition",
    access: "definition.deploy",
    scope: "none",
    body: "DeployRequest",
    maxBytes: 4_194_304,
    response: "DeployResult",
    status: 201,
  },
] as const satisfies readonly Route[];
