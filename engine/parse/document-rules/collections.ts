/** Data say the same as their item definition about being a collection (BPMN 2.0 §10.4.1, tables 10.52, 10.59, 10.60). */
import { childOf, flagOf, isA } from "../element.ts";
import { problemNear } from "./document-rule.ts";
import type { DocumentRule } from "./document-rule.ts";

const DATA = ["bpmn:DataObject", "bpmn:DataInput", "bpmn:DataOutput"];

export const collections: DocumentRule = (element) => {
  const item = DATA.some((type) => isA(element, type)) ? childOf(element, "itemSubjectRef") : undefined;
  if (item === undefined) return [];
  const [own, defined] = [element, item].map((each) => flagOf(each, "isCollection") === true);
  if (own === defined) return [];
  return [
    problemNear(
      element,
      "BPMN_COLLECTION_MISMATCH",
      "与其数据类型在“是否集合”上不一致",
      "and its item definition differ in being a collection",
    ),
  ];
};
