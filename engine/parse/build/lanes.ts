/**
 * Lanes (BPMN 2.0 §10.8): what a lane stands for is left to the modeller. Here it says who does the user tasks in it that
 * name nobody themselves: its partition element when it has one, else its own name.
 */
import type { Feel } from "../../model/process.ts";
import { childOf, childrenOf, feelOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { ownersBy } from "./resources.ts";

/** Out: the candidates of the innermost lane around a node that stands for somebody. */
export function laneOwners(node: Element): readonly Feel[] {
  for (let at: Element | undefined = node; at !== undefined; at = at.$parent) {
    const lanes = lanesAround(at);
    const owners = lanes.map(ownersOf).find((found) => found.length > 0);
    if (owners !== undefined) return owners;
  }
  return [];
}

function ownersOf(lane: Element): readonly Feel[] {
  const partition = childOf(lane, "partitionElement") ?? childOf(lane, "partitionElementRef");
  if (isA(partition, "bpmn:ResourceRole") && partition !== undefined) return ownersBy(partition);
  const name = (
    (isA(partition, "bpmn:Resource") ? textOf(partition, "name") : undefined) ??
    textOf(lane, "name") ??
    ""
  ).trim();
  return name === "" ? [] : [feelOf(name)];
}

/** The lanes that hold a node of this scope, the innermost first. */
function lanesAround(node: Element): readonly Element[] {
  const sets = childrenOf(node.$parent, "laneSets");
  return sets.flatMap((set) => pathTo(set, node)).reverse();
}

function pathTo(set: Element | undefined, node: Element): readonly Element[] {
  for (const lane of childrenOf(set, "lanes")) {
    const inner = pathTo(childOf(lane, "childLaneSet"), node);
    if (inner.length > 0 || childrenOf(lane, "flowNodeRef").includes(node)) return [lane, ...inner];
  }
  return [];
}
