import { documentOf, extensions, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const call = (called: string, attributes: Record<string, string> = {}): string =>
  documentOf(
    processOf(
      "p",
      start(),
      node("callActivity", "x", attributes, extensions(`<zeebe:calledElement ${called} />`)),
      flows("start > x"),
    ),
  );

rule("call-activity-target", {
  fine: { "zeebe's element": call(`processId="other"`), "BPMN's attribute": call("", { calledElement: "other" }) },
  refused: {
    nothing: [call(""), "BPMN_CALL_WITHOUT_TARGET", "x"],
    "two different": [call(`processId="one"`, { calledElement: "two" }), "BPMN_CALL_AMBIGUOUS", "x"],
    "an expression of its own kind": [call(`processIdExpression="=a"`), "BPMN_NOT_SUPPORTED", "x"],
  },
});
