/** Service task: a job for a worker; its variables come back with `completeJob`. */
import type { Behavior } from "../behavior.ts";
import { planJob } from "../jobs.ts";

export const serviceTask: Behavior<"serviceTask"> = {
  isActivity: true,
  activate: (run, token, node) => planJob(run, token, node.job),
};
