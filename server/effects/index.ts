/** The table of effects: what the engine asks for, and who enters it in the ledger. */
import type { Effect, EffectOf, EffectType } from "../../engine/model/effect.ts";
import { closeIncident, endInstance, openIncident, setCaseState } from "./case-effects.ts";
import { cancelJob, createJob } from "./job-effects.ts";
import { notifySupervision, rung } from "./ladder-effects.ts";
import type { Ledger } from "./ledger.ts";
import { closeSubscription, openSubscription, publishMessage } from "./message-effects.ts";
import { notifyCopy, notifyRequest, notifyUrge } from "./office-effects.ts";
import { awaitSignal, broadcastSignal, closeSignalWait } from "./signal-effects.ts";
import { closeTask, createTask, updateTask } from "./task-effects.ts";
import { cancelTimer, scheduleTimer } from "./timer-effects.ts";

type Entry<T extends EffectType> = (step: Ledger, effect: EffectOf<T>) => void;

const table: { readonly [T in EffectType]: Entry<T> } = {
  awaitSignal,
  broadcastSignal,
  cancelJob,
  cancelTimer,
  closeIncident,
  closeSignalWait,
  closeSubscription,
  closeTask,
  createJob,
  createTask,
  endInstance,
  notifyCopy,
  notifyRequest,
  notifySupervision,
  notifyUrge,
  openIncident,
  openSubscription,
  publishMessage,
  rung,
  scheduleTimer,
  setCaseState,
  updateTask,
};

/** Enters effects in the ledger, in their order. */
export function enterEffects(step: Ledger, effects: readonly Effect[]): void {
  for (const effect of effects) (table[effect.type] as Entry<EffectType>)(step, effect);
}

export { saveLedger } from "./save-ledger.ts";
export { ledger, rowId, splitRowId } from "./ledger.ts";
export type { Ledger, StepFacts } from "./ledger.ts";
export type { JobOrder } from "./job-effects.ts";
export type { NoticeOrder } from "./notices.ts";
