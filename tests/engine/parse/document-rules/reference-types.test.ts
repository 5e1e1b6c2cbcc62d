import {
  boundary,
  documentOf,
  end,
  errorEvent,
  flows,
  message,
  node,
  processOf,
  signal,
  signalEvent,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const roots = message("m", "news", "=id") + signal("s") + `<bpmn:error id="e" errorCode="e" />`;
const around = (...content: readonly string[]): string => documentOf(roots + processOf("p", start(), ...content));
const receiving = (ref: string): string => around(node("receiveTask", "r", { messageRef: ref }), flows("start > r"));
const caught = (definition: string): string =>
  around(userTask("a"), boundary("b", "a", definition), end(), flows("start > a", "b > end"));

rule("reference-types", {
  fine: { "a message": receiving("m"), "a signal": caught(signalEvent("s")), "an error": caught(errorEvent("e")) },
  refused: {
    "a signal for a message": [receiving("s"), "BPMN_REFERENCE_TYPE", "r"],
    "a task for a message": [receiving("start"), "BPMN_REFERENCE_TYPE", "r"],
    "a message for a signal": [caught(signalEvent("m")), "BPMN_REFERENCE_TYPE", "b"],
    "a message for an error": [caught(errorEvent("m")), "BPMN_REFERENCE_TYPE", "b"],
    "a message for a data object": [
      around(userTask("a"), flows("start > a"), `<bpmn:dataObjectReference id="d" dataObjectRef="m" />`),
      "BPMN_REFERENCE_TYPE",
      "d",
    ],
    "a task for an event definition": [
      around(
        userTask("a"),
        node("intermediateThrowEvent", "t", {}, "<bpmn:eventDefinitionRef>a</bpmn:eventDefinitionRef>"),
        flows("start > a > t"),
      ),
      "BPMN_REFERENCE_TYPE",
      "t",
    ],
    "a message for the process of a pool": [
      documentOf(
        roots +
          `<bpmn:collaboration id="c"><bpmn:participant id="pool" processRef="m" /></bpmn:collaboration>` +
          processOf("p", start(), userTask("a"), flows("start > a")),
      ),
      "BPMN_REFERENCE_TYPE",
      "pool",
    ],
  },
});
