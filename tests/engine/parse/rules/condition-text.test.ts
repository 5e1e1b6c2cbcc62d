import { documentOf, flow, flows, node, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("condition-text", {
  fine: {
    "with or without =": around(
      node("task", "x"),
      userTask("a"),
      userTask("b"),
      flows("start > x"),
      flow("x", "a", "n > 1"),
      flow("x", "b", "= n = 1"),
    ),
  },
  refused: {
    "an empty one": [
      around(node("task", "x"), userTask("a"), userTask("b"), flows("start > x > a"), flow("x", "b", " = ")),
      "BPMN_CONDITION_EMPTY",
      "x_b",
    ],
  },
});
