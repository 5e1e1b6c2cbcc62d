import { documentOf, flow, flows, node, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("exclusive-fork", {
  fine: {
    "conditions and a default": around(
      node("exclusiveGateway", "g", { default: "g_b" }),
      userTask("a"),
      userTask("b"),
      flows("start > g > b"),
      flow("g", "a", "=n > 1"),
    ),
    "one way out needs none": around(node("exclusiveGateway", "g"), userTask("a"), flows("start > g > a")),
  },
  refused: {
    "a way without a condition": [
      around(
        node("exclusiveGateway", "g"),
        userTask("a"),
        userTask("b"),
        flows("start > g > b"),
        flow("g", "a", "=n > 1"),
      ),
      "BPMN_CONDITION_MISSING",
      "g_b",
    ],
  },
  told: {
    "no default": [
      around(
        node("exclusiveGateway", "g"),
        userTask("a"),
        userTask("b"),
        flows("start > g"),
        flow("g", "a", "=n > 1"),
        flow("g", "b", "=n < 1"),
      ),
      "BPMN_DEFAULT_MISSING",
      "g",
    ],
  },
});
