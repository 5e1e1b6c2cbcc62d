/** Start events: what a message or signal brings goes to the process; what an error brings is for the output mappings (§13.5.1). */
import type { JsonObject } from "../../model/json.ts";
import type { EventDefinition } from "../../model/process.ts";
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";
import { keepCorrelation } from "../correlation.ts";
import type { Run } from "../run.ts";

const BRINGS: ReadonlySet<string> = new Set(["message", "signal", "multiple"]);

export const startEvent: Behavior<"startEvent"> = {
  isInstant: true,
  activate: (_run, token, { event }) =>
    token.locals !== undefined && BRINGS.has(event.kind)
      ? { ok: true, value: (run, { id, scopeId, locals = {} }) => leaveWithPayload(run, id, scopeId, event, locals) }
      : passOn(),
};

function leaveWithPayload(run: Run, id: string, scopeId: string, event: EventDefinition, payload: JsonObject): void {
  if (event.kind === "message") keepCorrelation(run, scopeId, event, payload);
  run.leave(id, { rising: payload });
}
