/** Why an activity has not begun although its token is there: data is missing (BPMN 2.0 §13.3.2). */
import type { FlowNode } from "../model/process.ts";
import type { ConditionState, InstanceState, Token, WaitReason } from "../model/state.ts";
import { missingData } from "./data-inputs.ts";

type Reason = Pick<WaitReason, "kind" | "zh" | "en" | "detail">;

export function dataReason(
  state: InstanceState,
  conditions: readonly ConditionState[],
  token: Token,
  node: FlowNode,
): Reason | undefined {
  if (!conditions.some(({ isForData }) => isForData === true)) return undefined;
  const missing = missingData({ state }, token, node);
  const title = node.name === "" ? node.id : node.name;
  return {
    kind: "condition",
    zh: `“${title}”等待数据：${missing.join("、")}`,
    en: `"${title}" waits for its data: ${missing.join(", ")}`,
    detail: { missing },
  };
}
