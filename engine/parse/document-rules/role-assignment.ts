/** A resource role is found in one way: by an expression, or by a resource and its parameters (BPMN 2.0 §10.3.1, table 10.4). */
import { childOf, childrenOf, isA } from "../element.ts";
import { problemNear } from "./document-rule.ts";
import type { DocumentRule } from "./document-rule.ts";

export const roleAssignment: DocumentRule = (element) => {
  if (!isA(element, "bpmn:ResourceRole") || childOf(element, "resourceAssignmentExpression") === undefined) return [];
  const isByResource =
    childOf(element, "resourceRef") !== undefined || childrenOf(element, "resourceParameterBindings").length > 0;
  if (!isByResource) return [];
  return [
    problemNear(
      element,
      "BPMN_ROLE_AMBIGUOUS",
      "同时用表达式和资源指定人员，只能用一种",
      "names its people by an expression and by a resource; only one of the two may stand there",
    ),
  ];
};
