import { documentOf, flows, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

rule("data-elements", {
  fine: {
    "a note": documentOf(
      processOf(
        "p",
        start(),
        userTask("a"),
        flows("start > a"),
        `<bpmn:textAnnotation id="n"><bpmn:text>hi</bpmn:text></bpmn:textAnnotation>`,
      ),
    ),
  },
  told: {
    "a data object": [
      documentOf(
        processOf(
          "p",
          start(),
          userTask("a"),
          flows("start > a"),
          `<bpmn:dataObject id="o" /><bpmn:dataObjectReference id="r" dataObjectRef="o" />`,
        ),
      ),
      "BPMN_ONLY_DRAWN",
      "r",
    ],
  },
});
