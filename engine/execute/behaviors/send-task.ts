/** Send task: a job, as zeebe has it; without one it publishes its message and goes on. */
import type { Behavior } from "../behavior.ts";
import { planJob } from "../jobs.ts";
import { planMessage } from "../messages.ts";

export const sendTask: Behavior<"sendTask"> = {
  isActivity: true,
  activate: (run, token, node) =>
    node.job === undefined ? planMessage(run, token, node.event) : planJob(run, token, node.job),
};
