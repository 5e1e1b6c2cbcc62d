import {
  boundary,
  documentOf,
  errorEvent,
  eventSubProcess,
  flows,
  node,
  processOf,
  signal,
  signalEvent,
  start,
  timer,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string =>
  documentOf(
    signal("S") +
      `<bpmn:error id="E" errorCode="e" />` +
      processOf("p", start(), userTask("a"), flows("start > a"), ...content),
  );
const inner = [userTask("c"), flows("xStart > c")];

rule("event-sub-process", {
  fine: {
    "a signal, not interrupting": around(eventSubProcess("x", signalEvent("S"), false, ...inner)),
    "an error": around(eventSubProcess("x", errorEvent("E"), true, ...inner)),
  },
  refused: {
    "a flow to it": [
      around(eventSubProcess("x", signalEvent("S"), true, ...inner), flows("a > x")),
      "BPMN_EVENT_SUB_PROCESS_FLOW",
      "x",
    ],
    "a flow out of it": [
      around(eventSubProcess("x", signalEvent("S"), true, ...inner), userTask("d"), flows("x > d")),
      "BPMN_EVENT_SUB_PROCESS_FLOW",
      "x",
    ],
    "a boundary event": [
      around(
        eventSubProcess("x", signalEvent("S"), true, ...inner),
        boundary("b", "x", timer("timeDuration", "PT1H")),
        userTask("d"),
        flows("b > d"),
      ),
      "BPMN_BOUNDARY_HOST",
      "x",
    ],
    "no trigger": [around(eventSubProcess("x", "", true, ...inner)), "BPMN_START_WITHOUT_TRIGGER", "xStart"],
    "two starts": [
      around(
        eventSubProcess(
          "x",
          signalEvent("S"),
          true,
          node("startEvent", "two", {}, signalEvent("S")),
          ...inner,
          flows("two > c"),
        ),
      ),
      "BPMN_START_NOT_UNIQUE",
      "two",
    ],
    "an error that does not interrupt": [
      around(eventSubProcess("x", errorEvent("E"), false, ...inner)),
      "BPMN_ERROR_NOT_INTERRUPTING",
      "xStart",
    ],
  },
});
