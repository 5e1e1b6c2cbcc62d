import { documentOf, flow, flows, node, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("condition-place", {
  fine: {
    "beside another way": around(
      node("task", "x"),
      userTask("a"),
      userTask("b"),
      flows("start > x > a"),
      flow("x", "b", "=n > 1"),
    ),
  },
  refused: {
    "out of a parallel gateway": [
      around(node("parallelGateway", "x"), userTask("a"), flows("start > x"), flow("x", "a", "=n > 1")),
      "BPMN_CONDITION_MISPLACED",
      "x_a",
    ],
    "out of an event": [around(userTask("a"), flow("start", "a", "=n > 1")), "BPMN_CONDITION_MISPLACED", "start_a"],
    "as the only way out of an activity": [
      around(node("task", "x"), userTask("a"), flows("start > x"), flow("x", "a", "=n > 1")),
      "BPMN_CONDITION_ALONE",
      "x_a",
    ],
  },
});
