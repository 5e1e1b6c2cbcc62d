/** Rungs of a ladder and supervisions: cards on the case, and the people who must know. */
import type { EffectOf } from "../../engine/model/effect.ts";
import type { Ledger } from "./ledger.ts";
import { tellGroups } from "./notices.ts";

export function rung(step: Ledger, { action, percent, notify, elementId }: EffectOf<"rung">): void {
  const { before } = step.facts;
  if (action === "yellowCard") step.caseChange.yellow = (step.caseChange.yellow ?? before.yellow) + 1;
  if (action === "redCard") step.caseChange.red = (step.caseChange.red ?? before.red) + 1;
  tellGroups(step, action, notify, { percent, elementId });
}

export function notifySupervision(step: Ledger, effect: EffectOf<"notifySupervision">): void {
  const { requirement, supervisionId, notify, unit } = effect;
  // The unit that an instruction names may see the case from now on, whether it works on it or not.
  if (unit !== undefined) step.involved.add(`unit:${unit}`);
  tellGroups(step, unit === undefined ? "supervise" : "instruct", notify, { requirement, supervisionId });
}
