/** Ad-hoc sub-process (BPMN 2.0 §13.3.5): a scope in which somebody, or a collection, picks what is done (`ad-hoc.ts`). */
import type { FlowNodeOf, ProcessDefinition } from "../../model/process.ts";
import type { Result } from "../../model/problem.ts";
import type { Token } from "../../model/state.ts";
import type { Behavior } from "../behavior.ts";
import { evaluateAt } from "../context.ts";
import { INCIDENTS } from "../problems.ts";
import { nodeIn, own, processOf } from "../read-state.ts";
import type { Run } from "../run.ts";
import { planScope } from "../scopes.ts";
import { refused } from "../values.ts";

type AdHoc = FlowNodeOf<"adHocSubProcess">;

export const adHocSubProcess: Behavior<"adHocSubProcess"> = {
  isActivity: true,
  activate: (run, token, node) => {
    const process = processOf(run.bundle, run.state, token.scopeId);
    const picked = pickedAtOnce(run, token, node, process);
    if (!picked.ok) return picked;
    const starts = [...picked.value, ...eventsOf(node, process)];
    // In turn: the later ones come to what is under way as if by a flow, and wait.
    const inTurn = node.isSequential ? node.id : undefined;
    const collected = node.collects === undefined ? {} : { [node.collects.name]: [] };
    const variables = { ...token.locals, ...collected };
    return planScope(run, token, { elementId: node.id, process, scope: node.scope, starts, inTurn }, variables);
  },
  scopeDone: ({ collects }, variables) => {
    const collected = collects === undefined ? undefined : own(variables, collects.name);
    const rising = collects === undefined || collected === undefined ? {} : { rising: { [collects.name]: collected } };
    return { visible: variables, ...rising };
  },
};

/** `activeElementsCollection`: ids of inner elements, else an incident as in zeebe. */
function pickedAtOnce(run: Run, token: Token, node: AdHoc, process: ProcessDefinition): Result<readonly string[]> {
  if (node.picks === undefined) return { ok: true, value: [] };
  const result = evaluateAt(run, node.picks, { scopeId: token.scopeId, locals: token.locals });
  if (!result.ok) return result;
  const { value } = result;
  const isFine = Array.isArray(value) && value.every((id) => typeof id === "string" && canPick(node, process, id));
  return isFine ? { ok: true, value: value as readonly string[] } : refused(INCIDENTS.picksInvalid(node.id));
}

function canPick(node: AdHoc, process: ProcessDefinition, id: string): boolean {
  if (!node.scope.nodeIds.includes(id)) return false;
  const inner = nodeIn(process, id);
  const isEventSubProcess = inner.kind === "subProcess" && inner.isTriggeredByEvent === true;
  return inner.kind !== "boundaryEvent" && inner.isForCompensation !== true && !isEventSubProcess;
}

/** Events that no flow leads to wait from the beginning, unless a collection picks (§13.3.5). */
function eventsOf(node: AdHoc, process: ProcessDefinition): readonly string[] {
  if (node.picks !== undefined) return [];
  return node.scope.nodeIds.filter((id) => {
    const inner = nodeIn(process, id);
    return inner.kind === "intermediateCatchEvent" && inner.incoming.length === 0 && inner.event.kind !== "link";
  });
}
