/** Due dates of the engine as rows (engine.md §2.9). */
import type { EffectOf } from "../../engine/model/effect.ts";
import type { Ledger } from "./ledger.ts";

export function scheduleTimer(step: Ledger, effect: EffectOf<"scheduleTimer">): void {
  const { street, caseId } = step.facts;
  const { timerId, elementId, kind } = effect;
  // Scheduled anew under its old id (a cycle, an extension): the old row goes first.
  step.goneTimers.add(timerId);
  step.newTimers.set(timerId, {
    ...{ street_id: street, instance_id: caseId, timer_id: timerId, element_id: elementId, kind, claimed_until: 0 },
    due_at: Date.parse(effect.dueAt),
  });
}

export function cancelTimer(step: Ledger, { timerId }: EffectOf<"cancelTimer">): void {
  step.newTimers.delete(timerId);
  step.goneTimers.add(timerId);
}
