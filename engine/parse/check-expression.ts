/** One FEEL expression of an element: it is FEEL (decided.md 13), has a text and compiles. Rules ask it, it is none itself. */
import { compile } from "../feel/index.ts";
import { conditionOf, textOf } from "./element.ts";
import type { Element } from "./element.ts";
import { problemAt } from "./problems.ts";
import { isFeelName } from "./feel-name.ts";
import { FINE } from "./rules/rule.ts";
import type { Rule } from "./rules/rule.ts";

/** `what` names it in both languages, for an expression without a text. */
export function checkExpression(
  element: Element,
  expression: Element,
  what: { readonly zh: string; readonly en: string },
): ReturnType<Rule> {
  const language = textOf(expression, "language");
  if (language !== undefined && !isFeelName(language)) return [foreign(element, language)];
  const body = conditionOf(textOf(expression, "body") ?? "");
  if (body === "") {
    return [problemAt(element, "BPMN_EXPRESSION_EMPTY", `的${what.zh}是空的`, `has an empty ${what.en}`)];
  }
  const compiled = compile(body);
  if (compiled.ok) return FINE;
  return compiled.problems.map(({ zh, en }) =>
    problemAt(
      element,
      "BPMN_FEEL_INVALID",
      `的${what.zh}“${body}”有误：${zh}`,
      `has a faulty ${what.en} "${body}": ${en}`,
    ),
  );
}

function foreign(element: Element, language: string): ReturnType<typeof problemAt> {
  return problemAt(
    element,
    "BPMN_EXPRESSION_LANGUAGE",
    `的表达式语言“${language}”不受支持，只支持 FEEL`,
    `uses the expression language "${language}"; only FEEL is supported`,
  );
}
