/** Two boundary events of one activity must not catch the same error or escalation: which one would win is chance. */
import { eventDefinition, definitionsOf } from "../build/event-definition.ts";
import { isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const boundaryUnique: Rule = (element, model) => {
  if (!isA(element, "bpmn:Activity")) return FINE;
  const seen = new Set<string>();
  return model.boundary(element).flatMap((boundary) => {
    const caught = caughtBy(boundary);
    if (caught === undefined || !seen.has(caught)) {
      if (caught !== undefined) seen.add(caught);
      return FINE;
    }
    return [
      problemAt(boundary, "BPMN_CAUGHT_TWICE", "与另一边界事件捕获相同的代码", "catches the same code as another one"),
    ];
  });
};

function caughtBy(boundary: Element): string | undefined {
  const [definition] = definitionsOf(boundary);
  if (!isA(definition, "bpmn:ErrorEventDefinition") && !isA(definition, "bpmn:EscalationEventDefinition"))
    return undefined;
  const event = eventDefinition(boundary);
  return event.kind === "error" || event.kind === "escalation" ? `${event.kind}:${event.code ?? ""}` : undefined;
}
