/** What is escalated has a code; a catcher without a reference takes every code. */
import { definitionsOf, eventDefinition } from "../build/event-definition.ts";
import { childOf, isA } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const escalationCode: Rule = (element) => {
  const [definition] = definitionsOf(element);
  if (!isA(definition, "bpmn:EscalationEventDefinition")) return FINE;
  const isNamed = childOf(definition, "escalationRef") !== undefined;
  if (!isNamed && isA(element, "bpmn:CatchEvent")) return FINE;
  const event = eventDefinition(element);
  if (event.kind === "escalation" && event.code !== undefined) return FINE;
  return [problemAt(element, "BPMN_ESCALATION_WITHOUT_CODE", "的升级没有代码", "has an escalation without a code")];
};
