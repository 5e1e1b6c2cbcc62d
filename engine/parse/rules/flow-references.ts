/** What a node lists as its incoming and outgoing flows agrees with the flows' own ends. */
import { childOf, childrenOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const flowReferences: Rule = (element) => {
  if (!isA(element, "bpmn:FlowNode")) return FINE;
  return [...disagreeing(element, "incoming", "targetRef"), ...disagreeing(element, "outgoing", "sourceRef")];
};

function disagreeing(node: Element, list: "incoming" | "outgoing", end: "targetRef" | "sourceRef"): ReturnType<Rule> {
  const wrong = childrenOf(node, list).some((flow) => !isA(flow, "bpmn:SequenceFlow") || childOf(flow, end) !== node);
  if (!wrong) return FINE;
  return [
    problemAt(
      node,
      "BPMN_FLOW_REFERENCE",
      `列出的 ${list} 与顺序流的端点不一致`,
      `lists an ${list} flow that does not have its end there`,
    ),
  ];
}
