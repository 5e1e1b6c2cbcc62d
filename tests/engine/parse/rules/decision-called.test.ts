import { documentOf, extensions, flows, node, processOf, start } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const ask = (called: string): string =>
  documentOf(
    processOf(
      "p",
      start(),
      node("businessRuleTask", "x", {}, extensions(`<zeebe:calledDecision ${called} />`)),
      flows("start > x"),
    ),
  );

rule("decision-called", {
  fine: { "a decision and a variable": ask(`decisionId="lead" resultVariable="owner"`) },
  refused: {
    nothing: [
      documentOf(processOf("p", start(), node("businessRuleTask", "x"), flows("start > x"))),
      "BPMN_RULE_WITHOUT_DECISION",
      "x",
    ],
    "no decision": [ask(`decisionId="" resultVariable="owner"`), "BPMN_RULE_WITHOUT_DECISION", "x"],
    "no variable": [ask(`decisionId="lead"`), "BPMN_RULE_WITHOUT_RESULT", "x"],
    "a variable that is none": [ask(`decisionId="lead" resultVariable="a b"`), "BPMN_RULE_WITHOUT_RESULT", "x"],
  },
});
