/** The default flow is one of the node's own and has no condition (BPMN 2.0 §8.4.13). */
import { childOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const defaultFlow: Rule = (element, model) => {
  const flow = childOf(element, "default");
  if (flow === undefined) return FINE;
  if (!model.outgoing(element).includes(flow)) {
    return [
      problemAt(
        element,
        "BPMN_DEFAULT_FOREIGN",
        "的默认出线不是自己的出线",
        "has a default flow that does not leave it",
      ),
    ];
  }
  if (childOf(flow, "conditionExpression") === undefined) return FINE;
  return [
    problemAt(flow, "BPMN_DEFAULT_CONDITION", "是默认出线，不能有条件", "is a default flow and must have no condition"),
  ];
};
