import {
  compensated,
  compensateEvent,
  documentOf,
  flows,
  node,
  processOf,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string =>
  documentOf(processOf("p", start(), userTask("a"), flows("start > a"), ...content));
const handler = node("task", "x", { isForCompensation: "true" });
const event = node("boundaryEvent", "b", { attachedToRef: "a" }, "<bpmn:compensateEventDefinition />");

rule("compensation", {
  fine: { "an event and its handler": around(compensated("a", "x"), handler) },
  refused: {
    "no handler": [around(event), "BPMN_COMPENSATION_HANDLER", "b"],
    "a handler that is not for compensation": [
      around(compensated("a", "x"), node("task", "x"), flows("a > x")),
      "BPMN_COMPENSATION_HANDLER",
      "aDone",
    ],
    "a flow out of the event": [around(event, handler, userTask("c"), flows("b > c")), "BPMN_COMPENSATION_FLOW", "b"],
    "a flow into the handler": [around(compensated("a", "x"), handler, flows("a > x")), "BPMN_COMPENSATION_FLOW", "x"],
    "an activity of another scope": [
      around(
        node("subProcess", "s", {}, start("s1"), userTask("inner"), flows("s1 > inner")),
        node("intermediateThrowEvent", "y", {}, compensateEvent("inner")),
        flows("a > s > y"),
      ),
      "BPMN_COMPENSATION_TARGET",
      "y",
    ],
  },
});
