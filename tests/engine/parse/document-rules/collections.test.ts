import { documentOf, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (data: string): string =>
  documentOf(
    `<bpmn:itemDefinition id="many" isCollection="true" /><bpmn:itemDefinition id="one" />` +
      processOf("p", start(), node("manualTask", "a"), data, flows("start > a")),
  );

rule("collections", {
  fine: {
    "a collection of collections": around(`<bpmn:dataObject id="d" itemSubjectRef="many" isCollection="true" />`),
    "one of one": around(`<bpmn:dataObject id="d" itemSubjectRef="one" />`),
    "a collection of no said type": around(`<bpmn:dataObject id="d" isCollection="true" />`),
  },
  refused: {
    "one, whose type is many": [
      around(`<bpmn:dataObject id="d" itemSubjectRef="many" />`),
      "BPMN_COLLECTION_MISMATCH",
      "d",
    ],
    "many, whose type is one": [
      around(`<bpmn:dataObject id="d" itemSubjectRef="one" isCollection="true" />`),
      "BPMN_COLLECTION_MISMATCH",
      "d",
    ],
  },
});
