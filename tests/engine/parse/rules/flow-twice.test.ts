import { documentOf, flow, flows, node, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string =>
  documentOf(processOf("p", start(), userTask("a"), ...content));
const again = `<bpmn:sequenceFlow id="again" sourceRef="start" targetRef="a" />`;

rule("flow-twice", {
  fine: {
    "two with conditions": around(
      node("exclusiveGateway", "g", { default: "g_b" }),
      userTask("b"),
      flows("start > g", "g > b"),
      flow("g", "a", "=x"),
      flow("g", "a", "=y").replace('id="g_a"', 'id="more"'),
    ),
  },
  told: { "the same flow again": [around(flows("start > a"), again), "BPMN_FLOW_TWICE", "again"] },
});
