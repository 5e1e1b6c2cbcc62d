/** A start event and an intermediate event lead somewhere; a thrown link goes on where it is caught (BPMN 2.0 §10.5.2, §10.5.4). */
import { linkName } from "../build/event-definition.ts";
import { isA } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const wayOn: Rule = (element, model) => {
  const leadsOn =
    isA(element, "bpmn:StartEvent") ||
    isA(element, "bpmn:IntermediateCatchEvent") ||
    (isA(element, "bpmn:IntermediateThrowEvent") && linkName(element) === undefined);
  if (!leadsOn || model.outgoing(element).length > 0) return FINE;
  return [problemAt(element, "BPMN_NO_WAY_ON", "没有流出", "has no flow out of it")];
};
