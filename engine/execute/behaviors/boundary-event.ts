/** Boundary events: the caught event becomes a token of the host's scope, beside the host or instead of it. */
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";
import { triggerBoundary } from "../catch.ts";

export const boundaryEvent: Behavior<"boundaryEvent"> = {
  isInstant: true,
  /** What an error or escalation brought is for the output mappings only; a message's variables rise as at a receive task. */
  activate: (run, token, node) =>
    passOn(run, token, node.event.kind === "message" && token.locals !== undefined ? { rising: token.locals } : {}),
  caught: (run, host, node, payload) => triggerBoundary(run, host, node, payload),
};
