/** Conditional events: asked again whenever variables have changed, caught when the condition becomes true (BPMN 2.0 §10.5.5). */
import type { FlowNode } from "../model/process.ts";
import type { ConditionState } from "../model/state.ts";
import { evaluateAt } from "./context.ts";
import { missingData } from "./data-inputs.ts";
import { conditionsOf, eventAt, nodeIn, processOf, tokenAt } from "./read-state.ts";
import type { Run } from "./run.ts";
import { staysOpen, trigger } from "./trigger.ts";

export function meetConditions(run: Run): void {
  run.hasChanged = false;
  for (const condition of conditionsOf(run.state)) {
    // What another condition has interrupted is no longer asked.
    if (run.state.conditions?.[condition.id] === undefined) continue;
    const isMet = isTrueNow(run, condition);
    if (isMet !== (condition.isMet === true)) change(run, condition, isMet);
  }
}

/** It has to become false before it can be caught again (§10.5.2). */
function change(run: Run, condition: ConditionState, isMet: boolean): void {
  const { id: conditionId } = condition;
  if (!isMet || staysOpen(run, condition)) run.emit({ type: "conditionChanged", conditionId, isMet });
  else run.emit({ type: "conditionClosed", conditionId, outcome: "met" });
  if (!isMet) return;
  if (condition.isForData !== true) trigger(run, condition, {});
  else if (condition.tokenId !== undefined) run.activate(condition.tokenId);
}

function isDataThere(run: Run, node: FlowNode, tokenId: string | undefined): boolean {
  const token = tokenId === undefined ? undefined : tokenAt(run.state, tokenId);
  return token !== undefined && missingData(run, token, node).length === 0;
}

/** What is not known yet is not true yet. */
function isTrueNow(run: Run, { elementId, scopeId, tokenId, part, isForData }: ConditionState): boolean {
  const node = nodeIn(processOf(run.bundle, run.state, scopeId), elementId);
  if (isForData === true) return isDataThere(run, node, tokenId);
  const event = eventAt(node, part);
  if (event?.kind !== "conditional") return false;
  const locals = tokenId === undefined ? undefined : run.state.tokens?.[tokenId]?.locals;
  const result = evaluateAt(run, event.condition, { scopeId, locals });
  return result.ok && result.value === true;
}
