/** Every node can be reached from a start event, by flows and by the boundary events of what is reached. */
import { isEventSubProcess } from "../build/flow-node.ts";
import { implicitStartsIn, instantiatorsIn, startEventsIn } from "../build/starts.ts";
import { childOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import type { ProcessModel } from "../process-model.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const unreachableNode: Rule = (element, model) => {
  if (!isA(element, "bpmn:Process") && !isA(element, "bpmn:SubProcess")) return FINE;
  if (isA(element, "bpmn:AdHocSubProcess")) return FINE;
  const nodes = model.nodesIn(element);
  const begins = [
    ...startEventsIn(element, model),
    ...instantiatorsIn(element, model),
    ...implicitStartsIn(element, model),
  ];
  // Without a start everything would be told here; `start-events` tells it once.
  if (begins.length === 0) return FINE;
  const starts = [...begins, ...nodes.filter(isEventSubProcess)];
  const reached = reachedFrom(starts, model);
  return nodes
    .filter((node) => !reached.has(node))
    .map((node) => problemAt(node, "BPMN_UNREACHABLE", "从开始事件无法到达", "cannot be reached from a start event"));
};

function reachedFrom(starts: readonly Element[], model: ProcessModel): ReadonlySet<Element> {
  const reached = new Set<Element>(starts);
  // A set grows while it is walked: each new node is visited once.
  for (const node of reached) {
    for (const boundary of model.boundary(node)) reached.add(boundary);
    for (const target of [...model.linkTargets(node), ...model.handlers(node)]) reached.add(target);
    for (const flow of model.outgoing(node)) {
      const target = childOf(flow, "targetRef");
      if (target !== undefined) reached.add(target);
    }
  }
  return reached;
}
