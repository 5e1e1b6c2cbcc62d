/** Intermediate throw events: none (a milestone), message, signal, escalation, compensation, link, multiple. */
import type { EventDefinition } from "../../model/process.ts";
import type { Token } from "../../model/state.ts";
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";
import { raiseEscalation } from "../catch.ts";
import { throwCompensation } from "../compensation.ts";
import { planMessage } from "../messages.ts";
import { planThrows } from "../multiple-throw.ts";
import type { Run } from "../run.ts";
import { planSignal } from "../signals.ts";
import { completeToken, enterElement } from "../tokens.ts";

type Compensate = Extract<EventDefinition, { readonly kind: "compensate" }>;

export const intermediateThrowEvent: Behavior<"intermediateThrowEvent"> = {
  isInstant: true,
  activate: (run, token, node) => {
    const { event } = node;
    if (event.kind === "link")
      return { ok: true, value: (_run, token) => followLink(run, token, event.targetId ?? "") };
    if (event.kind === "message") return planMessage(run, token, event);
    if (event.kind === "signal") return planSignal(run, token, event);
    if (event.kind === "compensate") return { ok: true, value: () => compensate(run, token, event) };
    if (event.kind === "multiple") return planThrows(run, token, event.events, (last) => goOn(run, token, last));
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

function goOn(run: Run, token: Token, last: EventDefinition): void {
  if (last.kind === "compensate") compensate(run, token, last);
  else run.leave(token.id);
}

function compensate(run: Run, token: Token, { activityId, waits }: Compensate): void {
  if (!throwCompensation(run, token, activityId) || !waits) run.leave(token.id);
}

/** A link is a sequence flow drawn in two pieces (BPMN 2.0 §10.5.5): nothing can stand between its ends. */
function followLink(run: Run, token: Token, elementId: string): void {
  completeToken(run, token);
  enterElement(run, { scopeId: token.scopeId, elementId, cameFrom: token.cameFrom });
}
