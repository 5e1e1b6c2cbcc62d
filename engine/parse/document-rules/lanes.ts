/** A lane holds flow nodes of its own process, each in one lane of a lane set only (BPMN 2.0 §10.8). */
import type { Problem } from "../../model/problem.ts";
import { childrenOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { titleOf } from "../type-names.ts";
import { problemNear } from "./document-rule.ts";
import type { DocumentRule } from "./document-rule.ts";
import { processAround } from "./process-around.ts";

export const lanes: DocumentRule = (element) => {
  if (isA(element, "bpmn:Lane")) return foreignNodes(element);
  return isA(element, "bpmn:LaneSet") ? sharedNodes(element) : [];
};

/** Of a depth below, too: tools list what stands in a sub-process of the lane. */
function foreignNodes(lane: Element): readonly Problem[] {
  const process = processAround(lane);
  return childrenOf(lane, "flowNodeRef")
    .filter((node) => !isA(node, "bpmn:FlowNode") || processAround(node) !== process)
    .map((node) =>
      problemNear(
        lane,
        "BPMN_LANE_NODE",
        `包含了不属于本流程的节点“${titleOf(node)}”`,
        `holds "${titleOf(node)}", which is no flow node of its process`,
      ),
    );
}

function sharedNodes(set: Element): readonly Problem[] {
  const seen = new Set<Element>();
  return childrenOf(set, "lanes").flatMap((lane) => {
    const own = [...new Set(childrenOf(lane, "flowNodeRef"))];
    const twice = own.filter((node) => seen.has(node));
    for (const node of own) seen.add(node);
    return twice.map((node) =>
      problemNear(
        lane,
        "BPMN_LANE_TWICE",
        `与另一泳道都包含节点“${titleOf(node)}”`,
        `holds "${titleOf(node)}", which is in another lane, too`,
      ),
    );
  });
}
