/** Start events, none and message: the message's variables, if any, go to the process (BPMN 2.0 §13.5.1). */
import type { Token } from "../../model/state.ts";
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";
import type { Run } from "../run.ts";

export const startEvent: Behavior<"startEvent"> = {
  isInstant: true,
  activate: (_run, token) => (token.locals === undefined ? passOn() : { ok: true, value: leaveWithMessage }),
};

function leaveWithMessage(run: Run, { id, locals = {} }: Token): void {
  run.leave(id, { rising: locals });
}
