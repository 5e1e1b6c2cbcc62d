/** Copies, urgings and requests for more time: nothing in the tables changes, people are told. */
import type { EffectOf } from "../../engine/model/effect.ts";
import type { Ledger } from "./ledger.ts";
import { tellGroups, tellPerson } from "./notices.ts";

/** Whoever gets a copy may see the case from now on. */
export function notifyCopy(step: Ledger, { copyId, people, groups, note = "" }: EffectOf<"notifyCopy">): void {
  for (const person of people) step.involved.add(`person:${person}`);
  for (const group of groups) step.involved.add(`group:${group}`);
  for (const person of people) tellPerson(step, "copied", person, { copyId, note });
  tellGroups(step, "copied", groups, { copyId, note });
}

export function notifyUrge(step: Ledger, { people, groups, text }: EffectOf<"notifyUrge">): void {
  for (const person of people) tellPerson(step, "urged", person, { text });
  tellGroups(step, "urged", groups, { text });
}

/** Those who may decide find the request on the case; who asked is told what was decided. */
export function notifyRequest(step: Ledger, effect: EffectOf<"notifyRequest">): void {
  const { requestId, requestedBy, reason, decision } = effect;
  if (decision === undefined) return;
  const decided = decision === "granted" ? "extensionGranted" : "extensionRefused";
  tellPerson(step, decided, requestedBy, { requestId, reason });
}
