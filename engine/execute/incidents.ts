/** Incidents: the model or its data is wrong, the token stays where it is until an operator has it tried again. */
import type { Problem } from "../model/problem.ts";
import type { IncidentState, Token } from "../model/state.ts";
import type { Run } from "./run.ts";

type Retry = Pick<IncidentState, "retry" | "flowId" | "outcome">;

export function park(run: Run, token: Token, problem: Problem, retry: Retry): void {
  const { code, zh, en } = problem;
  const { id: tokenId, elementId } = token;
  const incident = { id: run.nextId("i"), tokenId, elementId, code, zh, en, since: run.now, ...retry };
  run.emit({ type: "incidentRaised", incident });
  run.effect({ type: "openIncident", incidentId: incident.id, elementId: token.elementId, code });
}

export function closeIncident(run: Run, incidentId: string): void {
  run.emit({ type: "incidentResolved", incidentId });
  run.effect({ type: "closeIncident", incidentId });
}
