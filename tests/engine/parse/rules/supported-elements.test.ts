import { documentOf, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("supported-elements", {
  fine: { "a task": around(node("task", "x"), flows("start > x")) },
  refused: {
    "a call of a choreography": [around(node("callChoreography", "x"), flows("start > x")), "BPMN_NOT_SUPPORTED", "x"],
  },
});
