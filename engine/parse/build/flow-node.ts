/** Flow nodes → the model's, one builder per BPMN type; the rules have made sure that everything needed is there. */
import type { FieldRight } from "../../model/effect.ts";
import type { EventDefinition, FlowNode, ScopeDefinition, Slot } from "../../model/process.ts";
import { childOf, childrenOf, conditionOf, extensionOf, feelOf, flagOf, isA, textOf, wordsOf } from "../element.ts";
import type { Element } from "../element.ts";
import type { ProcessModel } from "../process-model.ts";
import { localNameOf } from "../qualified-names.ts";
import { adHocSettings } from "./ad-hoc.ts";
import { businessRule } from "./business-rule.ts";
import { declaredIn } from "./data-item.ts";
import { eventDefinition } from "./event-definition.ts";
import { jobDefinition, jobType } from "./job.ts";
import { messageDefinition, messageOf } from "./message.ts";
import { nodeHead } from "./node-head.ts";
import type { NodeHead } from "./node-head.ts";
import { people } from "./people.ts";
import { implicitStartsIn, instantiatorsIn, isInstantiating, isOnlyDrawn, startEventsIn } from "./starts.ts";

type Builder = (node: Element, head: NodeHead, model: ProcessModel) => FlowNode;

const BUILDERS: Readonly<Record<string, Builder>> = {
  "bpmn:StartEvent": (node, head) => ({
    ...head,
    kind: "startEvent",
    event: eventDefinition(node),
    ...(flagOf(node, "isInterrupting") === false ? { interrupting: false } : {}),
  }),
  "bpmn:EndEvent": (node, head) => ({ ...head, kind: "endEvent", event: eventDefinition(node) }),
  "bpmn:IntermediateCatchEvent": (node, head) => ({
    ...head,
    kind: "intermediateCatchEvent",
    event: eventDefinition(node),
  }),
  "bpmn:IntermediateThrowEvent": (node, head, model) => ({
    ...head,
    kind: "intermediateThrowEvent",
    event: thrownBy(node, model),
  }),
  "bpmn:BoundaryEvent": boundaryEvent,
  "bpmn:ExclusiveGateway": (_node, head) => ({ ...head, kind: "exclusiveGateway" }),
  "bpmn:ParallelGateway": (_node, head) => ({ ...head, kind: "parallelGateway" }),
  "bpmn:InclusiveGateway": (_node, head) => ({ ...head, kind: "inclusiveGateway" }),
  "bpmn:EventBasedGateway": (node, head) => ({
    ...head,
    kind: "eventBasedGateway",
    ...(isInstantiating(node) ? { instantiates: isParallelGateway(node) ? "parallel" : "exclusive" } : {}),
  }),
  "bpmn:ComplexGateway": complexGateway,
  "bpmn:Task": (_node, head) => ({ ...head, kind: "abstractTask" }),
  "bpmn:ManualTask": (_node, head) => ({ ...head, kind: "manualTask" }),
  "bpmn:UserTask": userTask,
  "bpmn:ServiceTask": (node, head) => ({ ...head, kind: "serviceTask", job: jobDefinition(node) }),
  "bpmn:SendTask": (node, head) =>
    sendsByJob(node)
      ? { ...head, kind: "sendTask", job: jobDefinition(node) }
      : { ...head, kind: "sendTask", event: messageDefinition(node) },
  "bpmn:ReceiveTask": (node, head) => ({
    ...head,
    kind: "receiveTask",
    event: messageDefinition(node),
    ...(isInstantiating(node) ? { instantiates: true } : {}),
  }),
  "bpmn:BusinessRuleTask": businessRuleTask,
  "bpmn:ScriptTask": scriptTask,
  "bpmn:SubProcess": (node, head, model) => ({
    ...head,
    kind: "subProcess",
    scope: scopeDefinition(node, model),
    ...(isEventSubProcess(node) ? { isTriggeredByEvent: true } : {}),
  }),
  "bpmn:AdHocSubProcess": (node, head, model) => ({
    ...head,
    kind: "adHocSubProcess",
    scope: scopeDefinition(node, model),
    ...adHocSettings(node),
  }),
  "bpmn:Transaction": (node, head, model) => ({ ...head, kind: "subProcess", scope: scopeDefinition(node, model) }),
  "bpmn:CallActivity": callActivity,
};

export function flowNode(node: Element, model: ProcessModel): FlowNode {
  const build = BUILDERS[node.$type];
  if (build === undefined) throw new Error(`Expected a supported flow node, but got ${node.$type}`);
  return build(node, nodeHead(node, model), model);
}

export function isBuildable(node: Element): boolean {
  return Object.hasOwn(BUILDERS, node.$type);
}

