/** Messages and who waits for them. A message is always stored and delivered by its own command after the commit. */
import type { EffectOf } from "../../engine/model/effect.ts";
import type { Ledger } from "./ledger.ts";

/** How long a message waits for somebody to wait for it. */
const TIME_TO_LIVE = 24 * 3_600_000;

export function openSubscription(step: Ledger, effect: EffectOf<"openSubscription">): void {
  const { street, caseId } = step.facts;
  const { subscriptionId, messageName, correlationKey } = effect;
  step.newSubscriptions.set(subscriptionId, {
    ...{ street_id: street, instance_id: caseId, subscription_id: subscriptionId },
    ...{ message_name: messageName, correlation_key: correlationKey },
  });
}

export function closeSubscription(step: Ledger, { subscriptionId }: EffectOf<"closeSubscription">): void {
  if (!step.newSubscriptions.delete(subscriptionId)) step.goneSubscriptions.add(subscriptionId);
}

export function publishMessage(step: Ledger, effect: EffectOf<"publishMessage">): void {
  const { street, caseId, at } = step.facts;
  step.messages.push({
    ...{ street_id: street, id: `${caseId}.${effect.messageId}`, name: effect.messageName },
    ...{ correlation_key: effect.correlationKey, variables: JSON.stringify(effect.variables) },
    ...{ created_at: at, expires_at: at + TIME_TO_LIVE },
  });
}
