/** A due timer becomes a command: claimed, fired and removed in one transaction, so it fires once, whoever tries. */
import type { RuntimeContext } from "../runtime/context.ts";
import { runStep } from "../runtime/run-instance.ts";
import type { Tx } from "../store/index.ts";
import { findRunningCase } from "../store/instances.ts";
import type { TimerRow } from "../store/rows.ts";
import { claimTimer, removeTimers } from "../store/timers.ts";

/** A timer whose step fails by our fault is tried again after this, so that it cannot keep the workers busy. */
const RETRY_AFTER = 60_000;

async function fire(context: RuntimeContext, tx: Tx, timer: TimerRow, now: number): Promise<boolean> {
  if (!(await claimTimer(tx, timer, now + RETRY_AFTER))) return false;
  const running = await findRunningCase(tx, timer.street_id, timer.instance_id);
  if (running === undefined) throw new Error(`Expected the case of timer ${timer.timer_id} of ${timer.instance_id}.`);
  const step = await runStep(context, tx, running, {
    command: {
      ...{ type: "fireTimer", timerId: timer.timer_id, now: new Date(now).toISOString() },
      actor: { kind: "system", id: "timer" },
    },
  });
  // The engine does not know it any more: the row is a remnant.
  if (!step.ok) await removeTimers(tx, timer.street_id, timer.instance_id, [timer.timer_id]);
  return step.ok;
}

/** Out: whether it was fired here and now. Throws when the step failed by a fault of ours; it is tried again later. */
export async function fireTimer(context: RuntimeContext, timer: TimerRow): Promise<boolean> {
  const now = context.ports.clock.now();
  try {
    return await context.store.writeShared((tx) => fire(context, tx, timer, now));
  } catch (error) {
    await context.store.write((tx) => claimTimer(tx, timer, now + RETRY_AFTER));
    throw error;
  }
}
