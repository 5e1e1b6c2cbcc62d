/** A worker found a business error: it goes to the nearest error catcher. */
import type { CommandOf } from "../../model/command.ts";
import { throwError as throwFrom } from "../catch.ts";
import { REJECTIONS } from "../problems.ts";
import { own, tokenAt } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import type { CommandRule } from "./command-rule.ts";

export const throwError: CommandRule<"throwError"> = { carryOut };

function carryOut(run: Run, { jobId, errorCode, message }: CommandOf<"throwError">): Rejection {
  const job = own(run.state.jobs, jobId);
  const token = job === undefined ? undefined : tokenAt(run.state, job.tokenId);
  if (token === undefined) return REJECTIONS.jobNotFound();
  run.emit({ type: "jobClosed", jobId, outcome: "failed" });
  throwFrom(run, token, errorCode, message);
  return undefined;
}
