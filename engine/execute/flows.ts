/** Sequence flows: which a token takes out of a node, and taking them (BPMN 2.0 §13.2.1, §13.3). */
import type { FlowNode, SequenceFlow } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { Token } from "../model/state.ts";
import { evaluateStrictAt } from "./context.ts";
import { INCIDENTS } from "./problems.ts";
import { own, processOf } from "./read-state.ts";
import type { Run } from "./run.ts";
import { enterElement } from "./tokens.ts";
import { refused } from "./values.ts";

/** Out of an activity: all flows without a condition and all whose condition is true; the default when none is. */
export function chooseAll(run: Run, token: Token, node: FlowNode): Result<readonly string[]> {
  if (node.outgoing.length === 0 || isPlain(run, token, node)) return { ok: true, value: node.outgoing };
  const chosen: string[] = [];
  let isConditionMet = false;
  for (const flow of flowsOut(run, token, node)) {
    if (flow.id === node.defaultFlow) continue;
    const isOpen = flow.condition === undefined ? UNCONDITIONAL : isTrue(run, token, flow.id, flow.condition);
    if (!isOpen.ok) return isOpen;
    if (isOpen.value) chosen.push(flow.id);
    isConditionMet ||= isOpen.value && flow.condition !== undefined;
  }
  if (!isConditionMet && node.defaultFlow !== undefined) chosen.push(node.defaultFlow);
  return chosen.length === 0 ? refused(INCIDENTS.noFlowTrue()) : { ok: true, value: chosen };
}

/** The common case: one flow out, nothing to ask. */
function isPlain(run: Run, token: Token, { outgoing, defaultFlow }: FlowNode): boolean {
  const [id = ""] = outgoing;
  if (outgoing.length !== 1 || defaultFlow !== undefined) return false;
  return flowIn(processOf(run.bundle, run.state, token.scopeId).flows, id).condition === undefined;
}

const UNCONDITIONAL: Result<boolean> = { ok: true, value: true };

/** Out of an exclusive gateway: the first flow, in the order of the document, whose condition is true. */
export function chooseFirst(run: Run, token: Token, node: FlowNode): Result<readonly string[]> {
  if (node.outgoing.length === 0 || isPlain(run, token, node)) return { ok: true, value: node.outgoing };
  for (const flow of flowsOut(run, token, node)) {
    if (flow.id === node.defaultFlow) continue;
    const isOpen = flow.condition === undefined ? UNCONDITIONAL : isTrue(run, token, flow.id, flow.condition);
    if (!isOpen.ok) return isOpen;
    if (isOpen.value) return { ok: true, value: [flow.id] };
  }
  if (node.defaultFlow === undefined) return refused(INCIDENTS.noFlowTrue());
  return { ok: true, value: [node.defaultFlow] };
}

function isTrue(run: Run, token: Token, flowId: string, condition: string): Result<boolean> {
  const result = evaluateStrictAt(run, condition, { scopeId: token.scopeId, locals: token.locals });
  if (!result.ok) return result;
  if (typeof result.value !== "boolean") return refused(INCIDENTS.conditionNotBoolean(flowId));
  return { ok: true, value: result.value };
}

function flowsOut(run: Run, token: Token, node: FlowNode): readonly SequenceFlow[] {
  const { flows } = processOf(run.bundle, run.state, token.scopeId);
  return node.outgoing.map((id) => flowIn(flows, id));
}

function flowIn(flows: Readonly<Record<string, SequenceFlow>>, id: string): SequenceFlow {
  const flow = own(flows, id);
  if (flow === undefined) throw new Error(`Expected flow ${id} in the process, but it is not there`);
  return flow;
}

/** `quantity`: tokens that each flow gets (completionQuantity, §13.3.2). */
export function takeFlows(
  run: Run,
  from: Token,
  flowIds: readonly string[],
  cameFrom: readonly string[] | undefined,
  quantity = 1,
): void {
  const { flows } = processOf(run.bundle, run.state, from.scopeId);
  for (const flowId of flowIds) {
    const flow = flowIn(flows, flowId);
    for (let token = 0; token < quantity; token += 1) {
      run.emit({ type: "flowTaken", flowId, scopeId: from.scopeId });
      enterElement(run, { scopeId: from.scopeId, elementId: flow.targetId, cameFrom }, flowId);
    }
  }
}
