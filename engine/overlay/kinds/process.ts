/** Flows: a child fills a slot with a process of its own; the diagram itself stays the base's (definitions.md §3). */
import type { OwnedOperation } from "../../model/pack.ts";
import type { FlowNode, ProcessDefinition } from "../../model/process.ts";
import type { Problem, Result } from "../../model/problem.ts";
import { operationProblem } from "../problems.ts";

/** In: a parsed process and the operations of all packs, root first. Out: the process with its slots filled. */
export function resolveProcess(
  definition: ProcessDefinition,
  operations: readonly OwnedOperation[],
): Result<ProcessDefinition> {
  const problems: Problem[] = [];
  const nodes = { ...definition.nodes };
  for (const { operation } of operations) {
    const slots = Object.values(definition.nodes).filter((node) => slotOf(node) === operation.target.item);
    if (operation.op !== "replace" || slots.length === 0) problems.push(refusal(operation));
    else for (const node of slots) nodes[node.id] = fill(node, operation.value);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { ...definition, nodes } };
}

function slotOf(node: FlowNode): string | undefined {
  return node.kind === "callActivity" ? node.slot?.id : undefined;
}

function fill(node: FlowNode, processKey: string): FlowNode {
  return node.kind === "callActivity" ? { ...node, processKey: JSON.stringify(processKey) } : node;
}

function refusal(operation: OwnedOperation["operation"]): Problem {
  if (operation.op !== "replace")
    return operationProblem(
      "OVERLAY_NOT_SUPPORTED",
      operation,
      "流程目前只能替换插槽",
      "only the slots of a process can be replaced",
    );
  return operationProblem("OVERLAY_TARGET_MISSING", operation, "流程中没有这个插槽", "the process has no such slot");
}
