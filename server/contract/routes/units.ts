/** Units of a street: added, changed, closed and taken up again. */
import type { Route } from "../route.ts";

export const unitsRoutes = [
  {
    id: "unit.add",
    method: "post",
    path: "/organisation/units",
    summary: "Add a community or department; its code is made by rule",
    access: "organisation.manage",
    scope: "none",
    body: "NewUnit",
    response: "UnitChanged",
    status: 201,
  },
  {
    id: "unit",
    method: "get",
    path: "/organisation/units/:code",
    summary: "One unit before it is changed or closed: what hangs on it, where it may stand",
    access: "organisation.manage",
    scope: "none",
    response: "UnitDetail",
  },
  {
    id: "unit.change",
    method: "post",
    path: "/organisation/units/:code",
    summary: "Rename or move a unit, set telephone and address; 409 when somebody else has changed it since",
    access: "organisation.manage",
    scope: "none",
    body: "UnitChange",
    response: "UnitChanged",
  },
  {
    id: "unit.close",
    method: "post",
    path: "/organisation/units/:code/close",
    summary: "Close a unit on which nothing hangs any more; its name stays in the past",
    access: "organisation.manage",
    scope: "none",
    body: "UnitClosing",
    response: "UnitChanged",
  },
  {
    id: "unit.reopen",
    method: "post",
    path: "/organisation/units/:code/reopen",
    summary: "Take a closed unit up again, with its code",
    access: "organisation.manage",
    scope: "none",
    response: "UnitChanged",
  },
] as const satisfies readonly Route[];
