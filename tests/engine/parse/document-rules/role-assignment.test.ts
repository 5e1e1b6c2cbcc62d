import { documentOf, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const EXPRESSION = `<bpmn:resourceAssignmentExpression><bpmn:formalExpression>"a/b"</bpmn:formalExpression></bpmn:resourceAssignmentExpression>`;
const owned = (content: string): string =>
  documentOf(
    `<bpmn:resource id="r" name="r" />` +
      processOf(
        "p",
        start(),
        node("userTask", "a", {}, `<bpmn:potentialOwner id="owner">${content}</bpmn:potentialOwner>`),
        flows("start > a"),
      ),
  );

rule("role-assignment", {
  fine: { "by an expression": owned(EXPRESSION), "by a resource": owned("<bpmn:resourceRef>r</bpmn:resourceRef>") },
  refused: {
    "by both": [owned(`<bpmn:resourceRef>r</bpmn:resourceRef>${EXPRESSION}`), "BPMN_ROLE_AMBIGUOUS", "owner"],
  },
});
