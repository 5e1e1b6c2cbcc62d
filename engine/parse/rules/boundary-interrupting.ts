/** An error always ends the activity it came from: its boundary event is interrupting (BPMN 2.0 §10.5.4). */
import { definitionsOf } from "../build/event-definition.ts";
import { flagOf, isA } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

const MUST = ["bpmn:ErrorEventDefinition", "bpmn:CancelEventDefinition"];

export const boundaryInterrupting: Rule = (element) => {
  if (!isA(element, "bpmn:BoundaryEvent") || flagOf(element, "cancelActivity") !== false) return FINE;
  if (!definitionsOf(element).some((definition) => MUST.some((type) => isA(definition, type)))) return FINE;
  return [
    problemAt(
      element,
      "BPMN_ERROR_NOT_INTERRUPTING",
      "捕获错误或取消，必须中断活动",
      "catches an error or a cancel and must interrupt",
    ),
  ];
};
