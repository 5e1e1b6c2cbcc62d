/** No sequence flow leads into a start event (BPMN 2.0 §10.5.2). */
import { childOf, isA } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const startWithoutIncoming: Rule = (element) =>
  isA(element, "bpmn:SequenceFlow") && isA(childOf(element, "targetRef"), "bpmn:StartEvent")
    ? [problemAt(element, "BPMN_FLOW_INTO_START", "不能流入开始事件", "must not lead into a start event")]
    : FINE;
