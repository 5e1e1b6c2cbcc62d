/** An error that is thrown has a code; who catches one without a code catches every error (BPMN 2.0 table 8.42). */
import { definitionsOf, readDefinition } from "../build/event-definition.ts";
import { isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const errorCode: Rule = (element) => {
  const definitions = definitionsOf(element).filter((other) => isA(other, "bpmn:ErrorEventDefinition"));
  const isFine = (definition: Element): boolean => {
    if (isA(element, "bpmn:CatchEvent")) return true;
    const event = readDefinition(definition);
    return event.kind === "error" && event.code !== undefined;
  };
  if (definitions.every(isFine)) return FINE;
  return [problemAt(element, "BPMN_ERROR_WITHOUT_CODE", "的错误没有代码", "has an error without a code")];
};
