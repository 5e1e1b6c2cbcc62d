/** An event sub-process stands outside the flow and begins at one start event with a trigger (BPMN 2.0 §10.3.5, §13.5.4). */
import { isEventSubProcess } from "../build/flow-node.ts";
import { definitionsOf } from "../build/event-definition.ts";
import { flagOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const eventSubProcess: Rule = (element, model) => {
  if (!isEventSubProcess(element)) return FINE;
  if (model.incoming(element).length + model.outgoing(element).length > 0) {
    return [
      problemAt(
        element,
        "BPMN_EVENT_SUB_PROCESS_FLOW",
        "由事件触发，不能有流入流出",
        "is started by an event: no flow may lead to it or leave it",
      ),
    ];
  }
  if (model.boundary(element).length > 0) {
    return [
      problemAt(
        element,
        "BPMN_BOUNDARY_HOST",
        "由事件触发，不能有边界事件",
        "is started by an event and has no boundary",
      ),
    ];
  }
  const starts = model.nodesIn(element).filter((node) => isA(node, "bpmn:StartEvent"));
  const [start, second] = starts;
  if (second !== undefined) {
    return [
      problemAt(
        second,
        "BPMN_START_NOT_UNIQUE",
        "是多余的开始事件",
        "is a second start event of its event sub-process",
      ),
    ];
  }
  return start === undefined ? FINE : checkStart(start);
};

function checkStart(start: Element): ReturnType<Rule> {
  const definitions = definitionsOf(start);
  if (definitions.length === 0) {
    return [
      problemAt(
        start,
        "BPMN_START_WITHOUT_TRIGGER",
        "在事件子流程中，应有触发器",
        "begins an event sub-process and needs a trigger",
      ),
    ];
  }
  const isError = definitions.some((definition) => isA(definition, "bpmn:ErrorEventDefinition"));
  if (!isError || flagOf(start, "isInterrupting") !== false) return FINE;
  return [problemAt(start, "BPMN_ERROR_NOT_INTERRUPTING", "捕获错误，必须中断", "catches an error and must interrupt")];
}
