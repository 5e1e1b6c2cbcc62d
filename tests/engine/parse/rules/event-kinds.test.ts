import {
  conditionalEvent,
  documentOf,
  errorEvent,
  escalationEvent,
  flows,
  messageEvent,
  node,
  processOf,
  signalEvent,
  start,
  timer,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("event-kinds", {
  fine: {
    "every trigger that begins a process": documentOf(
      `<bpmn:message id="m" name="go" /><bpmn:signal id="s" name="rain" />` +
        processOf(
          "p",
          node("startEvent", "t", {}, timer("timeCycle", "R/P1D")),
          node("startEvent", "m1", {}, messageEvent("m")),
          node("startEvent", "s1", {}, signalEvent("s")),
          node("startEvent", "c", {}, conditionalEvent("hot")),
          node("startEvent", "all", { parallelMultiple: "true" }, messageEvent("m"), signalEvent("s")),
          userTask("a"),
          flows("t > a", "m1 > a", "s1 > a", "c > a", "all > a"),
        ),
    ),
    "a timer to wait for": around(
      node("intermediateCatchEvent", "x", {}, timer("timeDuration", "PT1H")),
      userTask("a"),
      flows("start > x > a"),
    ),
    "a definition by reference": documentOf(
      `<bpmn:terminateEventDefinition id="t" />` +
        processOf(
          "p",
          start(),
          node("endEvent", "x", {}, `<bpmn:eventDefinitionRef>t</bpmn:eventDefinitionRef>`),
          flows("start > x"),
        ),
    ),
  },
  refused: {
    "a condition thrown": [
      around(node("endEvent", "x", {}, "<bpmn:conditionalEventDefinition />"), flows("start > x")),
      "BPMN_EVENT_MISPLACED",
      "x",
    ],
    "a link at the end": [
      around(node("endEvent", "x", {}, `<bpmn:linkEventDefinition name="l" />`), flows("start > x")),
      "BPMN_EVENT_MISPLACED",
      "x",
    ],
    "a compensation to wait for": [
      around(node("intermediateCatchEvent", "x", {}, "<bpmn:compensateEventDefinition />"), flows("start > x")),
      "BPMN_EVENT_MISPLACED",
      "x",
    ],
    "an error that begins a process": [
      documentOf(processOf("p", node("startEvent", "x", {}, errorEvent()), userTask("a"), flows("x > a"))),
      "BPMN_EVENT_MISPLACED",
      "x",
    ],
    "a link among several": [
      around(
        node("intermediateThrowEvent", "x", {}, `<bpmn:linkEventDefinition name="l" />`, escalationEvent()),
        flows("start > x"),
      ),
      "BPMN_EVENT_MISPLACED",
      "x",
    ],
    "two ways to end": [
      around(node("endEvent", "x", {}, "<bpmn:terminateEventDefinition />", errorEvent()), flows("start > x")),
      "BPMN_EVENT_MISPLACED",
      "x",
    ],
    "an error that waits for others": [
      around(
        userTask("a"),
        node(
          "boundaryEvent",
          "x",
          { attachedToRef: "a", parallelMultiple: "true" },
          errorEvent(),
          timer("timeDuration", "PT1H"),
        ),
        userTask("b"),
        flows("start > a", "x > b"),
      ),
      "BPMN_EVENT_MISPLACED",
      "x",
    ],
    "nothing to wait for": [
      around(node("intermediateCatchEvent", "x"), flows("start > x")),
      "BPMN_EVENT_WITHOUT_TRIGGER",
      "x",
    ],
    "a terminate in the middle": [
      around(node("intermediateThrowEvent", "x", {}, "<bpmn:terminateEventDefinition />"), flows("start > x")),
      "BPMN_EVENT_MISPLACED",
      "x",
    ],
    "a timer at the end": [
      around(node("endEvent", "x", {}, timer("timeDuration", "PT1H")), flows("start > x")),
      "BPMN_EVENT_MISPLACED",
      "x",
    ],
  },
});
