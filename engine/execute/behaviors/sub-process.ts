/** Embedded and event sub-process: a scope of the same process, whose input mappings are its variables (BPMN 2.0 §13.3.4). */
import type { Behavior } from "../behavior.ts";
import { processOf } from "../read-state.ts";
import { planScope } from "../scopes.ts";

export const subProcess: Behavior<"subProcess"> = {
  isActivity: true,
  activate: (run, token, node) => {
    const process = processOf(run.bundle, run.state, token.scopeId);
    const inner = { elementId: node.id, process, scope: node.scope };
    if (node.isTriggeredByEvent !== true) return planScope(run, token, inner, token.locals ?? {});
    // What the event brought goes through its start event.
    return planScope(run, token, { ...inner, startId: node.scope.startEvents[0], payload: token.locals }, {});
  },
  /** Its variables end with it, but for what output mappings take out. */
  scopeDone: (_node, variables) => ({ visible: variables }),
};
