import { documentOf, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const immediate = (value: string): string =>
  documentOf(processOf("p", start(), node("manualTask", "a"), flows("start > a"))).replace(
    "<bpmn:sequenceFlow",
    `<bpmn:sequenceFlow isImmediate="${value}"`,
  );

rule("immediate-flow", {
  fine: { immediate: immediate("true") },
  refused: { "something in between": [immediate("false"), "BPMN_FLOW_NOT_IMMEDIATE", "start_a"] },
});
