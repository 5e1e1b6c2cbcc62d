/** All well-formed models by chapter and title. */
import { LOOPS, SCOPES, TASKS } from "./activities.ts";
import { ARTIFACTS, COLLABORATIONS } from "./collaborations.ts";
import { EVENTS } from "./events.ts";
import { FLOWS, GATEWAYS } from "./flows-and-gateways.ts";
import { TOOLS } from "./tools.ts";

export const WELL_FORMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  flows: FLOWS,
  gateways: GATEWAYS,
  events: EVENTS,
  tasks: TASKS,
  loops: LOOPS,
  scopes: SCOPES,
  collaborations: COLLABORATIONS,
  artifacts: ARTIFACTS,
  editors: TOOLS,
};
