import { documentOf, flow, flows, node, processOf, start, userTask } from "../../../support/bpmn-builder.ts";
import { rule } from "../../../support/bpmn-rules.ts";

const inLanguage = (language: string): string =>
  documentOf(
    processOf(
      "p",
      start(),
      node("task", "x"),
      userTask("a"),
      userTask("b"),
      flows("start > x > a"),
      flow("x", "b", "=n > 1"),
    ),
  ).replace(`"bpmn:tFormalExpression"`, `"bpmn:tFormalExpression" language="${language}"`);

rule("language", {
  fine: {
    "FEEL by its URI": inLanguage("https://www.omg.org/spec/DMN/20191111/FEEL/"),
    "FEEL by its name": inLanguage("feel"),
  },
  refused: {
    "of a condition": [inLanguage("javascript"), "BPMN_EXPRESSION_LANGUAGE", "x_b"],
    "of the document": [
      documentOf(processOf("p", start(), userTask("a"), flows("start > a"))).replace(
        "targetNamespace",
        `expressionLanguage="http://www.w3.org/1999/XPath" targetNamespace`,
      ),
      "BPMN_EXPRESSION_LANGUAGE",
      "p",
    ],
  },
});
