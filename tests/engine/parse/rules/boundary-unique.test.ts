import {
  boundary,
  documentOf,
  errorEvent,
  escalationEvent,
  flows,
  processOf,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

function twice(one: string, other: string): string {
  return documentOf(
    `<bpmn:error id="e" errorCode="E" />` +
      processOf(
        "p",
        start(),
        userTask("a"),
        boundary("x", "a", one),
        boundary("y", "a", other),
        userTask("b"),
        flows("start > a", "x > b", "y > b"),
      ),
  );
}

rule("boundary-unique", {
  fine: {
    "a code and any code": twice(errorEvent("e"), errorEvent()),
    "an error and an escalation": twice(errorEvent(), escalationEvent()),
  },
  refused: {
    "the same error": [twice(errorEvent("e"), errorEvent("e")), "BPMN_CAUGHT_TWICE", "y"],
    "any escalation twice": [twice(escalationEvent(), escalationEvent()), "BPMN_CAUGHT_TWICE", "y"],
  },
});
