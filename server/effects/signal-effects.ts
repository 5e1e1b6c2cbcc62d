/** Signals and who waits for them. A signal is stored with the step that throws it and reaches the others after the commit. */
import type { EffectOf } from "../../engine/model/effect.ts";
import type { Ledger } from "./ledger.ts";

export function awaitSignal(step: Ledger, { signalWaitId, signalName }: EffectOf<"awaitSignal">): void {
  const { street, caseId } = step.facts;
  step.newSignalWaits.set(signalWaitId, {
    ...{ street_id: street, instance_id: caseId, signal_wait_id: signalWaitId, signal_name: signalName },
  });
}

export function closeSignalWait(step: Ledger, { signalWaitId }: EffectOf<"closeSignalWait">): void {
  if (!step.newSignalWaits.delete(signalWaitId)) step.goneSignalWaits.add(signalWaitId);
}

export function broadcastSignal(step: Ledger, effect: EffectOf<"broadcastSignal">): void {
  const { street, caseId, at } = step.facts;
  step.signals.push({
    ...{ street_id: street, id: `${caseId}.${effect.signalId}`, instance_id: "", source_id: caseId },
    ...{ name: effect.signalName, variables: JSON.stringify(effect.variables), created_at: at, retry_at: at },
  });
}
