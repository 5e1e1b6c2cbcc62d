/** Receive task: waits for a message, whose variables go up unless output mappings say what does. */
import type { Behavior } from "../behavior.ts";
import { addressOf, subscribe } from "../catchers.ts";

export const receiveTask: Behavior<"receiveTask"> = {
  isActivity: true,
  activate: (run, token, node) => {
    const address = addressOf(run, node.event, { scopeId: token.scopeId, locals: token.locals });
    return address.ok ? { ok: true, value: () => subscribe(run, token, node, address.value) } : address;
  },
  caught: (run, token, _node, payload) => run.leave(token.id, { visible: payload, rising: payload }),
};
