import { documentOf, flows, node, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("supported-elements", {
  fine: { "a task": around(node("task", "x"), flows("start > x")) },
  refused: Object.fromEntries(
    ["complexGateway", "adHocSubProcess"].map((type) => [
      type,
      [
        around(node(type, "x"), userTask("a"), userTask("b"), flows("start > x > a", "x > b")),
        "BPMN_NOT_SUPPORTED",
        "x",
      ] as const,
    ]),
  ),
});
