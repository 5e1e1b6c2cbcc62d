/** Boundary events: the caught event becomes a token of the host's scope, beside the host or instead of it. */
import type { Token } from "../../model/state.ts";
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";
import { triggerBoundary } from "../catch.ts";
import type { Run } from "../run.ts";

/** A multiple event says by what it has brought which of its parts has happened. */
const BRINGS: ReadonlySet<string> = new Set(["message", "signal", "multiple"]);

export const boundaryEvent: Behavior<"boundaryEvent"> = {
  isInstant: true,
  /** What an error or escalation brought is for the output mappings only; a message's or signal's variables rise as at a receive task. */
  activate: (_run, _token, node) => (BRINGS.has(node.event.kind) ? { ok: true, value: leaveWithPayload } : passOn()),
  caught: (run, host, node, payload) => triggerBoundary(run, host, node, payload),
};

function leaveWithPayload(run: Run, { id, locals = {} }: Token): void {
  run.leave(id, { rising: locals });
}
