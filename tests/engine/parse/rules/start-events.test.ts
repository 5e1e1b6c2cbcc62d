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

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("start-events", {
  fine: {
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
  refused: {
    "none at all": [documentOf(processOf("p", userTask("a"))), "BPMN_START_MISSING", "p"],
    "two of them": [
      around(start("second"), userTask("a"), flows("start > a", "second > a")),
      "BPMN_START_NOT_UNIQUE",
      "second",
    ],
    "none in a sub-process": [
      around(node("subProcess", "sub", {}, userTask("a")), flows("start > sub")),
      "BPMN_START_MISSING",
      "sub",
    ],
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
