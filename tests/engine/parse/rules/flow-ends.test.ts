import { documentOf, end, flow, flows, node, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("flow-ends", {
  fine: {
    "within a sub-process": around(
      node("subProcess", "sub", {}, start("s"), end("e"), flows("s > e")),
      flows("start > sub"),
    ),
  },
  refused: {
    "into a sub-process": [
      around(
        node("subProcess", "sub", {}, start("s"), userTask("a"), flows("s > a")),
        flows("start > sub", "start > a"),
      ),
      "BPMN_FLOW_CROSSES_SCOPE",
      "start_a",
    ],
    "from one process to another": [
      documentOf(
        processOf("p", start(), flow("start", "x")) + processOf("q", start("s"), userTask("x"), flows("s > x")),
      ),
      "BPMN_FLOW_CROSSES_SCOPE",
      "start_x",
    ],
    "to no flow node": [
      around(userTask("a"), flows("start > a"), `<bpmn:textAnnotation id="note" />`, flow("a", "note")),
      "BPMN_FLOW_INCOMPLETE",
      "a_note",
    ],
  },
});
