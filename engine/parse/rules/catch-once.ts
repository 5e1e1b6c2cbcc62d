/** What can be caught once only is caught in one place: a cancel and a compensation of an activity, a code by the event sub-processes of a scope. */
import { definitionsOf, eventDefinition } from "../build/event-definition.ts";
import { isEventSubProcess } from "../build/flow-node.ts";
import { isA } from "../element.ts";
import type { Element } from "../element.ts";
import { problemAt } from "../problems.ts";
import { FINE } from "./rule.ts";
import type { Rule } from "./rule.ts";

export const catchOnce: Rule = (element, model) => {
  const boundary = isA(element, "bpmn:Activity") ? model.boundary(element) : [];
  const inner = model.nodesIn(element).filter(isEventSubProcess);
  const starts = inner.flatMap((scope) => model.nodesIn(scope).filter((node) => isA(node, "bpmn:StartEvent")));
  return [...repeated(boundary, singleOfBoundary), ...repeated(starts, singleOfScope)];
};

function repeated(events: readonly Element[], keyOf: (event: Element) => string | undefined): ReturnType<Rule> {
  const seen = new Set<string>();
  return events.flatMap((event) => {
    const key = keyOf(event);
    if (key === undefined) return FINE;
    const isSecond = seen.has(key);
    seen.add(key);
    return isSecond ? [twice(event)] : FINE;
  });
}

const twice = (event: Element): ReturnType<typeof problemAt> =>
  problemAt(event, "BPMN_CAUGHT_TWICE", "与另一事件捕获相同的触发", "catches the same as another one beside it");

/** Errors and escalations at the boundary: `boundary-unique`. */
function singleOfBoundary(event: Element): string | undefined {
  const [definition, more] = definitionsOf(event);
  const isSingle = ["bpmn:CancelEventDefinition", "bpmn:CompensateEventDefinition"].some((type) =>
    isA(definition, type),
  );
  return isSingle && more === undefined ? definition?.$type : undefined;
}

function singleOfScope(start: Element): string | undefined {
  const [definition, more] = definitionsOf(start);
  if (definition === undefined || more !== undefined) return undefined;
  if (isA(definition, "bpmn:CompensateEventDefinition")) return definition.$type;
  const isCoded = ["bpmn:ErrorEventDefinition", "bpmn:EscalationEventDefinition"].some((type) => isA(definition, type));
  const event = isCoded ? eventDefinition(start) : undefined;
  return event?.kind === "error" || event?.kind === "escalation" ? `${event.kind}:${event.code ?? ""}` : undefined;
}
