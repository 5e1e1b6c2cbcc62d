/** An ad-hoc sub-process holds activities that people pick: at least one, and neither a start nor an end event (BPMN 2.0 §10.3.5). */
import { isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const adHoc: Rule = (element, model) => {
  if (!isA(element, "bpmn:AdHocSubProcess")) return FINE;
  const nodes = model.nodesIn(element);
  return [...nodes.filter(isStartOrEnd).map(misplaced), ...(nodes.some(isActivity) ? FINE : [empty(element)])];
};

const isActivity = (node: Element): boolean => isA(node, "bpmn:Activity");
const isStartOrEnd = (node: Element): boolean => isA(node, "bpmn:StartEvent") || isA(node, "bpmn:EndEvent");

const misplaced = (node: Element): ReturnType<typeof problemAt> =>
  problemAt(
    node,
    "BPMN_AD_HOC_EVENT",
    "在自由子流程中，不能有开始或结束事件",
    "stands in an ad-hoc sub-process, which has neither start nor end events",
  );

const empty = (element: Element): ReturnType<typeof problemAt> =>
  problemAt(element, "BPMN_AD_HOC_EMPTY", "没有可办理的活动", "holds no activity to be done");
