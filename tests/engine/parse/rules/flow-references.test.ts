import { documentOf, end, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("flow-references", {
  fine: {
    "lists that agree": around(
      node("task", "x", {}, "<bpmn:incoming>start_x</bpmn:incoming><bpmn:outgoing>x_end</bpmn:outgoing>"),
      end(),
      flows("start > x > end"),
    ),
  },
  refused: {
    "a flow that ends elsewhere": [
      around(node("task", "x", {}, "<bpmn:incoming>x_end</bpmn:incoming>"), end(), flows("start > x > end")),
      "BPMN_FLOW_REFERENCE",
      "x",
    ],
    "something that is no flow": [
      around(node("task", "x", {}, "<bpmn:outgoing>end</bpmn:outgoing>"), end(), flows("start > x > end")),
      "BPMN_FLOW_REFERENCE",
      "x",
    ],
  },
});
