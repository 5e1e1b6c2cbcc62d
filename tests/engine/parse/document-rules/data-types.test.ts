import { documentOf, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const TYPES = `<bpmn:itemDefinition id="text" structureRef="xsd:string" /><bpmn:itemDefinition id="number" structureRef="xsd:int" /><bpmn:message id="m" name="m" itemRef="text" />`;
const INPUT = (type: string): string =>
  `<bpmn:ioSpecification id="io"><bpmn:dataInput id="i" itemSubjectRef="${type}" /><bpmn:inputSet id="in"><bpmn:dataInputRefs>i</bpmn:dataInputRefs></bpmn:inputSet><bpmn:outputSet id="out" /></bpmn:ioSpecification>`;
const copied = (type: string, ...how: readonly string[]): string =>
  documentOf(
    TYPES +
      processOf(
        "p",
        start(),
        `<bpmn:dataObject id="d" itemSubjectRef="text" />`,
        node(
          "manualTask",
          "a",
          {},
          INPUT(type),
          `<bpmn:dataInputAssociation id="copy"><bpmn:sourceRef>d</bpmn:sourceRef><bpmn:targetRef>i</bpmn:targetRef>${how.join("")}</bpmn:dataInputAssociation>`,
        ),
        flows("start > a"),
      ),
  );
const sent = (type: string): string =>
  documentOf(
    TYPES + processOf("p", start(), node("sendTask", "a", { messageRef: "m" }, INPUT(type)), flows("start > a")),
  );

rule("data-types", {
  fine: {
    "the same type": copied("text"),
    "another, made by a transformation": copied("number", "<bpmn:transformation>number(d)</bpmn:transformation>"),
  },
  refused: {
    "another type": [copied("number"), "BPMN_DATA_TYPE", "copy"],
    "not what the message carries": [sent("number"), "BPMN_DATA_TYPE", "a"],
  },
});
