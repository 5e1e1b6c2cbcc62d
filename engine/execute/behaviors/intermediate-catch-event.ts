/** Intermediate catch events: a timer, message, signal or condition, or several of them, let the token go on; a link is where it comes in. */
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";
import { planWait } from "../catchers.ts";

export const intermediateCatchEvent: Behavior<"intermediateCatchEvent"> = {
  activate: (run, token, node) => (node.event.kind === "link" ? passOn() : planWait(run, token, node, node.event)),
  caught: (run, token, _node, payload) => run.leave(token.id, { visible: payload, rising: payload }),
};
