/** The organisation with its people, the grids as they are edited, and the list of gaps. */
import { text, type Route } from "../route.ts";

const street = { street: text } as const;

export const gridsRoutes = [
  {
    id: "organisation",
    method: "get",
    path: "/organisation",
    summary: "Units with their posts and the people in them",
    access: "person.read",
    scope: "street",
    query: street,
    response: "Organisation",
  },
  {
    id: "organisation.gaps",
    method: "get",
    path: "/organisation/gaps",
    summary: "Grids without worker or of the wrong size, roles without people, units without leader",
    access: "person.read",
    scope: "street",
    query: street,
    response: ["Gap"],
  },
  {
    id: "grids",
    method: "get",
    path: "/organisation/grids",
    summary: "Grids of a street with households, places, people and open cases",
    access: "person.read",
    scope: "street",
    query: { street: { type: "string", required: true } },
    response: "StreetGrids",
  },
  {
    id: "grids.change",
    method: "post",
    path: "/organisation/grids",
    summary: "Check changed grids, or publish them as a new version of the organisation",
    access: "organisation.manage",
    scope: "none",
    body: "GridsChange",
    maxBytes: 4_194_304,
    response: "GridsChanged",
  },
] as const satisfies readonly Route[];
