/** Why tokens wait before an activity that needs several to begin (startQuantity, BPMN 2.0 §13.3.2). */
import type { FlowNode } from "../model/process.ts";
import type { InstanceState, Token, WaitReason } from "../model/state.ts";
import { tokensOf } from "./read-state.ts";

type Reason = Pick<WaitReason, "kind" | "zh" | "en" | "detail">;

export function quantityReason(state: InstanceState, token: Token, node: FlowNode): Reason | undefined {
  if (token.arrivedBy === undefined || node.startQuantity === undefined) return undefined;
  const { elementId, scopeId } = token;
  const here = tokensOf(state).filter(
    (other) => other.elementId === elementId && other.scopeId === scopeId && other.arrivedBy !== undefined,
  ).length;
  const missing = node.startQuantity - here;
  const title = node.name === "" ? node.id : node.name;
  return {
    kind: "join",
    zh: `“${title}”要到齐 ${node.startQuantity} 次才开始，还差 ${missing} 次`,
    en: `"${title}" begins with ${node.startQuantity} tokens; ${missing} more must come`,
    detail: { needed: node.startQuantity, missing },
  };
}
