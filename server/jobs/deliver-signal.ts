/** A stored signal: fanned out to the instances that wait for it, then delivered to each once, in a transaction of its own. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { RuntimeContext } from "../runtime/context.ts";
import { runStep } from "../runtime/run-instance.ts";
import type { Tx } from "../store/index.ts";
import { findRunningCase } from "../store/instances.ts";
import type { SignalRow } from "../store/rows.ts";
import { fanOutSignal, removeSignal, retrySignal } from "../store/signals.ts";

/** A signal whose step fails by our fault is tried again after this. */
const RETRY_AFTER = 60_000;

async function pass(context: RuntimeContext, tx: Tx, signal: SignalRow): Promise<boolean> {
  if (signal.instance_id === "") await fanOutSignal(tx, signal);
  if (!(await removeSignal(tx, signal))) return false;
  if (signal.instance_id !== "") await give(context, tx, signal);
  return true;
}

/** Who no longer waits for it, or has ended, does not get it: a signal is not kept for later (BPMN 2.0 §10.5.1). */
async function give(context: RuntimeContext, tx: Tx, signal: SignalRow): Promise<void> {
  const running = await findRunningCase(tx, signal.street_id, signal.instance_id);
  if (running === undefined) return;
  await runStep(context, tx, running, {
    command: {
      ...{ type: "deliverSignal", signalName: signal.name, signalId: signal.id },
      ...{ variables: JSON.parse(signal.variables) as JsonObject, actor: { kind: "system", id: "job" } },
      now: new Date(context.ports.clock.now()).toISOString(),
    },
  });
}

/** Out: whether it was passed on here and now. Throws when the step failed by a fault of ours; it is tried again later. */
export async function deliverSignal(context: RuntimeContext, signal: SignalRow): Promise<boolean> {
  try {
    return await context.store.writeShared((tx) => pass(context, tx, signal));
  } catch (error) {
    await context.store.write((tx) => retrySignal(tx, signal, context.ports.clock.now() + RETRY_AFTER));
    throw error;
  }
}
