import { boundary, documentOf, flows, node, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const cancel = "<bpmn:cancelEventDefinition />";
const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));
const stop = node("endEvent", "stop", {}, cancel);
const inner = [start("s"), stop, flows("s > stop")];

rule("transaction", {
  fine: {
    "a cancel and its catcher": around(
      node("transaction", "t", {}, ...inner),
      boundary("b", "t", cancel),
      userTask("c"),
      flows("start > t", "b > c"),
    ),
  },
  refused: {
    "nothing catches it": [
      around(node("transaction", "t", {}, ...inner), flows("start > t")),
      "BPMN_CANCEL_UNCAUGHT",
      "stop",
    ],
    "a cancel without a transaction": [around(stop, flows("start > stop")), "BPMN_CANCEL_MISPLACED", "stop"],
    "caught at a sub-process": [
      around(
        node("subProcess", "t", {}, start("s"), userTask("d"), flows("s > d")),
        boundary("b", "t", cancel),
        userTask("c"),
        flows("start > t", "b > c"),
      ),
      "BPMN_CANCEL_MISPLACED",
      "b",
    ],
    "not interrupting": [
      around(
        node("transaction", "t", {}, ...inner),
        boundary("b", "t", cancel, false),
        userTask("c"),
        flows("start > t", "b > c"),
      ),
      "BPMN_ERROR_NOT_INTERRUPTING",
      "b",
    ],
  },
});
