/** A process begins at one none start event or at message start events; an embedded sub-process at one none start event. */
import { isA } from "../element.ts";
import type { Element } from "../element.ts";
import { isEventSubProcess } from "../build/flow-node.ts";
import { definitionsOf } from "../build/event-definition.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const startEvents: Rule = (element, model) => {
  if (!isA(element, "bpmn:Process") && !isA(element, "bpmn:SubProcess")) return FINE;
  const starts = model.nodesIn(element).filter((node) => isA(node, "bpmn:StartEvent"));
  if (starts.length === 0) return [problemAt(element, "BPMN_START_MISSING", "没有开始事件", "has no start event")];
  const [, second] = starts.filter((node) => definitionsOf(node).length === 0);
  if (second !== undefined) return [notUnique(second)];
  return isA(element, "bpmn:SubProcess") && !isEventSubProcess(element) ? starts.flatMap(triggered) : FINE;
};

const notUnique = (start: Element): ReturnType<typeof problemAt> =>
  problemAt(start, "BPMN_START_NOT_UNIQUE", "是多余的普通开始事件", "is a second none start event in its scope");

/** BPMN 2.0 §10.5.2: the start event of an embedded sub-process has no trigger. */
function triggered(start: Element): ReturnType<Rule> {
  if (definitionsOf(start).length === 0) return FINE;
  return [
    problemAt(
      start,
      "BPMN_START_TRIGGERED",
      "在子流程中，不能有触发器",
      "begins an embedded sub-process and must have no trigger",
    ),
  ];
}
