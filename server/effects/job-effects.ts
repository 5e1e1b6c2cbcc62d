/** Machine work of a token as rows of the outbox. */
import type { EffectOf } from "../../engine/model/effect.ts";
import type { JsonObject } from "../../engine/model/json.ts";
import { rowId, type Ledger } from "./ledger.ts";

/** What a worker receives of a service or send task. */
export interface JobOrder {
  readonly elementId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: JsonObject;
}

export function createJob(step: Ledger, effect: EffectOf<"createJob">): void {
  const { street, caseId, at } = step.facts;
  const { jobId, jobType, elementId, headers, variables } = effect;
  const order: JobOrder = { elementId, headers, variables };
  step.goneJobs.add(jobId);
  step.newJobs.set(jobId, {
    ...{ street_id: street, id: rowId(caseId, jobId), instance_id: caseId, job_id: jobId, type: jobType },
    ...{ payload: JSON.stringify(order), status: "waiting", attempts: 0, run_at: at, created_at: at },
    last_error: null,
  });
}

export function cancelJob(step: Ledger, { jobId }: EffectOf<"cancelJob">): void {
  step.newJobs.delete(jobId);
  step.goneJobs.add(jobId);
}