export function scopeDefinition(scope: Element, model: ProcessModel): ScopeDefinition {
  const nodes = model.nodesIn(scope);
  const events = nodes.filter(isEventSubProcess).map(model.idOf);
  const instantiators = instantiatorsIn(scope, model).map(model.idOf);
  const implicitStarts = implicitStartsIn(scope, model).map(model.idOf);
  // The variables of a whole process need no declaring: nothing is further out.
  const declares = isA(scope, "bpmn:SubProcess") ? declaredIn(scope) : [];
  return {
    ...(declares.length === 0 ? {} : { declares }),
    ...(events.length === 0 ? {} : { eventSubProcesses: events }),
    startEvents: startEventsIn(scope, model)
      .filter((start) => !isOnlyDrawn(start, model))
      .map(model.idOf),
    ...(instantiators.length === 0 ? {} : { instantiators }),
    ...(implicitStarts.length === 0 ? {} : { implicitStarts }),
    nodeIds: nodes.map(model.idOf),
  };
}

export function isEventSubProcess(node: Element): boolean {
  return isA(node, "bpmn:SubProcess") && flagOf(node, "triggeredByEvent") === true;
}

export function isParallelGateway(node: Element): boolean {
  return textOf(node, "eventGatewayType") === "Parallel";
}

function complexGateway(node: Element, head: NodeHead): FlowNode {
  const activation = conditionOf(textOf(childOf(node, "activationCondition"), "body") ?? "");
  return { ...head, kind: "complexGateway", ...(activation === "" ? {} : { activation }) };
}

function thrownBy(node: Element, model: ProcessModel): EventDefinition {
  const event = eventDefinition(node);
  const [target] = model.linkTargets(node);
  return event.kind === "link" && target !== undefined ? { ...event, targetId: model.idOf(target) } : event;
}

function boundaryEvent(node: Element, head: NodeHead, model: ProcessModel): FlowNode {
  const host = childOf(node, "attachedToRef");
  const [handler] = model.handlers(node);
  return {
    ...head,
    kind: "boundaryEvent",
    event: eventDefinition(node),
    hostId: host === undefined ? "" : model.idOf(host),
    interrupting: flagOf(node, "cancelActivity") !== false,
    ...(handler === undefined ? {} : { handlerId: model.idOf(handler) }),
  };
}

function userTask(node: Element, head: NodeHead): FlowNode {
  const formKey = textOf(extensionOf(node, "zeebe:FormDefinition"), "formId");
  return {
    ...head,
    kind: "userTask",
    people: people(node),
    ...(formKey === undefined ? {} : { formKey }),
    fieldRights: fieldRights(node),
    excludeActorOf: wordsOf(textOf(node, "excludeActorOf")),
    ...(textOf(node, "delegation") === "onBehalf" ? { isDelegateFinal: true } : {}),
  };
}

function fieldRights(node: Element): readonly FieldRight[] {
  return childrenOf(extensionOf(node, "gl:FieldRights"), "fields").map((field) => ({
    path: textOf(field, "path") ?? "",
    right: textOf(field, "right") as FieldRight["right"],
  }));
}

function businessRuleTask(node: Element, head: NodeHead): FlowNode {
  const { decision, result } = businessRule(node);
  return { ...head, kind: "businessRuleTask", decisionKey: feelOf(decision), resultVariable: result };
}

/** zeebe's word that it does, or no message to send but an implementation that sends. */
export function sendsByJob(node: Element): boolean {
  if (extensionOf(node, "zeebe:TaskDefinition") !== undefined) return true;
  return messageOf(node) === undefined && jobType(node) !== undefined;
}

/** zeebe's element, or BPMN's own script. */
export function scriptOf(node: Element): string {
  return (textOf(extensionOf(node, "zeebe:Script"), "expression") ?? textOf(node, "script") ?? "").trim();
}

function scriptTask(node: Element, head: NodeHead): FlowNode {
  const resultVariable = textOf(extensionOf(node, "zeebe:Script"), "resultVariable");
  return {
    ...head,
    kind: "scriptTask",
    script: conditionOf(scriptOf(node)),
    ...(resultVariable === undefined ? {} : { resultVariable }),
  };
}

function callActivity(node: Element, head: NodeHead): FlowNode {
  const called = extensionOf(node, "zeebe:CalledElement");
  const slot = extensionOf(node, "gl:Slot");
  return {
    ...head,
    kind: "callActivity",
    processKey: feelOf(calledProcess(node) ?? ""),
    inheritAll: flagOf(called, "propagateAllParentVariables") !== false,
    propagateAll: flagOf(called, "propagateAllChildVariables") !== false,
    ...(slot === undefined ? {} : { slot: slotOf(slot) }),
  };
}

/** zeebe's element, or BPMN's own attribute. */
export function calledProcess(node: Element): string | undefined {
  const own = textOf(node, "calledElement");
  return textOf(extensionOf(node, "zeebe:CalledElement"), "processId") ?? (own && (localNameOf(node, own) ?? own));
}

function slotOf(slot: Element): Slot {
  return { id: textOf(slot, "id") ?? "", inputs: wordsOf(textOf(slot, "in")), outputs: wordsOf(textOf(slot, "out")) };
}
