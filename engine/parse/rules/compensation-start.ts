/** Compensation begins when everything else is over: its event sub-process has nothing to leave running (BPMN 2.0 table 10.86). */
import { definitionsOf } from "../build/event-definition.ts";
import { flagOf, isA } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const compensationStart: Rule = (element) => {
  if (!isA(element, "bpmn:StartEvent") || flagOf(element, "isInterrupting") !== false) return FINE;
  if (!definitionsOf(element).some((definition) => isA(definition, "bpmn:CompensateEventDefinition"))) return FINE;
  return [
    problemAt(
      element,
      "BPMN_COMPENSATION_NOT_INTERRUPTING",
      "捕获补偿，不能设为不中断",
      "catches compensation and must interrupt",
    ),
  ];
};
