import { documentOf, flows, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("start-without-incoming", {
  fine: { "a flow out": around(userTask("a"), flows("start > a")) },
  refused: { "a flow in": [around(userTask("a"), flows("start > a > start")), "BPMN_FLOW_INTO_START", "a_start"] },
});
