import { boundary, documentOf, flows, processOf, start, timer, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));
const definition = timer("timeDuration", "PT1H");

rule("boundary-flows", {
  fine: {
    "a way out": around(
      userTask("a"),
      boundary("late", "a", definition),
      userTask("b"),
      flows("start > a", "late > b"),
    ),
  },
  refused: {
    "a flow in": [
      around(userTask("a"), userTask("b"), boundary("late", "a", definition), flows("start > a > late > b")),
      "BPMN_FLOW_INTO_BOUNDARY",
      "late",
    ],
    "no way out": [
      around(userTask("a"), boundary("late", "a", definition), flows("start > a")),
      "BPMN_BOUNDARY_NO_WAY_ON",
      "late",
    ],
  },
});
