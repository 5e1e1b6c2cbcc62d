/** An event definition that stands in a throwing event is its own: no other event refers to it (BPMN 2.0 §10.5.1, table 10.83). */
import { childrenOf, isA } from "../element.ts";
import { titleOf } from "../type-names.ts";
import { problemNear } from "./document-rule.ts";
import type { DocumentRule } from "./document-rule.ts";

export const thrownDefinitions: DocumentRule = (element) => {
  if (!isA(element, "bpmn:Event")) return [];
  return childrenOf(element, "eventDefinitionRef")
    .filter((definition) => isA(definition.$parent, "bpmn:ThrowEvent"))
    .map((definition) =>
      problemNear(
        element,
        "BPMN_EVENT_DEFINITION_OF_ANOTHER",
        `引用了抛出事件“${titleOf(definition.$parent ?? definition)}”自己的事件定义`,
        `refers to the event definition of the throwing event "${titleOf(definition.$parent ?? definition)}"`,
      ),
    );
};
