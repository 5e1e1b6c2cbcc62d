/** A reference leads to an element of the kind it asks for: a `messageRef` to a message, never to a signal (BPMN 2.0 §8.1). */
import type { Problem } from "../../model/problem.ts";
import { propertiesOf, valuesOf } from "../document-elements.ts";
import { isA } from "../element.ts";
import type { Element, ElementProperty } from "../element.ts";
import { titleOf, typeName, typeNameOf } from "../type-names.ts";
import { problemNear } from "./document-rule.ts";
import type { DocumentRule } from "./document-rule.ts";

export const referenceTypes: DocumentRule = (element) =>
  propertiesOf(element)
    .filter((property) => property.isReference === true && !isToldElsewhere(element, property))
    .flatMap((property) => wrongOnes(element, property));

function wrongOnes(element: Element, { name, type }: ElementProperty): readonly Problem[] {
  const [wrong] = valuesOf(element, name).filter((target) => !isA(target, type));
  if (wrong === undefined) return [];
  const [expected, found] = [typeNameOf(type), typeName(wrong)];
  return [
    problemNear(
      element,
      "BPMN_REFERENCE_TYPE",
      `的 ${name} 应指向${expected.zh}，却指向${found.zh}“${titleOf(wrong)}”`,
      `has a ${name} that must name a ${expected.en}, but names the ${found.en} "${titleOf(wrong)}"`,
    ),
  ];
}

/** Those that have a rule of their own, with more to say; and `Element`, which is anything. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  "bpmn:SequenceFlow": ["sourceRef", "targetRef"],
  "bpmn:MessageFlow": ["sourceRef", "targetRef"],
  "bpmn:BoundaryEvent": ["attachedToRef"],
  "bpmn:CompensateEventDefinition": ["activityRef"],
  "bpmn:FlowNode": ["default", "incoming", "outgoing"],
  "bpmn:Lane": ["flowNodeRef"],
  "bpmn:DataAssociation": ["sourceRef", "targetRef"],
};

function isToldElsewhere(element: Element, { name, type }: ElementProperty): boolean {
  if (type === "Element" || type === "bpmn:BaseElement") return true;
  return Object.entries(ELSEWHERE).some(([kind, names]) => names.includes(name) && isA(element, kind));
}
