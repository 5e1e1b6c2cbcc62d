/** A message reaches exactly one subscription of its name and key, the oldest, and each message id once (engine.md §2.8). */
import type { CommandOf } from "../../model/command.ts";
import type { SubscriptionState } from "../../model/state.ts";
import { isFor } from "../correlation.ts";
import { REJECTIONS } from "../problems.ts";
import { subscriptionsOf } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import { staysOpen, trigger } from "../trigger.ts";
import type { CommandRule } from "./command-rule.ts";

export const deliverMessage: CommandRule<"deliverMessage"> = { carryOut };

function carryOut(run: Run, command: CommandOf<"deliverMessage">): Rejection {
  const { messageName, correlationKey, messageId, variables } = command;
  const fitting = subscriptionsOf(run.state).filter(
    (other) => other.messageName === messageName && isFor(run, other, correlationKey, variables),
  );
  if (fitting.some((other) => other.lastMessageId === messageId)) return REJECTIONS.messageRepeated();
  const subscription = fitting.find((other) => other.correlationKey === correlationKey) ?? fitting[0];
  if (subscription === undefined) return REJECTIONS.messageNotExpected(messageName);
  take(run, subscription, messageId);
  trigger(run, subscription, variables);
  return undefined;
}

/** A non-interrupting catcher goes on listening; every other takes one message. */
function take(run: Run, subscription: SubscriptionState, messageId: string): void {
  const { id: subscriptionId } = subscription;
  if (staysOpen(run, subscription)) {
    run.emit({ type: "messageTaken", subscriptionId, messageId });
    return;
  }
  run.emit({ type: "subscriptionClosed", subscriptionId, outcome: "correlated", messageId });
  run.effect({ type: "closeSubscription", subscriptionId });
}
