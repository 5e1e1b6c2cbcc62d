/** Two boundary events of one activity must not catch the same error or escalation: which one would win is chance. */
import { definitionsOf, readDefinition } from "../build/event-definition.ts";
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
    const isTwice = caught.some((code) => seen.has(code));
    for (const code of caught) seen.add(code);
    if (!isTwice) return FINE;
    return [
      problemAt(boundary, "BPMN_CAUGHT_TWICE", "与另一边界事件捕获相同的代码", "catches the same code as another one"),
    ];
  });
};

const CODED = ["bpmn:ErrorEventDefinition", "bpmn:EscalationEventDefinition"];

function caughtBy(boundary: Element): readonly string[] {
  return definitionsOf(boundary)
    .filter((definition) => CODED.some((type) => isA(definition, type)))
    .map(readDefinition)
    .flatMap((event) =>
      event.kind === "error" || event.kind === "escalation" ? [`${event.kind}:${event.code ?? ""}`] : [],
    );
}
