/** FEEL is the only language of expressions: any other is refused by name (decided.md 13). */
import { definitionsOf } from "../build/event-definition.ts";
import { documentElements } from "../document-elements.ts";
import { childOf, isA, ownTextOf, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { isFeelName } from "../feel-name.ts";
import { problemAt } from "../problems.ts";
import type { Rule } from "./rule.ts";

export const language: Rule = (element) =>
  languagesOf(element)
    .filter((name) => !isFeelName(name))
    .map((name) =>
      problemAt(
        element,
        "BPMN_EXPRESSION_LANGUAGE",
        `的表达式语言“${name}”不受支持，只支持 FEEL`,
        `uses the expression language "${name}"; only FEEL is supported`,
      ),
    );

function languagesOf(element: Element): readonly string[] {
  const document = isA(element, "bpmn:Process") ? languageOfDocument(element) : undefined;
  const timers = definitionsOf(element).flatMap((definition) =>
    ["timeDate", "timeDuration", "timeCycle"].map((part) => childOf(definition, part)),
  );
  const script = isA(element, "bpmn:ScriptTask") ? textOf(element, "scriptFormat") : undefined;
  const conditions = definitionsOf(element).map((definition) => childOf(definition, "condition"));
  const loop = childOf(element, "loopCharacteristics");
  const loopParts = ["loopCondition", "loopCardinality", "completionCondition"].map((part) => childOf(loop, part));
  const own = ["conditionExpression", "activationCondition", "completionCondition"].map((part) =>
    childOf(element, part),
  );
  const expressions = [...own, ...timers, ...conditions, ...loopParts];
  return [document, script, ...expressions.map((expression) => textOf(expression, "language"))].flatMap(
    (name) => name ?? [],
  );
}

/** It speaks for all expressions that name none of their own, and is told once, at the process that has such. */
function languageOfDocument(process: Element): string | undefined {
  const depends = (element: Element): boolean =>
    isA(element, "bpmn:Expression") && ownTextOf(element, "language") === undefined;
  return documentElements(process).some(depends) ? ownTextOf(process.$parent, "expressionLanguage") : undefined;
}
