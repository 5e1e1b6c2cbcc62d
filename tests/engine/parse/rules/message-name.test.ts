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
  },
  refused: {
    "no message": [
      documentOf(processOf("p", start(), node("receiveTask", "x"), flows("start > x"))),
      "BPMN_MESSAGE_WITHOUT_NAME",
      "x",
    ],
    "no name": [receive(message("m", "", "=id")), "BPMN_MESSAGE_WITHOUT_NAME", "x"],
    "no key": [receive(message("m", "paid")), "BPMN_MESSAGE_WITHOUT_KEY", "x"],
    "a start event without a name": [startBy(message("m", "")), "BPMN_MESSAGE_WITHOUT_NAME", "x"],
    "a send task with neither message nor job": [
      documentOf(processOf("p", start(), node("sendTask", "x"), flows("start > x"))),
      "BPMN_MESSAGE_WITHOUT_NAME",
      "x",
    ],
  },
});
