/** The door of execution. */
export { adHocChoices } from "./ad-hoc.ts";
export { advance } from "./advance.ts";
export type { Advanced } from "./advance.ts";
export { sendBackTargets } from "./commands/send-back.ts";
export { withdrawableSteps } from "./commands/withdraw-step.ts";
export { evolve, replay } from "./evolve.ts";
export { NEEDS } from "./may-do.ts";
export type { Asked, MayDo, Need } from "./may-do.ts";
export {
  budgetsOf,
  copiesOf,
  incidentsOf,
  jobsOf,
  requestsOf,
  scopeAt,
  subscriptionsOf,
  supervisionsOf,
  tasksOf,
  timersOf,
  tokensOf,
} from "./read-state.ts";
export { DEFAULT_SETTINGS } from "./run.ts";
export type { RunSettings } from "./run.ts";
export { nextStart, startTriggers } from "./start-triggers.ts";
export type { StartTrigger } from "./start-triggers.ts";
export { waitReasons } from "./wait-reasons.ts";
