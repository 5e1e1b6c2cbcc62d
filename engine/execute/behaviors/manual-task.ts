/** Manual task: work that no system sees, so it is done when reached (BPMN 2.0 §13.3.3). */
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";

export const manualTask: Behavior<"manualTask"> = {
  isActivity: true,
  isInstant: true,
  activate: passOn,
};
