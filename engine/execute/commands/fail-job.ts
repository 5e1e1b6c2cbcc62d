/** A worker could not do its job; with no tries left it is an incident, and resolving it makes the job anew. */
import type { CommandOf } from "../../model/command.ts";
import { park } from "../incidents.ts";
import { INCIDENTS, REJECTIONS } from "../problems.ts";
import { own, tokenAt } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import type { CommandRule } from "./command-rule.ts";

export const failJob: CommandRule<"failJob"> = { carryOut };

function carryOut(run: Run, { jobId, retries, message }: CommandOf<"failJob">): Rejection {
  const job = own(run.state.jobs, jobId);
  const token = job === undefined ? undefined : tokenAt(run.state, job.tokenId);
  if (job === undefined || token === undefined) return REJECTIONS.jobNotFound();
  if (retries > 0) {
    run.emit({ type: "jobChanged", job: { id: jobId, tokenId: job.tokenId, retries }, message });
    return undefined;
  }
  run.emit({ type: "jobClosed", jobId, outcome: "failed" });
  park(run, token, INCIDENTS.jobFailed(message), { retry: "open" });
  return undefined;
}
