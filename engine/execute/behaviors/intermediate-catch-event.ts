/** Intermediate catch events: a timer or a message lets the token go on; a link is where it comes in. */
import { passOn } from "../behavior.ts";
import type { Behavior } from "../behavior.ts";
import { addressOf, startTimer, subscribe } from "../catchers.ts";
import { dueTimeOf } from "../timers.ts";

export const intermediateCatchEvent: Behavior<"intermediateCatchEvent"> = {
  activate: (run, token, node) => {
    const { event } = node;
    const place = { scopeId: token.scopeId, locals: token.locals };
    if (event.kind === "timer") {
      const due = dueTimeOf(run, event, place);
      return due.ok ? { ok: true, value: () => startTimer(run, token, node, due.value) } : due;
    }
    if (event.kind === "link") return passOn();
    if (event.kind !== "message") throw new Error(`Expected a timer or message at ${node.id}, but got ${event.kind}`);
    const address = addressOf(run, event, place);
    return address.ok ? { ok: true, value: () => subscribe(run, token, node, address.value) } : address;
  },
  caught: (run, token, _node, payload) => run.leave(token.id, { visible: payload, rising: payload }),
};
