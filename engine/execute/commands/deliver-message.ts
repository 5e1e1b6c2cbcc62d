/** A message reaches exactly one subscription of its name and key, the oldest, and each message id once (engine.md §2.8). */
import type { CommandOf } from "../../model/command.ts";
import type { FlowNode } from "../../model/process.ts";
import type { SubscriptionState } from "../../model/state.ts";
import { behaviorOf } from "../activate.ts";
import { REJECTIONS } from "../problems.ts";
import { nodeIn, processOf, subscriptionsOf, tokenAt } from "../read-state.ts";
import type { Rejection, Run } from "../run.ts";
import type { CommandRule } from "./command-rule.ts";

export const deliverMessage: CommandRule<"deliverMessage"> = { carryOut };

function carryOut(run: Run, command: CommandOf<"deliverMessage">): Rejection {
  const { messageName, correlationKey, messageId, variables } = command;
  const fitting = subscriptionsOf(run.state).filter(
    (other) => other.messageName === messageName && other.correlationKey === correlationKey,
  );
  if (fitting.some((other) => other.lastMessageId === messageId)) return REJECTIONS.messageRepeated();
  const [subscription] = fitting;
  const token = subscription === undefined ? undefined : tokenAt(run.state, subscription.tokenId);
  if (subscription === undefined || token === undefined) return REJECTIONS.messageNotExpected(messageName);
  const node = nodeIn(processOf(run.bundle, run.state, subscription.scopeId), subscription.elementId);
  take(run, subscription, node, messageId);
  behaviorOf(node).caught?.(run, token, node, variables);
  return undefined;
}

/** A non-interrupting boundary event goes on listening; every other catcher takes one message. */
function take(run: Run, { id: subscriptionId }: SubscriptionState, node: FlowNode, messageId: string): void {
  if (node.kind === "boundaryEvent" && !node.interrupting) {
    run.emit({ type: "messageTaken", subscriptionId, messageId });
    return;
  }
  run.emit({ type: "subscriptionClosed", subscriptionId, outcome: "correlated", messageId });
  run.effect({ type: "closeSubscription", subscriptionId });
}
