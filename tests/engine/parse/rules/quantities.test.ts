import { documentOf, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const task = (attributes: Record<string, string>): string =>
  documentOf(processOf("p", start(), node("task", "x", attributes), flows("start > x")));

rule("quantities", {
  fine: {
    "one of each, which is the default": task({ startQuantity: "1", completionQuantity: "1" }),
    "several to begin, several to go on": task({ startQuantity: "2", completionQuantity: "3" }),
  },
  refused: {
    "none to begin": [task({ startQuantity: "0" }), "BPMN_QUANTITY", "x"],
    "fewer than none to go on": [task({ completionQuantity: "-1" }), "BPMN_QUANTITY", "x"],
    "a flood": [task({ completionQuantity: "1000000000" }), "BPMN_QUANTITY", "x"],
  },
});
