import { documentOf, flows, message, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const IO = (sets: string): string => `<bpmn:ioSpecification id="io">${sets}</bpmn:ioSpecification>`;
const around = (...content: readonly string[]): string =>
  documentOf(message("m", "m", "=1") + processOf("p", start(), ...content, flows("start > x")));
const ONE = `<bpmn:inputSet id="in" /><bpmn:outputSet id="out" />`;
const TWO_IN = `<bpmn:inputSet id="in" /><bpmn:inputSet id="in2" /><bpmn:outputSet id="out" />`;
const TWO_OUT = `<bpmn:inputSet id="in" /><bpmn:outputSet id="out" /><bpmn:outputSet id="out2" />`;

rule("data-places", {
  fine: {
    "a send task with one set": around(node("sendTask", "x", { messageRef: "m" }, IO(ONE))),
    "a task with two": around(node("manualTask", "x", {}, IO(TWO_IN))),
  },
  refused: {
    "a sub-process with sets": [
      around(node("subProcess", "x", {}, IO(ONE), start("s"), node("manualTask", "y"), flows("s > y"))),
      "BPMN_DATA_OF_SUB_PROCESS",
      "x",
    ],
    "one message sent from two sets": [
      around(node("sendTask", "x", { messageRef: "m" }, IO(TWO_IN))),
      "BPMN_DATA_OF_MESSAGE",
      "x",
    ],
    "one message received into two": [
      around(node("receiveTask", "x", { messageRef: "m" }, IO(TWO_OUT))),
      "BPMN_DATA_OF_MESSAGE",
      "x",
    ],
  },
});
