/** Conditions stand on flows out of activities and exclusive gateways only, and never alone out of an activity. */
import { childOf, isA } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const conditionPlace: Rule = (element, model) => {
  if (!isA(element, "bpmn:SequenceFlow") || childOf(element, "conditionExpression") === undefined) return FINE;
  const source = childOf(element, "sourceRef");
  if (isA(source, "bpmn:ParallelGateway") || isA(source, "bpmn:Event")) {
    return [
      problemAt(
        element,
        "BPMN_CONDITION_MISPLACED",
        "从并行网关或事件流出，不能有条件",
        "leads out of a parallel gateway or an event and cannot have a condition",
      ),
    ];
  }
  // BPMN 2.0 §8.4.13: there must be another way out, or the token would be stuck when it is false.
  if (source === undefined || !isA(source, "bpmn:Activity") || model.outgoing(source).length > 1) return FINE;
  return [
    problemAt(
      element,
      "BPMN_CONDITION_ALONE",
      "是活动唯一的出线，不能有条件",
      "is the only way out of an activity and cannot have a condition",
    ),
  ];
};
