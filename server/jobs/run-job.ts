/**
 * One attempt of one job. The claim, its work and its end are one transaction: a crash leaves the job as it was, and
 * a second worker finds it gone. What fails is tried again later, five times, then shown as an incident (R19).
 */
import type { JobOrder, NoticeOrder } from "../effects/index.ts";
import { Refusal } from "../runtime/refusal.ts";
import { runStep } from "../runtime/run-instance.ts";
import type { RuntimeContext } from "../runtime/context.ts";
import type { Tx } from "../store/index.ts";
import { findRunningCase, type RunningCase } from "../store/instances.ts";
import { claimJob, postponeJob, removeJob, type JobRow } from "../store/jobs.ts";
import { ownJob, serviceJob } from "./job-table.ts";

const MOST_ATTEMPTS = 5;
const FIRST_DELAY = 1_000;
/** How long a claim holds when its worker dies between two transactions. */
const LEASE = 60_000;

async function runningOf(tx: Tx, job: JobRow): Promise<RunningCase> {
  const running = job.instance_id === null ? undefined : await findRunningCase(tx, job.street_id, job.instance_id);
  if (running === undefined) throw new Error(`Expected the case of job ${job.id}, but it is not there.`);
  return running;
}

/** The command by which the token learns of its job. */
async function answerToken(context: RuntimeContext, tx: Tx, job: JobRow, running: RunningCase, failure?: string) {
  const jobId = job.job_id ?? "";
  const now = new Date(context.ports.clock.now()).toISOString();
  const actor = { kind: "system", id: "job" } as const;
  const step = await runStep(context, tx, running, {
    command:
      failure === undefined
        ? { type: "completeJob", jobId, variables: {}, now, actor }
        : { type: "failJob", jobId, retries: 0, message: failure, now, actor },
  });
  // The token has gone on without it (cancelled, sent back): nothing is left to do.
  if (!step.ok) await removeJob(tx, job.street_id, job.id);
}

async function work(context: RuntimeContext, tx: Tx, job: JobRow): Promise<boolean> {
  if (!(await claimJob(tx, job, context.ports.clock.now() + LEASE))) return false;
  const running = await runningOf(tx, job);
  const call = { context, tx, case: running.case };
  if (job.job_id === null) {
    const run = ownJob(job.type);
    if (run === undefined) throw new Error(`没有执行“${job.type}”的程序 There is no worker for "${job.type}"`);
    await run({ ...call, order: JSON.parse(job.payload) as NoticeOrder });
    await removeJob(tx, job.street_id, job.id);
    return true;
  }
  const run = serviceJob(job.type);
  if (run === undefined) throw new Error(`没有执行“${job.type}”的程序 There is no worker for "${job.type}"`);
  await run({ ...call, order: JSON.parse(job.payload) as JobOrder });
  await answerToken(context, tx, job, running);
  return true;
}

/** Doubling waits with some chance in them, so that what failed together does not come back together. */
function delayOf(context: RuntimeContext, attempt: number): number {
  const [chance = 0] = context.ports.random.bytes(1);
  return Math.round(FIRST_DELAY * 2 ** attempt * (1 + chance / 512));
}

async function afterFailure(context: RuntimeContext, tx: Tx, job: JobRow, message: string): Promise<void> {
  const attempts = job.attempts + 1;
  const runAt = context.ports.clock.now() + delayOf(context, job.attempts);
  if (!(await claimJob(tx, job, runAt))) return;
  if (attempts < MOST_ATTEMPTS) return postponeJob(tx, job, { runAt, failed: false, error: message });
  if (job.job_id === null) return postponeJob(tx, job, { runAt, failed: true, error: message });
  await answerToken(context, tx, job, await runningOf(tx, job), message);
}

/** Out: whether the job was done here and now. */
export async function runJob(context: RuntimeContext, job: JobRow): Promise<boolean> {
  try {
    return await context.store.writeShared((tx) => work(context, tx, job));
  } catch (error) {
    const message = error instanceof Refusal || error instanceof Error ? error.message : String(error);
    await context.store.write((tx) => afterFailure(context, tx, job, message.slice(0, 1_000)));
    return false;
  }
}
