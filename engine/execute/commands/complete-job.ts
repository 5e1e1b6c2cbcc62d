/** A worker has done its job. */
import type { CommandOf } from "../../model/command.ts";
import { REJECTIONS } from "../problems.ts";
import { own } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import type { CommandRule } from "./command-rule.ts";

export const completeJob: CommandRule<"completeJob"> = { carryOut };

function carryOut(run: Run, { jobId, variables }: CommandOf<"completeJob">): Rejection {
  const job = own(run.state.jobs, jobId);
  if (job === undefined) return REJECTIONS.jobNotFound();
  run.emit({ type: "jobClosed", jobId, outcome: "completed" });
  run.leave(job.tokenId, { visible: variables, rising: variables });
  return undefined;
}
