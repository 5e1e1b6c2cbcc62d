/** A sequence flow joins two flow nodes of one scope: it never crosses the border of a sub-process (BPMN 2.0 §8.4.13). */
import { childOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const flowEnds: Rule = (element) => {
  if (!isA(element, "bpmn:SequenceFlow")) return FINE;
  const [source, target] = [childOf(element, "sourceRef"), childOf(element, "targetRef")];
  if (!isA(source, "bpmn:FlowNode") || !isA(target, "bpmn:FlowNode")) {
    return [problemAt(element, "BPMN_FLOW_INCOMPLETE", "缺少起点或终点", "lacks a source or a target")];
  }
  return isSameScope(element, source, target) ? FINE : [crossing(element)];
};

function isSameScope(flow: Element, source: Element | undefined, target: Element | undefined): boolean {
  return source?.$parent === target?.$parent && flow.$parent === source?.$parent;
}

const crossing = (flow: Element): ReturnType<typeof problemAt> =>
  problemAt(
    flow,
    "BPMN_FLOW_CROSSES_SCOPE",
    "跨越了子流程或流程的边界",
    "crosses the border of a sub-process or process",
  );
