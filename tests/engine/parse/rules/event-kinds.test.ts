import { documentOf, flows, node, processOf, start, timer, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("event-kinds", {
  fine: {
    "a timer to wait for": around(
      node("intermediateCatchEvent", "x", {}, timer("timeDuration", "PT1H")),
      flows("start > x"),
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
    "a timer start": [
      documentOf(
        processOf("p", node("startEvent", "x", {}, timer("timeCycle", "R/P1D")), userTask("a"), flows("x > a")),
      ),
      "BPMN_NOT_SUPPORTED",
      "x",
    ],
    "two definitions": [
      around(
        node("endEvent", "x", {}, "<bpmn:terminateEventDefinition />", "<bpmn:signalEventDefinition />"),
        flows("start > x"),
      ),
      "BPMN_NOT_SUPPORTED",
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
