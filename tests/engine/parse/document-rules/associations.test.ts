import { documentOf, flows, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const noted = (ends: string): string =>
  documentOf(
    processOf(
      "p",
      start(),
      userTask("a"),
      flows("start > a"),
      `<bpmn:textAnnotation id="note"><bpmn:text>by noon</bpmn:text></bpmn:textAnnotation><bpmn:association id="as" ${ends} />`,
    ),
  );

rule("associations", {
  fine: {
    "a note on a task": noted(`sourceRef="a" targetRef="note"`),
    "a note on a flow": noted(`sourceRef="start_a" targetRef="note"`),
  },
  refused: {
    "one end only": [noted(`sourceRef="a"`), "BPMN_ASSOCIATION_INCOMPLETE", "as"],
    "no end": [noted(""), "BPMN_ASSOCIATION_INCOMPLETE", "as"],
    "an end that is nowhere": [noted(`sourceRef="a" targetRef="gone"`), "BPMN_UNRESOLVED_REFERENCE", "as"],
    "a direction that there is not": [
      noted(`sourceRef="a" targetRef="note" associationDirection="Up"`),
      "BPMN_ATTRIBUTE_VALUE",
      "as",
    ],
  },
});
