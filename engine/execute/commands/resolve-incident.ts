/** An operator has what failed tried again, after correcting variables or the world around. */
import type { CommandOf } from "../../model/command.ts";
import type { IncidentState, Token } from "../../model/state.ts";
import { reopen } from "../activate.ts";
import { closeIncident } from "../incidents.ts";
import { goOn } from "../leave.ts";
import { REJECTIONS } from "../problems.ts";
import { nodeOf, own, tokenAt } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import type { CommandRule } from "./command-rule.ts";

export const resolveIncident: CommandRule<"resolveIncident"> = { carryOut };

function carryOut(run: Run, { incidentId }: CommandOf<"resolveIncident">): Rejection {
  const incident = own(run.state.incidents, incidentId);
  if (incident === undefined) return REJECTIONS.incidentNotFound();
  closeIncident(run, incidentId);
  const token = tokenAt(run.state, incident.tokenId);
  if (token === undefined) throw new Error(`Expected token ${incident.tokenId} of incident ${incidentId}`);
  RETRIES[incident.retry](run, token, incident);
  return undefined;
}

type Retry = (run: Run, token: Token, incident: Omit<IncidentState, "id">) => void;

const RETRIES: { readonly [R in IncidentState["retry"]]: Retry } = {
  activate: (run, token, { flowId }) => run.activate(token.id, flowId),
  open: (run, token) => reopen(run, token),
  leave: (run, token, { outcome }) => run.leave(token.id, outcome),
  flows: (run, token, { outcome }) => goOn(run, token, nodeOf(run.bundle, run.state, token), outcome ?? {}),
};
