import { documentOf, flow, flows, node, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const joined = (...inner: readonly string[]): string =>
  documentOf(
    processOf(
      "p",
      start(),
      userTask("a"),
      userTask("b"),
      node("complexGateway", "x", {}, ...inner),
      userTask("next"),
      flows("start > a > x", "start > b > x"),
      flow("x", "next"),
    ),
  );

const condition = (body: string): string =>
  `<bpmn:activationCondition xsi:type="bpmn:tFormalExpression">${body}</bpmn:activationCondition>`;

rule("complex-gateway", {
  fine: {
    "one that says when it is active": joined(condition("activationCount = 2")),
    "one that only forks": documentOf(
      processOf(
        "p",
        start(),
        node("complexGateway", "x"),
        userTask("a"),
        userTask("b"),
        flows("start > x > a", "x > b"),
      ),
    ),
  },
  told: { "no activation condition": [joined(), "BPMN_ACTIVATION_MISSING", "x"] },
  refused: {
    "an empty one": [joined(condition(" = ")), "BPMN_ACTIVATION_EMPTY", "x"],
    "one that does not compile": [joined(condition("1 +")), "BPMN_FEEL_INVALID", "x"],
    "another language": [
      joined(condition("1 = 1").replace(" xsi:type", ` language="JavaScript" xsi:type`)),
      "BPMN_EXPRESSION_LANGUAGE",
      "x",
    ],
  },
});
