/** What is escalated has a code; a catcher without one takes every code (BPMN 2.0 §8.3.4). */
import { definitionsOf, readDefinition } from "../build/event-definition.ts";
import { isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const escalationCode: Rule = (element) => {
  const definitions = definitionsOf(element).filter((other) => isA(other, "bpmn:EscalationEventDefinition"));
  const isFine = (definition: Element): boolean => {
    if (isA(element, "bpmn:CatchEvent")) return true;
    const event = readDefinition(definition);
    return event.kind === "escalation" && event.code !== undefined;
  };
  if (definitions.every(isFine)) return FINE;
  return [problemAt(element, "BPMN_ESCALATION_WITHOUT_CODE", "的升级没有代码", "has an escalation without a code")];
};
