/** An error end event throws an error that has a code; so has every error that a boundary event names. */
import { definitionsOf, readDefinition } from "../build/event-definition.ts";
import { childOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const errorCode: Rule = (element) => {
  const definitions = definitionsOf(element).filter((other) => isA(other, "bpmn:ErrorEventDefinition"));
  const isFine = (definition: Element): boolean => {
    const isNamed = childOf(definition, "errorRef") !== undefined;
    if (!isNamed && !isA(element, "bpmn:EndEvent")) return true;
    const event = readDefinition(definition);
    return event.kind === "error" && event.code !== undefined;
  };
  if (definitions.every(isFine)) return FINE;
  return [problemAt(element, "BPMN_ERROR_WITHOUT_CODE", "的错误没有代码", "has an error without a code")];
};
