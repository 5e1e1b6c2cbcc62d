/** No sequence flow leads out of an end event (BPMN 2.0 §10.5.3). */
import { childOf, isA } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const endWithoutOutgoing: Rule = (element) =>
  isA(element, "bpmn:SequenceFlow") && isA(childOf(element, "sourceRef"), "bpmn:EndEvent")
    ? [problemAt(element, "BPMN_FLOW_FROM_END", "不能从结束事件流出", "must not lead out of an end event")]
    : FINE;
