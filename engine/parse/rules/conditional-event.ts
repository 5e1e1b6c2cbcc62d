/** A conditional event has a condition to wait for. */
import { definitionsOf } from "../build/event-definition.ts";
import { childOf, conditionOf, isA, textOf } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const conditionalEvent: Rule = (element) => {
  const definitions = definitionsOf(element).filter((other) => isA(other, "bpmn:ConditionalEventDefinition"));
  const bodies = definitions.map((definition) => conditionOf(textOf(childOf(definition, "condition"), "body") ?? ""));
  if (bodies.every((body) => body !== "")) return FINE;
  return [
    problemAt(element, "BPMN_EVENT_WITHOUT_CONDITION", "的条件是空的", "is a conditional event without a condition"),
  ];
};
