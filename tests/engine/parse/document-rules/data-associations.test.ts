import { documentOf, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const filled = (association: string): string =>
  documentOf(
    processOf(
      "p",
      start(),
      node("manualTask", "a", {}, node("dataInputAssociation", "in", {}, association)),
      `<bpmn:dataObject id="d" /><bpmn:dataObjectReference id="dr" dataObjectRef="d" />`,
      flows("start > a"),
    ),
  );

rule("data-associations", {
  fine: {},
  refused: {
    "no target": [filled("<bpmn:sourceRef>dr</bpmn:sourceRef>"), "BPMN_DATA_ASSOCIATION", "in"],
    "a task for a source": [
      filled("<bpmn:sourceRef>start</bpmn:sourceRef><bpmn:targetRef>dr</bpmn:targetRef>"),
      "BPMN_DATA_ASSOCIATION",
      "in",
    ],
    "a task for a target": [
      filled("<bpmn:sourceRef>dr</bpmn:sourceRef><bpmn:targetRef>start</bpmn:targetRef>"),
      "BPMN_DATA_ASSOCIATION",
      "in",
    ],
  },
});
