/** Intermediate throw events: none (a milestone), message, signal, escalation, link. */
import type { Token } from "../../model/state.ts";
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";
import { raiseEscalation } from "../catch.ts";
import { planMessage } from "../messages.ts";
import type { Run } from "../run.ts";
import { planSignal } from "../signals.ts";
import { completeToken, enterElement } from "../tokens.ts";

export const intermediateThrowEvent: Behavior<"intermediateThrowEvent"> = {
  isInstant: true,
  activate: (run, token, node) => {
    const { event } = node;
    if (event.kind === "link")
      return { ok: true, value: (_run, token) => followLink(run, token, event.targetId ?? "") };
    if (event.kind === "message") return planMessage(run, token, event);
    if (event.kind === "signal") return planSignal(run, token, event);
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

/** A link is a sequence flow drawn in two pieces (BPMN 2.0 §10.5.5): nothing can stand between its ends. */
function followLink(run: Run, token: Token, elementId: string): void {
  completeToken(run, token);
  enterElement(run, { scopeId: token.scopeId, elementId, cameFrom: token.cameFrom });
}
