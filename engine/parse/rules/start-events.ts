/**
 * A scope has something to begin with: start events, an instantiating receive task or gateway, or nodes that no flow leads
 * to (BPMN 2.0 §10.5.2, §13.2). An embedded sub-process has at most one start event, without a trigger.
 */
import { isEventSubProcess } from "../build/flow-node.ts";
import { definitionsOf } from "../build/event-definition.ts";
import { implicitStartsIn, instantiatorsIn, startEventsIn } from "../build/starts.ts";
import { isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt, warningAt } from "../problems.ts";
import type { ProcessModel } from "../process-model.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const startEvents: Rule = (element, model) => {
  if (!isA(element, "bpmn:Process") && !isA(element, "bpmn:SubProcess")) return FINE;
  if (isA(element, "bpmn:AdHocSubProcess")) return FINE;
  const starts = startEventsIn(element, model);
  if (starts.length + instantiatorsIn(element, model).length === 0) return checkWithout(element, model);
  const [, second] = starts.filter((node) => definitionsOf(node).length === 0);
  if (second !== undefined) return [notUnique(second)];
  return isA(element, "bpmn:SubProcess") && !isEventSubProcess(element) ? starts.flatMap(triggered) : FINE;
};

function checkWithout(scope: Element, model: ProcessModel): ReturnType<Rule> {
  if (isEventSubProcess(scope) || implicitStartsIn(scope, model).length === 0)
    return [problemAt(scope, "BPMN_START_MISSING", "没有开始事件", "has no start event")];
  if (!model.nodesIn(scope).some((node) => isA(node, "bpmn:EndEvent"))) return FINE;
  return [
    warningAt(
      scope,
      "BPMN_START_IMPLICIT",
      "有结束事件而没有开始事件：将从所有没有流入的节点同时开始",
      "has an end event but no start event: it begins at every node that no flow leads to",
    ),
  ];
}

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
