/** End events: none, terminate (its scope only), error, escalation, message, signal, compensation, cancel, multiple (BPMN 2.0 §13.5.6). */
import type { EventDefinition } from "../../model/process.ts";
import type { Token } from "../../model/state.ts";
import type { Behavior } from "../behavior.ts";
import { raiseEscalation, throwError } from "../catch.ts";
import { throwCompensation } from "../compensation.ts";
import { planMessage } from "../messages.ts";
import { planThrows } from "../multiple-throw.ts";
import type { Run } from "../run.ts";
import { planSignal } from "../signals.ts";
import { cancelTransaction } from "../transactions.ts";
import { completeToken, terminateTokensIn, withdrawScope } from "../tokens.ts";

export const endEvent: Behavior<"endEvent"> = {
  isInstant: true,
  activate: (run, token, node) => {
    const { event } = node;
    if (event.kind === "message") return planMessage(run, token, event);
    if (event.kind === "signal") return planSignal(run, token, event);
    if (event.kind === "multiple") return planThrows(run, token, event.events, (last) => end(run, token, last));
    return { ok: true, value: () => end(run, token, event) };
  },
};

function end(run: Run, token: Token, event: EventDefinition): void {
  switch (event.kind) {
    case "error":
      return throwError(run, token, event.code ?? "", "");
    case "escalation":
      raiseEscalation(run, token, event.code ?? "");
      return run.leave(token.id);
    case "compensate":
      if (!throwCompensation(run, token, event.activityId) || !event.waits) run.leave(token.id);
      return;
    case "cancel":
      return cancelTransaction(run, token);
    case "terminate":
      completeToken(run, token);
      withdrawScope(run, token.scopeId);
      terminateTokensIn(run, token.scopeId);
      return run.checkScope(token.scopeId);
    case "none":
    case "message":
    case "timer":
    case "link":
    case "signal":
    case "conditional":
    case "multiple":
      return run.leave(token.id);
  }
}
