import { documentOf, flow, flows, node, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("default-flow", {
  fine: {
    "its own, without a condition": around(
      node("task", "x", { default: "x_a" }),
      userTask("a"),
      userTask("b"),
      flows("start > x > a"),
      flow("x", "b", "=n > 1"),
    ),
  },
  refused: {
    "another node's": [
      around(node("task", "x", { default: "a_b" }), userTask("a"), userTask("b"), flows("start > x > a > b")),
      "BPMN_DEFAULT_FOREIGN",
      "x",
    ],
    "with a condition": [
      around(
        node("task", "x", { default: "x_b" }),
        userTask("a"),
        userTask("b"),
        flows("start > x > a"),
        flow("x", "b", "=n > 1"),
      ),
      "BPMN_DEFAULT_CONDITION",
      "x_b",
    ],
  },
});
