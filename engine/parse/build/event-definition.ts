/** Event definitions → the model's. */
import type { EventDefinition } from "../../model/process.ts";
import { childOf, childrenOf, conditionOf, feelOf, flagOf, isA, textOf } from "../element.ts";
import type { Element } from "../element.ts";
import { messageDefinition } from "./message.ts";

/** Inline definitions and those by reference are one list. */
export function definitionsOf(event: Element): readonly Element[] {
  return [...childrenOf(event, "eventDefinitions"), ...childrenOf(event, "eventDefinitionRef")];
}

export function eventDefinition(event: Element): EventDefinition {
  const definitions = definitionsOf(event);
  const [definition, second] = definitions;
  if (definition === undefined) return { kind: "none" };
  if (second === undefined) return readDefinition(definition);
  const isAll = flagOf(event, "parallelMultiple") === true;
  return { kind: "multiple", isAll, events: definitions.map(readDefinition) };
}

/** In: an event definition of a supported kind. */
export function readDefinition(definition: Element): EventDefinition {
  if (isA(definition, "bpmn:TerminateEventDefinition")) return { kind: "terminate" };
  if (isA(definition, "bpmn:TimerEventDefinition")) return timerDefinition(definition);
  if (isA(definition, "bpmn:MessageEventDefinition")) return messageDefinition(definition);
  if (isA(definition, "bpmn:SignalEventDefinition")) {
    return { kind: "signal", name: feelOf((textOf(childOf(definition, "signalRef"), "name") ?? "").trim()) };
  }
  if (isA(definition, "bpmn:ConditionalEventDefinition")) {
    return { kind: "conditional", condition: conditionOf(textOf(childOf(definition, "condition"), "body") ?? "") };
  }
  if (isA(definition, "bpmn:ErrorEventDefinition")) {
    return { kind: "error", ...codeOf(childOf(definition, "errorRef"), "errorCode") };
  }
  if (isA(definition, "bpmn:EscalationEventDefinition")) {
    return { kind: "escalation", ...codeOf(childOf(definition, "escalationRef"), "escalationCode") };
  }
  if (isA(definition, "bpmn:CancelEventDefinition")) return { kind: "cancel" };
  if (isA(definition, "bpmn:CompensateEventDefinition")) {
    const activityId = textOf(childOf(definition, "activityRef"), "id");
    const waits = flagOf(definition, "waitForCompletion") !== false;
    return { kind: "compensate", waits, ...(activityId === undefined ? {} : { activityId }) };
  }
  if (isA(definition, "bpmn:LinkEventDefinition"))
    return { kind: "link", name: (textOf(definition, "name") ?? "").trim() };
  throw new Error(`Expected a supported event definition, but got ${definition.$type}`);
}

function timerDefinition(definition: Element): EventDefinition {
  const date = textOf(childOf(definition, "timeDate"), "body");
  const duration = textOf(childOf(definition, "timeDuration"), "body");
  const cycle = textOf(childOf(definition, "timeCycle"), "body");
  return {
    kind: "timer",
    ...(date === undefined ? {} : { date: feelOf(date.trim()) }),
    ...(duration === undefined ? {} : { duration: feelOf(duration.trim()) }),
    ...(cycle === undefined ? {} : { cycle: feelOf(cycle.trim()) }),
  };
}

function codeOf(thrown: Element | undefined, property: string): { readonly code?: string } {
  const code = textOf(thrown, property);
  return code === undefined || code === "" ? {} : { code };
}

export function linkName(event: Element): string | undefined {
  const link = definitionsOf(event).find((definition) => isA(definition, "bpmn:LinkEventDefinition"));
  return link === undefined ? undefined : (textOf(link, "name") ?? "").trim();
}
