import { documentOf, end, flows, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("end-without-outgoing", {
  fine: { "a flow in": around(end(), flows("start > end")) },
  refused: { "a flow out": [around(end(), userTask("a"), flows("start > end > a")), "BPMN_FLOW_FROM_END", "end_a"] },
});
