/** Where a scope begins: start events, what instantiates a process, or without either every node that no flow leads to. */
import { childOf, flagOf, isA } from "../element.ts";
import type { Element } from "../element.ts";
import type { ProcessModel } from "../process-model.ts";
import { definitionsOf } from "./event-definition.ts";

export function startEventsIn(scope: Element, model: ProcessModel): readonly Element[] {
  return model.nodesIn(scope).filter((node) => isA(node, "bpmn:StartEvent"));
}

/** Receive tasks and event-based gateways that begin a process; in a sub-process nothing does (BPMN 2.0 §13.2). */
export function instantiatorsIn(scope: Element, model: ProcessModel): readonly Element[] {
  return isA(scope, "bpmn:Process") ? model.nodesIn(scope).filter(isInstantiating) : [];
}

export function isInstantiating(node: Element): boolean {
  return flagOf(node, "instantiate") === true;
}

/** A start event that only leads to what begins the process is drawn and never happens by itself (§10.3.3, receive task). */
export function isOnlyDrawn(start: Element, model: ProcessModel): boolean {
  const targets = model.outgoing(start).flatMap((flow) => childOf(flow, "targetRef") ?? []);
  return definitionsOf(start).length === 0 && targets.length > 0 && targets.every(isInstantiating);
}

/** Nodes that a scope without a start event begins with: not what hangs on others or is started by an event (§10.5.2). */
export function implicitStartsIn(scope: Element, model: ProcessModel): readonly Element[] {
  if (startEventsIn(scope, model).length + instantiatorsIn(scope, model).length > 0) return [];
  return model.nodesIn(scope).filter((node) => model.incoming(node).length === 0 && !isStartedOtherwise(node));
}

function isStartedOtherwise(node: Element): boolean {
  if (isA(node, "bpmn:BoundaryEvent") || flagOf(node, "triggeredByEvent") === true) return true;
  if (flagOf(node, "isForCompensation") === true) return true;
  return (
    isA(node, "bpmn:IntermediateCatchEvent") &&
    definitionsOf(node).some((definition) => isA(definition, "bpmn:LinkEventDefinition"))
  );
}

/** The event-based gateway that a node stands behind. */
export function eventGatewayBefore(node: Element, model: ProcessModel): Element | undefined {
  const sources = model.incoming(node).flatMap((flow) => childOf(flow, "sourceRef") ?? []);
  return sources.find((source) => isA(source, "bpmn:EventBasedGateway"));
}
