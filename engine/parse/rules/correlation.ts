/** Correlation keys have properties, each can be read off a message, and a subscription says of each where it stands (§8.3.2). */
import { childOf, childrenOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { rootElementsAround } from "../qualified-names.ts";
import { checkExpression } from "../check-expression.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

/** Properties stand beside the processes and are told at each that is deployed. */
export const correlation: Rule = (element) => {
  if (!isA(element, "bpmn:Process")) return FINE;
  const properties = rootElementsAround(element).filter((root) => isA(root, "bpmn:CorrelationProperty"));
  return [
    ...properties.flatMap((property) => checkProperty(element, property)),
    ...childrenOf(element, "correlationSubscriptions").flatMap((each) => checkSubscription(element, each)),
  ];
};

function checkProperty(element: Element, property: Element): ReturnType<Rule> {
  const retrievals = childrenOf(property, "correlationPropertyRetrievalExpression");
  const name = textOf(property, "name") ?? textOf(property, "id") ?? "";
  const missing = retrievals.some(
    (each) => childOf(each, "messageRef") === undefined || childOf(each, "messagePath") === undefined,
  );
  return [
    ...(retrievals.length === 0 || missing
      ? [
          refusal(
            element,
            `的相关性属性“${name}”没有说明怎样从消息中读取`,
            `has the correlation property "${name}", which cannot be read off a message`,
          ),
        ]
      : FINE),
    ...retrievals.flatMap((each) => checkPath(element, childOf(each, "messagePath"), name)),
  ];
}

function checkSubscription(element: Element, subscription: Element): ReturnType<Rule> {
  const key = childOf(subscription, "correlationKeyRef");
  if (key === undefined) {
    return [refusal(element, "的相关性订阅没有指明键", "has a correlation subscription that names no key")];
  }
  const properties = childrenOf(key, "correlationPropertyRef");
  const bindings = childrenOf(subscription, "correlationPropertyBinding");
  const isForeign = bindings.some(
    (each) => !properties.some((property) => property === childOf(each, "correlationPropertyRef")),
  );
  return [
    ...(isForeign
      ? [
          refusal(
            element,
            "的相关性订阅绑定了不属于该键的属性",
            "has a correlation subscription that binds a property of another key",
          ),
        ]
      : FINE),
    ...bindings.flatMap((each) =>
      checkPath(element, childOf(each, "dataPath"), textOf(key, "name") ?? textOf(key, "id") ?? ""),
    ),
  ];
}

function checkPath(element: Element, path: Element | undefined, name: string): ReturnType<Rule> {
  const what = { zh: `相关性“${name}”的表达式`, en: `expression of the correlation "${name}"` };
  return path === undefined ? FINE : checkExpression(element, path, what);
}

const refusal = (element: Element, zh: string, en: string): ReturnType<typeof problemAt> =>
  problemAt(element, "BPMN_CORRELATION", zh, en);
