/** A data association leads from data to data: an object, a store, a property, an input or output (BPMN 2.0 §10.4.2). */
import type { Problem } from "../../model/problem.ts";
import { childOf, childrenOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { titleOf } from "../type-names.ts";
import { problemNear } from "./document-rule.ts";
import type { DocumentRule } from "./document-rule.ts";

export const dataAssociations: DocumentRule = (element) => {
  if (!isA(element, "bpmn:DataAssociation")) return [];
  const target = childOf(element, "targetRef");
  if (target === undefined) {
    return [
      problemNear(element, "BPMN_DATA_ASSOCIATION", "的数据关联没有目标", "has a data association without a target"),
    ];
  }
  const ends = [...childrenOf(element, "sourceRef"), target];
  return ends.filter((end) => !isA(end, "bpmn:ItemAwareElement")).map((end) => noData(element, end));
};

const noData = (association: Element, end: Element): Problem =>
  problemNear(
    association,
    "BPMN_DATA_ASSOCIATION",
    `的数据关联指向“${titleOf(end)}”，它不是数据`,
    `has a data association with "${titleOf(end)}", which is no data`,
  );
