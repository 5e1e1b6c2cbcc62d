/** Two flows without conditions between the same two nodes double the token: legal, and hardly ever meant. */
import { childOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { warningAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const flowTwice: Rule = (element, model) => {
  if (!isA(element, "bpmn:FlowNode")) return FINE;
  const seen = new Set<Element>();
  return model
    .outgoing(element)
    .filter((flow) => childOf(flow, "conditionExpression") === undefined)
    .filter((flow) => {
      const target = childOf(flow, "targetRef");
      const isSecond = target !== undefined && seen.has(target);
      if (target !== undefined) seen.add(target);
      return isSecond;
    })
    .map((flow) =>
      warningAt(flow, "BPMN_FLOW_TWICE", "与另一顺序流的起点和终点相同", "joins the same two nodes as another flow"),
    );
};
