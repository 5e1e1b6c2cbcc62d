import {
  documentOf,
  eventSubProcess,
  flows,
  multiInstance,
  node,
  processOf,
  signal,
  signalEvent,
  standardLoop,
  start,
  userTask,
} from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (loop: string): string =>
  documentOf(processOf("p", start(), node("task", "x", {}, loop), flows("start > x")));
const list = { inputCollection: "=a", inputElement: "b" };

rule("loops", {
  fine: {
    "a cardinality": around(multiInstance({}, { cardinality: "3" })),
    "a collection": around(multiInstance({ ...list, outputCollection: "c", outputElement: "=b" })),
    "a condition": around(standardLoop("a < 3")),
    "a maximum": around(standardLoop(undefined, `loopMaximum="3"`)),
  },
  refused: {
    "a multi-instance without a count": [around(multiInstance({})), "BPMN_LOOP_WITHOUT_COUNT", "x"],
    "a negative count": [around(multiInstance({}, { cardinality: "-1" })), "BPMN_LOOP_CARDINALITY", "x"],
    "a collection that is text": [around(multiInstance({ inputCollection: "a" })), "BPMN_LOOP_COLLECTION", "x"],
    "an output without an element": [
      around(multiInstance({ ...list, outputCollection: "c" })),
      "BPMN_LOOP_OUTPUT",
      "x",
    ],
    "an element that is no name": [
      around(multiInstance({ inputCollection: "=a", inputElement: "1b" })),
      "BPMN_LOOP_NAME",
      "x",
    ],
    "an endless loop": [around(standardLoop()), "BPMN_LOOP_ENDLESS", "x"],
    "a negative maximum": [around(standardLoop("a", `loopMaximum="-1"`)), "BPMN_LOOP_MAXIMUM", "x"],
    "a faulty condition": [around(standardLoop("a <")), "BPMN_FEEL_INVALID", "x"],
    "a faulty collection": [around(multiInstance({ inputCollection: "=a[" })), "BPMN_FEEL_INVALID", "x"],
    "an event sub-process that repeats": [
      documentOf(
        signal("S") +
          processOf(
            "p",
            start(),
            userTask("a"),
            flows("start > a"),
            eventSubProcess("x", signalEvent("S"), false, standardLoop("true"), userTask("c"), flows("xStart > c")),
          ),
      ),
      "BPMN_LOOP_MISPLACED",
      "x",
    ],
  },
});
