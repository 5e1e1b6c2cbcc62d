import { boundary, documentOf, errorEvent, flows, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("boundary-interrupting", {
  fine: {
    "an error that interrupts": around(
      userTask("a"),
      boundary("x", "a", errorEvent()),
      userTask("b"),
      flows("start > a", "x > b"),
    ),
  },
  refused: {
    "an error that does not": [
      around(userTask("a"), boundary("x", "a", errorEvent(), false), userTask("b"), flows("start > a", "x > b")),
      "BPMN_ERROR_NOT_INTERRUPTING",
      "x",
    ],
  },
});
