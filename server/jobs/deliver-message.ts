/** A stored message meets its subscription: removed and delivered in one transaction, so it is delivered once. */
import type { JsonObject } from "../../engine/model/json.ts";
import type { RuntimeContext } from "../runtime/context.ts";
import { orRefused, Refusal } from "../runtime/refusal.ts";
import { runStep } from "../runtime/run-instance.ts";
import { answer } from "../http/outcome.ts";
import type { Tx } from "../store/index.ts";
import { findRunningCase } from "../store/instances.ts";
import { removeMessage, type Delivery } from "../store/messages.ts";

async function deliver(context: RuntimeContext, tx: Tx, { message, instanceId }: Delivery) {
  const running = await findRunningCase(tx, message.street_id, instanceId);
  if (running === undefined || !(await removeMessage(tx, message.street_id, message.id))) return answer(false);
  const step = await runStep(context, tx, running, {
    command: {
      ...{ type: "deliverMessage", messageName: message.name, correlationKey: message.correlation_key },
      ...{ messageId: message.id, variables: JSON.parse(message.variables) as JsonObject },
      ...{ now: new Date(context.ports.clock.now()).toISOString(), actor: { kind: "system", id: "job" } },
    },
  });
  // The case does not take it now: the message waits on until its time is over.
  if (!step.ok) throw new Refusal(step.problems);
  return answer(true);
}

/** Out: whether it was delivered. */
export async function deliverMessage(context: RuntimeContext, delivery: Delivery): Promise<boolean> {
  const done = await orRefused(context.store.writeShared((tx) => deliver(context, tx, delivery)));
  return done.ok && done.value;
}
