/** Jobs: machine work that the shell performs at least once and reports back. */
import type { JobDefinition } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { Token } from "../model/state.ts";
import type { Opening } from "./behavior.ts";
import type { Run } from "./run.ts";
import { nodeOf } from "./read-state.ts";
import { visibleVariables } from "./context.ts";
import { textAt, wholeNumberAt } from "./values.ts";

/** A worker gets what the input mappings or data associations made, or without them all variables seen here (as zeebe does). */
export function planJob(run: Run, token: Token, { type, retries, headers }: JobDefinition): Result<Opening> {
  const place = { scopeId: token.scopeId, locals: token.locals };
  const jobType = textAt(run, type, place, "作业类型 job type");
  if (!jobType.ok) return jobType;
  const tries = wholeNumberAt(run, retries, place, "重试次数 retries");
  if (!tries.ok) return tries;
  return {
    ok: true,
    value: () => {
      const job = { id: run.nextId("j"), tokenId: token.id, retries: tries.value };
      const { elementId } = token;
      run.emit({ type: "jobCreated", job, elementId, jobType: jobType.value });
      const { inputs, data } = nodeOf(run.bundle, run.state, token);
      const isMapped = inputs.length > 0 || (data !== undefined && data.isDrawn !== true && data.inputs.length > 0);
      const variables = (isMapped ? token.locals : undefined) ?? visibleVariables(run, place);
      const task = { jobId: job.id, elementId, jobType: jobType.value, headers, variables, retries: job.retries };
      run.effect({ type: "createJob", ...task });
    },
  };
}
