/** An attribute that BPMN gives a list of values has one of them: the schema's enumerations (BPMN 2.0, Semantic.xsd). */
import { propertiesOf } from "../document-elements.ts";
import { ownTextOf } from "../element.ts";
import { problemNear } from "./document-rule.ts";
import type { DocumentRule } from "./document-rule.ts";

const VALUES: Readonly<Record<string, readonly string[]>> = {
  "bpmn:ProcessType": ["None", "Public", "Private"],
  "bpmn:GatewayDirection": ["Unspecified", "Converging", "Diverging", "Mixed"],
  "bpmn:EventBasedGatewayType": ["Parallel", "Exclusive"],
  "bpmn:RelationshipDirection": ["None", "Forward", "Backward", "Both"],
  "bpmn:ItemKind": ["Physical", "Information"],
  "bpmn:AssociationDirection": ["None", "One", "Both"],
  "bpmn:MultiInstanceBehavior": ["None", "One", "All", "Complex"],
  "bpmn:AdHocOrdering": ["Parallel", "Sequential"],
};

export const enumerations: DocumentRule = (element) =>
  propertiesOf(element).flatMap(({ name, type }) => {
    const allowed = Object.hasOwn(VALUES, type) ? VALUES[type] : undefined;
    const value = allowed === undefined ? undefined : ownTextOf(element, name);
    if (allowed === undefined || value === undefined || allowed.includes(value)) return [];
    return [
      problemNear(
        element,
        "BPMN_ATTRIBUTE_VALUE",
        `的 ${name}“${value}”无效，应为 ${allowed.join("、")} 之一`,
        `has the ${name} "${value}"; it must be one of ${allowed.join(", ")}`,
      ),
    ];
  });
