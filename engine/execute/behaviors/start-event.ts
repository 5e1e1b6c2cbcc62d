/** Start events: what a message or signal brings goes to the process; what an error brings is for the output mappings (§13.5.1). */
import type { Token } from "../../model/state.ts";
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";
import type { Run } from "../run.ts";

export const startEvent: Behavior<"startEvent"> = {
  isInstant: true,
  activate: (_run, token, { event }) =>
    token.locals !== undefined && (event.kind === "message" || event.kind === "signal")
      ? { ok: true, value: leaveWithPayload }
      : passOn(),
};

function leaveWithPayload(run: Run, { id, locals = {} }: Token): void {
  run.leave(id, { rising: locals });
}
