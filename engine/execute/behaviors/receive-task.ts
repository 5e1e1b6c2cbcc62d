/** Receive task: waits for a message, whose variables go up unless output mappings say what does. */
import type { Behavior } from "../behavior.ts";
import { planWait } from "../catchers.ts";

export const receiveTask: Behavior<"receiveTask"> = {
  isActivity: true,
  activate: (run, token, node) => planWait(run, token, node, node.event),
  caught: (run, token, _node, payload) => run.leave(token.id, { visible: payload, rising: payload }),
};
