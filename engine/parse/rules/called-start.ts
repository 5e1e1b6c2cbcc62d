/** A process that is called begins at a none start event, or without any (BPMN 2.0 §10.3.6, §10.5.2). */
import { calledProcess } from "../build/flow-node.ts";
import { definitionsOf } from "../build/event-definition.ts";
import { childrenOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

/** Of processes in the same document: others are known when the bundle is made. */
export const calledStart: Rule = (element, model) => {
  if (!isA(element, "bpmn:CallActivity")) return FINE;
  const roots = childrenOf(model.process.$parent, "rootElements");
  const called = roots.find((root) => isA(root, "bpmn:Process") && textOf(root, "id") === calledProcess(element));
  if (called === undefined || canBeCalled(called)) return FINE;
  return [
    problemAt(
      element,
      "BPMN_CALLED_WITHOUT_NONE_START",
      `调用的流程“${textOf(called, "name") ?? textOf(called, "id") ?? ""}”没有普通开始事件，无法被调用`,
      `calls the process "${textOf(called, "id") ?? ""}", which has no none start event to begin at`,
    ),
  ];
};

function canBeCalled(process: Element): boolean {
  const starts = childrenOf(process, "flowElements").filter((node) => isA(node, "bpmn:StartEvent"));
  return starts.length === 0 || starts.some((start) => definitionsOf(start).length === 0);
}
