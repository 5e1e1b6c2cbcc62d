import {
  documentOf,
  flows,
  node,
  processOf,
  signal,
  signalEvent,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (roots: string, definition: string): string =>
  documentOf(
    roots +
      processOf(
        "p",
        start(),
        node("intermediateThrowEvent", "x", {}, definition),
        userTask("a"),
        flows("start > x > a"),
      ),
  );

rule("signal-name", {
  fine: {
    "a named signal": around(signal("S"), signalEvent("S")),
    "a computed one": around(signal("S", `="a" + b`), signalEvent("S")),
  },
  refused: {
    "no signal": [around("", "<bpmn:signalEventDefinition />"), "BPMN_SIGNAL_WITHOUT_NAME", "x"],
    "a signal without a name": [around(`<bpmn:signal id="S" />`, signalEvent("S")), "BPMN_SIGNAL_WITHOUT_NAME", "x"],
    "a faulty name": [around(signal("S", "=1 +"), signalEvent("S")), "BPMN_FEEL_INVALID", "x"],
  },
});
