import { documentOf, flows, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

rule("foreign-attributes", {
  fine: { "colours of the drawing": documentOf(processOf("p", start(), userTask("a"), flows("start > a"))) },
  told: {
    "another tool's": [
      documentOf(processOf("p", start(), userTask("x", { "other:mark": "1" }), flows("start > x"))),
      "BPMN_FOREIGN_KEPT",
      "x",
    ],
  },
});
