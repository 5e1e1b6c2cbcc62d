/** A compensation event leads to one handler outside the flow, which nothing else leads to (BPMN 2.0 §10.7.1). */
import { definitionsOf } from "../build/event-definition.ts";
import { childOf, flagOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import type { ProcessModel } from "../process-model.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const compensation: Rule = (element, model) => {
  if (isA(element, "bpmn:Activity") && flagOf(element, "isForCompensation") === true)
    return checkHandler(element, model);
  const definition = definitionsOf(element).find((other) => isA(other, "bpmn:CompensateEventDefinition"));
  if (definition === undefined) return FINE;
  if (isA(element, "bpmn:BoundaryEvent")) return checkBoundary(element, model);
  return isA(element, "bpmn:ThrowEvent") ? checkThrow(element, definition) : FINE;
};

function checkHandler(element: Element, model: ProcessModel): ReturnType<Rule> {
  if (model.incoming(element).length + model.outgoing(element).length === 0) return FINE;
  return [
    problemAt(
      element,
      "BPMN_COMPENSATION_FLOW",
      "是补偿活动，不能有流入流出",
      "is for compensation: no flow may lead to it or leave it",
    ),
  ];
}

function checkBoundary(element: Element, model: ProcessModel): ReturnType<Rule> {
  if (model.outgoing(element).length > 0) {
    return [
      problemAt(
        element,
        "BPMN_COMPENSATION_FLOW",
        "捕获补偿，应以关联线指向补偿活动，不能有流出",
        "catches compensation: an association leads to its handler, no flow may leave it",
      ),
    ];
  }
  const handlers = model.handlers(element);
  const [handler] = handlers;
  const isRight = flagOf(handler, "isForCompensation") === true && handler?.$parent === element.$parent;
  if (handlers.length === 1 && isRight) return FINE;
  return [
    problemAt(
      element,
      "BPMN_COMPENSATION_HANDLER",
      "没有关联到恰好一个同一范围的补偿活动（isForCompensation）",
      "is not associated with exactly one activity for compensation of its scope",
    ),
  ];
}

/** Only what stands in the scope of the throwing event, or around its event sub-process, can be named. */
function checkThrow(element: Element, definition: Element): ReturnType<Rule> {
  const activity = childOf(definition, "activityRef");
  if (activity === undefined) return FINE;
  const { $parent } = element;
  const around = flagOf($parent, "triggeredByEvent") === true ? $parent?.$parent : $parent;
  if (isA(activity, "bpmn:Activity") && activity.$parent === around) return FINE;
  return [
    problemAt(
      element,
      "BPMN_COMPENSATION_TARGET",
      "补偿的活动不在同一范围",
      "throws compensation for something that is no activity of its scope",
    ),
  ];
}
