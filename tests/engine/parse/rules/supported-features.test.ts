import { documentOf, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const around = (...content: readonly string[]): string => documentOf(processOf("p", start(), ...content));

rule("supported-features", {
  fine: { "a plain task": around(node("task", "x"), flows("start > x")) },
  refused: {
    "data inputs": [
      around(
        node("task", "x", {}, `<bpmn:ioSpecification><bpmn:inputSet /><bpmn:outputSet /></bpmn:ioSpecification>`),
        flows("start > x"),
      ),
      "BPMN_NOT_SUPPORTED",
      "x",
    ],
    "a data property": [
      around(node("task", "x", {}, `<bpmn:property id="pr" />`), flows("start > x")),
      "BPMN_NOT_SUPPORTED",
      "x",
    ],
  },
});
