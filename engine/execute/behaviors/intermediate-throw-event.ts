/** Intermediate throw events: none (a milestone), message, escalation. */
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";
import { raiseEscalation } from "../catch.ts";
import { planMessage } from "../messages.ts";

export const intermediateThrowEvent: Behavior<"intermediateThrowEvent"> = {
  isInstant: true,
  activate: (run, token, node) => {
    const { event } = node;
    if (event.kind === "message") return planMessage(run, token, event);
    if (event.kind !== "escalation") return passOn();
    return {
      ok: true,
      value: () => {
        raiseEscalation(run, token, event.code ?? "");
        // An interrupting catcher has ended this token by now; then there is nothing to leave.
        run.leave(token.id);
      },
    };
  },
};
