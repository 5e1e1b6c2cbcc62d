/** Does everything that is due: timers, jobs, messages, and what these bring about, until nothing is left. */
import type { RuntimeContext } from "../runtime/context.ts";
import { turnPosts } from "../runtime/turn-posts.ts";
import { dueJobs, dueJobsOf, type JobRow } from "../store/jobs.ts";
import { findDeliveries, removeExpiredMessages, type Delivery } from "../store/messages.ts";
import type { SignalRow, TimerRow } from "../store/rows.ts";
import { dueSignals } from "../store/signals.ts";
import { dueTimers, dueTimersOf } from "../store/timers.ts";
import { deliverMessage } from "./deliver-message.ts";
import { deliverSignal } from "./deliver-signal.ts";
import { fireTimer } from "./fire-timer.ts";
import { runJob } from "./run-job.ts";

/** Read at once; what belongs to different cases shares transactions. */
const ROUND = 200;

export interface Settled {
  readonly timers: number;
  readonly jobs: number;
  /** Messages and signals. */
  readonly messages: number;
  /** Faults of ours; what failed is tried again later. */
  readonly errors: readonly unknown[];
}

interface Tally {
  done: number;
  readonly errors: unknown[];
}

/** Runs work of different instances side by side, of one instance in its order. */
async function byInstance<T>(items: readonly T[], instanceOf: (item: T) => string, run: (item: T) => Promise<boolean>) {
  const tally: Tally = { done: 0, errors: [] };
  const lines = new Map<string, T[]>();
  for (const item of items) lines.set(instanceOf(item), [...(lines.get(instanceOf(item)) ?? []), item]);
  const line = async (own: readonly T[]) => {
    for (const item of own) {
      try {
        if (await run(item)) tally.done += 1;
      } catch (error) {
        tally.errors.push(error);
      }
    }
  };
  await Promise.all([...lines.values()].map(line));
  return tally;
}

interface Due {
  readonly timers: readonly TimerRow[];
  readonly jobs: readonly JobRow[];
  readonly messages: readonly Delivery[];
  readonly signals: readonly SignalRow[];
}

async function allDue({ store, ports }: RuntimeContext): Promise<Due> {
  const now = ports.clock.now();
  const [timers, jobs, messages, signals] = await Promise.all([
    dueTimers(store.read, now, ROUND),
    dueJobs(store.read, now, ROUND),
    findDeliveries(store.read, now, ROUND),
    dueSignals(store.read, now, ROUND),
  ]);
  return { timers, jobs, messages, signals };
}

async function round(context: RuntimeContext, { timers, jobs, messages, signals }: Due): Promise<Settled> {
  const fired = await byInstance(
    timers,
    (each) => each.instance_id,
    (each) => fireTimer(context, each),
  );
  const worked = await byInstance(
    jobs,
    (each) => each.instance_id ?? each.id,
    (each) => runJob(context, each),
  );
  const delivered = await byInstance(
    messages,
    (each) => each.instanceId,
    (each) => deliverMessage(context, each),
  );
  const told = await byInstance(
    signals,
    (each) => each.instance_id,
    (each) => deliverSignal(context, each),
  );
  return {
    ...{ timers: fired.done, jobs: worked.done, messages: delivered.done + told.done },
    errors: [...fired.errors, ...worked.errors, ...delivered.errors, ...told.errors],
  };
}

async function settleBy(context: RuntimeContext, due: () => Promise<Due>): Promise<Settled> {
  let sum: Settled = { timers: 0, jobs: 0, messages: 0, errors: [] };
  for (;;) {
    const one = await round(context, await due());
    sum = {
      ...{ timers: sum.timers + one.timers, jobs: sum.jobs + one.jobs, messages: sum.messages + one.messages },
      errors: [...sum.errors, ...one.errors],
    };
    if (one.timers + one.jobs + one.messages === 0) return sum;
  }
}

/** Out: how much was done. Ends when a round does nothing: what failed waits for its next time. */
export async function settle(context: RuntimeContext): Promise<Settled> {
  // First: whoever takes office now is there for what comes due now.
  const faults = await turnPosts(context);
  const done = await settleBy(context, () => allDue(context));
  await removeExpiredMessages(context.store, context.ports.clock.now());
  return { ...done, errors: [...faults, ...done.errors] };
}

/** The same for the timers and jobs of one case, on a clock of its own (the demo's replay). Throws what went wrong. */
export async function settleCase(context: RuntimeContext, street: string, caseId: string): Promise<void> {
  const { store, ports } = context;
  const done = await settleBy(context, async () => ({
    timers: await dueTimersOf(store.read, street, caseId, ports.clock.now()),
    jobs: await dueJobsOf(store.read, street, caseId, ports.clock.now()),
    messages: [],
    signals: [],
  }));
  if (done.errors.length > 0) throw done.errors[0];
}
