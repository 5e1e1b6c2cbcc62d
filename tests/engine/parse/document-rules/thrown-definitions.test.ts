import { documentOf, flows, node, processOf, signal, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const referring = (root: string, thrown: string): string =>
  documentOf(
    signal("S") +
      root +
      processOf(
        "p",
        start(),
        node("intermediateThrowEvent", "x", {}, thrown),
        node("endEvent", "e", {}, "<bpmn:eventDefinitionRef>def</bpmn:eventDefinitionRef>"),
        flows("start > x > e"),
      ),
  );
const DEFINITION = `<bpmn:signalEventDefinition id="def" signalRef="S" />`;

rule("thrown-definitions", {
  fine: { "one of the document": referring(DEFINITION, "<bpmn:eventDefinitionRef>def</bpmn:eventDefinitionRef>") },
  refused: { "that of another": [referring("", DEFINITION), "BPMN_EVENT_DEFINITION_OF_ANOTHER", "e"] },
});
