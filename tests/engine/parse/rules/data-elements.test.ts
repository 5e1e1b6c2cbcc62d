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
    "a data object, which is a variable": documentOf(
      processOf(
        "p",
        start(),
        userTask("a"),
        flows("start > a"),
        `<bpmn:dataObject id="o" /><bpmn:dataObjectReference id="r" dataObjectRef="o" />`,
      ),
    ),
  },
  told: {
    "a data store": [
      documentOf(processOf("p", start(), userTask("a"), flows("start > a"), `<bpmn:dataStoreReference id="r" />`)),
      "BPMN_ONLY_DRAWN",
      "r",
    ],
  },
});
