/** Data go only where the same type is expected: over associations, in messages, in the items of a repetition (BPMN 2.0 §10.3.3, §10.3.8, §10.4.2). */
import type { Problem } from "../../model/problem.ts";
import { childOf, childrenOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { differInType, itemType } from "../item-type.ts";
import { titleOf } from "../type-names.ts";
import { problemNear } from "./document-rule.ts";
import type { DocumentRule } from "./document-rule.ts";

export const dataTypes: DocumentRule = (element) =>
  pairsOf(element)
    .filter(([one, other]) => differInType(one, other))
    .map(mismatch(element));

type Pair = readonly [Element | undefined, Element | undefined];

function pairsOf(element: Element): readonly Pair[] {
  if (isA(element, "bpmn:DataAssociation")) return copied(element);
  if (isA(element, "bpmn:MultiInstanceLoopCharacteristics")) return repeated(element);
  const operation = childOf(element, "operationRef");
  if (isA(element, "bpmn:ServiceTask")) {
    return [
      ...given(element, "dataInputs", childOf(operation, "inMessageRef")),
      ...given(element, "dataOutputs", childOf(operation, "outMessageRef")),
    ];
  }
  if (isA(element, "bpmn:SendTask")) return given(element, "dataInputs", childOf(element, "messageRef"));
  return isA(element, "bpmn:ReceiveTask") ? given(element, "dataOutputs", childOf(element, "messageRef")) : [];
}

/** A transformation or assignments make of it what is needed. */
function copied(association: Element): readonly Pair[] {
  const isPlain =
    childOf(association, "transformation") === undefined && childrenOf(association, "assignment").length === 0;
  return isPlain
    ? childrenOf(association, "sourceRef").map((source) => [source, childOf(association, "targetRef")])
    : [];
}

function repeated(loop: Element): readonly Pair[] {
  return [
    [childOf(loop, "loopDataInputRef"), childOf(loop, "inputDataItem")],
    [childOf(loop, "loopDataOutputRef"), childOf(loop, "outputDataItem")],
  ];
}

function given(activity: Element, items: string, message: Element | undefined): readonly Pair[] {
  return childrenOf(childOf(activity, "ioSpecification"), items).map((item) => [item, message]);
}

const mismatch =
  (element: Element) =>
  ([one, other]: Pair): Problem => {
    const [left, right] = [one, other].map((each) => (each === undefined ? "" : titleOf(each)));
    return problemNear(
      element,
      "BPMN_DATA_TYPE",
      `中“${left}”的类型 ${itemType(one) ?? ""} 与“${right}”的 ${itemType(other) ?? ""} 不一致`,
      `joins "${left}" of type ${itemType(one) ?? ""} and "${right}" of type ${itemType(other) ?? ""}`,
    );
  };
