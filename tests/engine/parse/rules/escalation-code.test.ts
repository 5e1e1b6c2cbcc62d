import {
  boundary,
  documentOf,
  escalationEvent,
  flows,
  node,
  processOf,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const throwing = (root: string, definition: string): string =>
  documentOf(
    root +
      processOf(
        "p",
        start(),
        node("intermediateThrowEvent", "x", {}, definition),
        userTask("a"),
        flows("start > x > a"),
      ),
  );

rule("escalation-code", {
  fine: {
    "a code": throwing(`<bpmn:escalation id="e" escalationCode="E" />`, escalationEvent("e")),
    "a catcher of any": documentOf(
      processOf(
        "p",
        start(),
        userTask("a"),
        boundary("x", "a", escalationEvent(), false),
        userTask("b"),
        flows("start > a", "x > b"),
      ),
    ),
  },
  refused: {
    "no escalation": [throwing("", escalationEvent()), "BPMN_ESCALATION_WITHOUT_CODE", "x"],
    "one without a code": [
      throwing(`<bpmn:escalation id="e" />`, escalationEvent("e")),
      "BPMN_ESCALATION_WITHOUT_CODE",
      "x",
    ],
  },
});
