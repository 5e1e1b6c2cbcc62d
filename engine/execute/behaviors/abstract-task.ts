/** Abstract task: no work is described, so it is done when reached (BPMN 2.0 §13.3.3). */
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";

export const abstractTask: Behavior<"abstractTask"> = {
  isActivity: true,
  isInstant: true,
  activate: passOn,
};
