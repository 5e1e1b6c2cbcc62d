/** A boundary event begins a way and ends none: no flow in, at least one flow out (BPMN 2.0 §10.5.4). */
import { definitionsOf } from "../build/event-definition.ts";
import { isA } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const boundaryFlows: Rule = (element, model) => {
  if (!isA(element, "bpmn:BoundaryEvent")) return FINE;
  if (model.incoming(element).length > 0) {
    return [problemAt(element, "BPMN_FLOW_INTO_BOUNDARY", "不能有流入", "must have no flow into it")];
  }
  // A compensation event leads to its handler by an association.
  if (definitionsOf(element).some((definition) => isA(definition, "bpmn:CompensateEventDefinition"))) return FINE;
  if (model.outgoing(element).length > 0) return FINE;
  return [problemAt(element, "BPMN_BOUNDARY_NO_WAY_ON", "没有流出", "has no flow out of it")];
};
