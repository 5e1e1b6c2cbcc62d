/** Cancel events belong to transactions: thrown at an end inside, caught at the boundary (BPMN 2.0 §10.5.7, §10.3.5). */
import { definitionsOf } from "../build/event-definition.ts";
import { childOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import type { ProcessModel } from "../process-model.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const transaction: Rule = (element, model) => {
  if (!isCancel(element)) return FINE;
  if (isA(element, "bpmn:BoundaryEvent")) {
    return isA(childOf(element, "attachedToRef"), "bpmn:Transaction") ? FINE : [misplaced(element)];
  }
  const { $parent } = element;
  if ($parent === undefined || !isA($parent, "bpmn:Transaction")) return [misplaced(element)];
  return isCaught($parent, model) ? FINE : [uncaught(element)];
};

const isCancel = (event: Element): boolean =>
  definitionsOf(event).some((definition) => isA(definition, "bpmn:CancelEventDefinition"));

function isCaught(host: Element, model: ProcessModel): boolean {
  return model.boundary(host).some(isCancel);
}

const misplaced = (event: Element): ReturnType<typeof problemAt> =>
  problemAt(event, "BPMN_CANCEL_MISPLACED", "只能用于事务子流程", "can only be used with a transaction");

const uncaught = (event: Element): ReturnType<typeof problemAt> =>
  problemAt(
    event,
    "BPMN_CANCEL_UNCAUGHT",
    "所在的事务没有取消边界事件",
    "cancels a transaction that has no cancel boundary event",
  );
