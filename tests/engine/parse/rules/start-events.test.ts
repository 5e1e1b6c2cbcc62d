import {
  documentOf,
  end,
  flows,
  message,
  messageEvent,
  node,
  processOf,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("start-events", {
  fine: {
    "no start event: all that no flow leads to": documentOf(processOf("p", userTask("a"), userTask("b"))),
    "none in a sub-process": around(node("subProcess", "sub", {}, userTask("a")), flows("start > sub")),
    "a receive task that begins the process": documentOf(
      message("m", "go") +
        processOf("p", node("receiveTask", "r", { instantiate: "true", messageRef: "m" }), end(), flows("r > end")),
    ),
    "one none start event": around(userTask("a"), flows("start > a")),
    "message start events beside it": documentOf(
      message("m", "go") +
        processOf(
          "p",
          start(),
          node("startEvent", "byMessage", {}, messageEvent("m")),
          userTask("a"),
          flows("start > a", "byMessage > a"),
        ),
    ),
  },
  told: {
    "an end event without one": [
      documentOf(processOf("p", userTask("a"), end(), flows("a > end"))),
      "BPMN_START_IMPLICIT",
      "p",
    ],
  },
  refused: {
    "nothing to begin with": [
      documentOf(processOf("p", userTask("a"), userTask("b"), flows("a > b > a"))),
      "BPMN_START_MISSING",
      "p",
    ],
    "nothing at all": [documentOf(processOf("p")), "BPMN_START_MISSING", "p"],
    "two of them": [
      around(start("second"), userTask("a"), flows("start > a", "second > a")),
      "BPMN_START_NOT_UNIQUE",
      "second",
    ],
    "nothing in a sub-process": [around(node("subProcess", "sub"), flows("start > sub")), "BPMN_START_MISSING", "sub"],
    "a trigger in a sub-process": [
      documentOf(
        message("m", "go") +
          processOf(
            "p",
            start(),
            node("subProcess", "sub", {}, node("startEvent", "s", {}, messageEvent("m"))),
            flows("start > sub"),
          ),
      ),
      "BPMN_START_TRIGGERED",
      "s",
    ],
  },
});
