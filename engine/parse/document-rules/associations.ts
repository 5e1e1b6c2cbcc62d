/** An association joins two elements; for compensation it is the only way to the handler (BPMN 2.0 §8.3.1). */
import { childOf, isA } from "../element.ts";
import { problemNear } from "./document-rule.ts";
import type { DocumentRule } from "./document-rule.ts";

export const associations: DocumentRule = (element) => {
  if (!isA(element, "bpmn:Association")) return [];
  if (childOf(element, "sourceRef") !== undefined && childOf(element, "targetRef") !== undefined) return [];
  return [problemNear(element, "BPMN_ASSOCIATION_INCOMPLETE", "缺少起点或终点", "lacks a source or a target")];
};
