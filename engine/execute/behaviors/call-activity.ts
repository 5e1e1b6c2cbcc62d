/** Call activity: a process of the bundle as a nested scope with variables of its own (BPMN 2.0 §13.3.4). */
import type { JsonObject } from "../../model/json.ts";
import type { FlowNodeOf } from "../../model/process.ts";
import type { Token } from "../../model/state.ts";
import type { Behavior } from "../behavior.ts";
import { visibleVariables } from "../context.ts";
import { INCIDENTS } from "../problems.ts";
import { own } from "../read-state.ts";
import type { Run } from "../run.ts";
import { planScope } from "../scopes.ts";
import { picked, takenBy } from "../process-data.ts";
import { refused, textAt } from "../values.ts";

export const callActivity: Behavior<"callActivity"> = {
  isActivity: true,
  activate: (run, token, node) => {
    const key = textAt(run, node.processKey, { scopeId: token.scopeId, locals: token.locals }, "流程 process id");
    if (!key.ok) return key;
    const process = own(run.bundle.processes, key.value);
    if (process === undefined) return refused(INCIDENTS.processUnknown(key.value));
    return planScope(
      run,
      token,
      { elementId: process.key, process, scope: process.scope },
      takenBy(process.data, given(run, token, node)),
    );
  },
  scopeDone: (node, variables) => ({
    visible: variables,
    ...(node.slot === undefined && node.propagateAll ? { rising: variables } : {}),
    ...(node.slot === undefined ? {} : { returned: picked(variables, node.slot.outputs) }),
  }),
};

/** Through a slot pass only the variables it names, so that a child pack's process depends on nothing else. */
function given(run: Run, token: Token, node: FlowNodeOf<"callActivity">): JsonObject {
  const { scopeId, locals = {} } = token;
  if (node.slot !== undefined)
    return { ...picked(visibleVariables(run, { scopeId, locals }), node.slot.inputs), ...locals };
  return node.inheritAll ? visibleVariables(run, { scopeId, locals }) : locals;
}
