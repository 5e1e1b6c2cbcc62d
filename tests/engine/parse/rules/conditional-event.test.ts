import {
  conditionalEvent,
  documentOf,
  flows,
  node,
  processOf,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (definition: string): string =>
  documentOf(
    processOf("p", start(), node("intermediateCatchEvent", "x", {}, definition), userTask("a"), flows("start > x > a")),
  );

rule("conditional-event", {
  fine: { "a condition": around(conditionalEvent("=a > 1")) },
  refused: {
    "no condition": [around("<bpmn:conditionalEventDefinition />"), "BPMN_EVENT_WITHOUT_CONDITION", "x"],
    "an empty one": [around(conditionalEvent(" = ")), "BPMN_EVENT_WITHOUT_CONDITION", "x"],
    "a faulty one": [around(conditionalEvent("a >")), "BPMN_FEEL_INVALID", "x"],
  },
});
