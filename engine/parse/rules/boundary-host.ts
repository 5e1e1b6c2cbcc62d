/** A boundary event is attached to an activity of its own scope, never to a gateway or event (BPMN 2.0 §10.5.4). */
import { childOf, isA } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const boundaryHost: Rule = (element) => {
  if (!isA(element, "bpmn:BoundaryEvent")) return FINE;
  const host = childOf(element, "attachedToRef");
  if (isA(host, "bpmn:Activity") && host?.$parent === element.$parent) return FINE;
  return [
    problemAt(
      element,
      "BPMN_BOUNDARY_HOST",
      "没有附着在同一范围的活动上",
      "is not attached to an activity of its own scope",
    ),
  ];
};
