import { boundary, documentOf, flows, node, processOf, start, timer, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));
const definition = timer("timeDuration", "PT1H");

rule("boundary-host", {
  fine: {
    "on a task": around(
      userTask("a"),
      boundary("late", "a", definition),
      userTask("b"),
      flows("start > a", "late > b"),
    ),
  },
  refused: {
    "on a gateway": [
      around(
        node("exclusiveGateway", "g"),
        userTask("b"),
        boundary("late", "g", definition),
        flows("start > g > b", "late > b"),
      ),
      "BPMN_BOUNDARY_HOST",
      "late",
    ],
    "on an event": [
      around(userTask("b"), boundary("late", "start", definition), flows("start > b", "late > b")),
      "BPMN_BOUNDARY_HOST",
      "late",
    ],
    "on nothing": [
      around(userTask("b"), node("boundaryEvent", "late", {}, definition), flows("start > b", "late > b")),
      "BPMN_BOUNDARY_HOST",
      "late",
    ],
    "on a task of another scope": [
      around(
        node("subProcess", "sub", {}, start("s"), userTask("a"), flows("s > a")),
        boundary("late", "a", definition),
        userTask("b"),
        flows("start > sub", "late > b"),
      ),
      "BPMN_BOUNDARY_HOST",
      "late",
    ],
  },
});
