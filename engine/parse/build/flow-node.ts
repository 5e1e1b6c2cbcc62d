/** Flow nodes → the model's, one builder per BPMN type; the rules have made sure that everything needed is there. */
import type { FieldRight } from "../../model/effect.ts";
import type { EventDefinition, FlowNode, JobDefinition, People, ScopeDefinition, Slot } from "../../model/process.ts";
import {
  childOf,
  childrenOf,
  conditionOf,
  extensionOf,
  feelListOf,
  feelOf,
  flagOf,
  isA,
  textOf,
  wordsOf,
} from "../element.ts";
import type { Element } from "../element.ts";
import type { ProcessModel } from "../process-model.ts";
import { localNameOf } from "../qualified-names.ts";
import { eventDefinition, messageDefinition } from "./event-definition.ts";
import { nodeHead } from "./node-head.ts";
import type { NodeHead } from "./node-head.ts";

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
  "bpmn:EventBasedGateway": (_node, head) => ({ ...head, kind: "eventBasedGateway" }),
  "bpmn:Task": (_node, head) => ({ ...head, kind: "abstractTask" }),
  "bpmn:ManualTask": (_node, head) => ({ ...head, kind: "manualTask" }),
  "bpmn:UserTask": userTask,
  "bpmn:ServiceTask": (node, head) => ({ ...head, kind: "serviceTask", job: jobDefinition(node) }),
  "bpmn:SendTask": (node, head) =>
    extensionOf(node, "zeebe:TaskDefinition") === undefined
      ? { ...head, kind: "sendTask", event: messageDefinition(node) }
      : { ...head, kind: "sendTask", job: jobDefinition(node) },
  "bpmn:ReceiveTask": (node, head) => ({ ...head, kind: "receiveTask", event: messageDefinition(node) }),
  "bpmn:BusinessRuleTask": businessRuleTask,
  "bpmn:ScriptTask": scriptTask,
  "bpmn:SubProcess": (node, head, model) => ({
    ...head,
    kind: "subProcess",
    scope: scopeDefinition(node, model),
    ...(isEventSubProcess(node) ? { isTriggeredByEvent: true } : {}),
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
  return {
    ...(events.length === 0 ? {} : { eventSubProcesses: events }),
    startEvents: nodes.filter((node) => isA(node, "bpmn:StartEvent")).map(model.idOf),
    nodeIds: nodes.map(model.idOf),
  };
}

export function isEventSubProcess(node: Element): boolean {
  return isA(node, "bpmn:SubProcess") && flagOf(node, "triggeredByEvent") === true;
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
  };
}

function people(node: Element): People {
  const assignment = extensionOf(node, "zeebe:AssignmentDefinition");
  const schedule = extensionOf(node, "zeebe:TaskSchedule");
  const assignee = textOf(assignment, "assignee");
  const candidateGroups = textOf(assignment, "candidateGroups");
  const candidateUsers = textOf(assignment, "candidateUsers");
  const dueDate = textOf(schedule, "dueDate");
  const followUpDate = textOf(schedule, "followUpDate");
  const priority = textOf(extensionOf(node, "zeebe:PriorityDefinition"), "priority");
  return {
    ...(assignee === undefined ? {} : { assignee: feelOf(assignee) }),
    ...(candidateGroups === undefined ? {} : { candidateGroups: feelListOf(candidateGroups) }),
    ...(candidateUsers === undefined ? {} : { candidateUsers: feelListOf(candidateUsers) }),
    ...(dueDate === undefined ? {} : { dueDate: feelOf(dueDate) }),
    ...(followUpDate === undefined ? {} : { followUpDate: feelOf(followUpDate) }),
    ...(priority === undefined ? {} : { priority: feelOf(priority) }),
  };
}

function fieldRights(node: Element): readonly FieldRight[] {
  return childrenOf(extensionOf(node, "gl:FieldRights"), "fields").map((field) => ({
    path: textOf(field, "path") ?? "",
    right: textOf(field, "right") as FieldRight["right"],
  }));
}

/** Zeebe tries a job three times unless told otherwise. */
const DEFAULT_RETRIES = "3";

function jobDefinition(node: Element): JobDefinition {
  const definition = extensionOf(node, "zeebe:TaskDefinition");
  const headers = childrenOf(extensionOf(node, "zeebe:TaskHeaders"), "values");
  return {
    type: feelOf(textOf(definition, "type") ?? ""),
    retries: feelOf(textOf(definition, "retries") ?? DEFAULT_RETRIES),
    headers: Object.fromEntries(headers.map((header) => [textOf(header, "key") ?? "", textOf(header, "value") ?? ""])),
  };
}

function businessRuleTask(node: Element, head: NodeHead): FlowNode {
  const called = extensionOf(node, "zeebe:CalledDecision");
  return {
    ...head,
    kind: "businessRuleTask",
    decisionKey: feelOf(textOf(called, "decisionId") ?? ""),
    resultVariable: textOf(called, "resultVariable") ?? "",
  };
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
