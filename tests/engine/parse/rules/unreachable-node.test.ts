import { boundary, documentOf, flows, node, processOf, start, timer, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("unreachable-node", {
  fine: {
    "over a boundary event": around(
      userTask("a"),
      boundary("late", "a", timer("timeDuration", "PT1H")),
      userTask("b"),
      flows("start > a", "late > b"),
    ),
  },
  refused: {
    "an island": [around(userTask("a"), userTask("island"), flows("start > a")), "BPMN_UNREACHABLE", "island"],
    "a circle beside the way": [
      around(userTask("a"), node("task", "x"), node("task", "y"), flows("start > a", "x > y > x")),
      "BPMN_UNREACHABLE",
      "x",
    ],
    "inside a sub-process": [
      around(node("subProcess", "sub", {}, start("s"), userTask("island")), flows("start > sub")),
      "BPMN_UNREACHABLE",
      "island",
    ],
  },
});
