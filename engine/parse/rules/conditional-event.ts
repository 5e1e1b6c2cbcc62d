/** A conditional event has a condition to wait for. */
import { definitionsOf } from "../build/event-definition.ts";
import { childOf, conditionOf, isA, textOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const conditionalEvent: Rule = (element) => {
  const definition = definitionsOf(element).find((other) => isA(other, "bpmn:ConditionalEventDefinition"));
  if (definition === undefined) return FINE;
  if (conditionOf(textOf(childOf(definition, "condition"), "body") ?? "") !== "") return FINE;
  return [
    problemAt(element, "BPMN_EVENT_WITHOUT_CONDITION", "的条件是空的", "is a conditional event without a condition"),
  ];
};
