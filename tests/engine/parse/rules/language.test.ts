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

const inLanguageOfDocument = (...content: readonly string[]): string =>
  documentOf(processOf("p", start(), ...content)).replace(
    "targetNamespace",
    `expressionLanguage="http://www.w3.org/1999/XPath" targetNamespace`,
  );

rule("language", {
  fine: {
    "another of the document, which has no expression": inLanguageOfDocument(userTask("a"), flows("start > a")),
    "FEEL by its URI": inLanguage("https://www.omg.org/spec/DMN/20191111/FEEL/"),
    "FEEL by its name": inLanguage("feel"),
  },
  refused: {
    "of a condition": [inLanguage("javascript"), "BPMN_EXPRESSION_LANGUAGE", "x_b"],
    "of the document": [
      inLanguageOfDocument(userTask("a"), userTask("b"), flows("start > a"), flow("a", "b", "=n > 1")),
      "BPMN_EXPRESSION_LANGUAGE",
      "p",
    ],
  },
});
