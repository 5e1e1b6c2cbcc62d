/** Start events, none and message: the message's variables, if any, go to the process (BPMN 2.0 §13.5.1). */
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";

export const startEvent: Behavior<"startEvent"> = {
  isInstant: true,
  activate: (run, token) => passOn(run, token, token.locals === undefined ? {} : { rising: token.locals }),
};
