/** End events: none, terminate (its scope only), error, escalation, message (BPMN 2.0 §13.5.6). */
import type { EventDefinition } from "../../model/process.ts";
import type { Token } from "../../model/state.ts";
import type { Behavior } from "../behavior.ts";
import { raiseEscalation, throwError } from "../catch.ts";
import { planMessage } from "../messages.ts";
import type { Run } from "../run.ts";
import { completeToken, terminateTokensIn } from "../tokens.ts";

export const endEvent: Behavior<"endEvent"> = {
  isInstant: true,
  activate: (run, token, node) => {
    const { event } = node;
    return event.kind === "message"
      ? planMessage(run, token, event)
      : { ok: true, value: () => end(run, token, event) };
  },
};

function end(run: Run, token: Token, event: EventDefinition): void {
  switch (event.kind) {
    case "error":
      return throwError(run, token, event.code ?? "", "");
    case "escalation":
      raiseEscalation(run, token, event.code ?? "");
      return run.leave(token.id);
    case "terminate":
      completeToken(run, token);
      terminateTokensIn(run, token.scopeId);
      return run.checkScope(token.scopeId);
    case "none":
    case "message":
    case "timer":
    case "link":
      return run.leave(token.id);
  }
}
