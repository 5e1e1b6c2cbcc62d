/** Where the case stands, what went wrong in it, and its end. */
import type { EffectOf } from "../../engine/model/effect.ts";
import type { Ledger } from "./ledger.ts";

export function setCaseState(step: Ledger, { caseState }: EffectOf<"setCaseState">): void {
  step.caseChange.state = caseState;
}

export function openIncident(step: Ledger, { incidentId, elementId, code }: EffectOf<"openIncident">): void {
  const { street, caseId, at } = step.facts;
  step.newIncidents.set(incidentId, {
    ...{ street_id: street, instance_id: caseId, incident_id: incidentId, element_id: elementId, code },
    opened_at: at,
  });
}

export function closeIncident(step: Ledger, { incidentId }: EffectOf<"closeIncident">): void {
  if (!step.newIncidents.delete(incidentId)) step.goneIncidents.add(incidentId);
}

/** A case that has been closed already, while its instance still waited for a rating, keeps that moment. */
export function endInstance(step: Ledger, { outcome }: EffectOf<"endInstance">): void {
  step.caseChange.closed_at = step.facts.before.closed_at ?? step.facts.at;
  step.caseChange.outcome = outcome;
}
