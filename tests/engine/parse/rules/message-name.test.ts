import {
  documentOf,
  flows,
  message,
  messageEvent,
  node,
  processOf,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const receive = (root: string): string =>
  documentOf(root + processOf("p", start(), node("receiveTask", "x", { messageRef: "m" }), flows("start > x")));
const startBy = (root: string): string =>
  documentOf(root + processOf("p", node("startEvent", "x", {}, messageEvent("m")), userTask("a"), flows("x > a")));

rule("message-name", {
  fine: {
    "a name and a key": receive(message("m", "paid", "=id")),
    "a start event needs no key": startBy(message("m", "paid")),
    "a message without a name has its id (BPMN 2.0 table 8.48)": receive(message("m", "", "=id")),
    "the message of an operation": documentOf(
      message("m", "paid", "=id") +
        `<bpmn:interface id="i" name="bank"><bpmn:operation id="o" name="pay"><bpmn:inMessageRef>m</bpmn:inMessageRef></bpmn:operation></bpmn:interface>` +
        processOf("p", start(), node("receiveTask", "x", { operationRef: "o" }), flows("start > x")),
    ),
    "the message of a message flow": documentOf(
      message("m", "paid", "=id") +
        `<bpmn:collaboration id="c"><bpmn:participant id="us" processRef="p" /><bpmn:participant id="them" /><bpmn:messageFlow id="f" sourceRef="them" targetRef="x" messageRef="m" /></bpmn:collaboration>` +
        processOf("p", start(), node("receiveTask", "x"), flows("start > x")),
    ),
  },
  told: {
    "no key": [receive(message("m", "paid")), "BPMN_MESSAGE_WITHOUT_KEY", "x"],
    "a message flow without a message: its own name": [
      documentOf(
        `<bpmn:collaboration id="c"><bpmn:participant id="us" processRef="p" /><bpmn:participant id="them" /><bpmn:messageFlow id="f" name="order" sourceRef="x" targetRef="them" /></bpmn:collaboration>` +
          processOf("p", start(), node("sendTask", "x"), flows("start > x")),
      ),
      "BPMN_MESSAGE_WITHOUT_KEY",
      "x",
    ],
  },
  refused: {
    "no message": [
      documentOf(processOf("p", start(), node("receiveTask", "x"), flows("start > x"))),
      "BPMN_MESSAGE_WITHOUT_NAME",
      "x",
    ],
    "a start event without a message": [startBy("").replace(` messageRef="m"`, ""), "BPMN_MESSAGE_WITHOUT_NAME", "x"],
    "a send task with neither message nor job": [
      documentOf(processOf("p", start(), node("sendTask", "x"), flows("start > x"))),
      "BPMN_MESSAGE_WITHOUT_NAME",
      "x",
    ],
  },
});
