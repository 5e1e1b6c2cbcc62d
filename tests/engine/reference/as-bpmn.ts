/** The plain description written as BPMN, for the engine to read. */
import type { Bundle } from "../../../engine/index.ts";
import {
  boundary,
  bundleFrom,
  compensateEvent,
  conditionalEvent,
  documentOf,
  errorEvent,
  escalationEvent,
  extensions,
  flow,
  mappings,
  message,
  messageEvent,
  multiInstance,
  node as element,
  processOf,
  signal,
  signalEvent,
  standardLoop,
  timer,
} from "../../support/bpmn-builder.ts";
import { GRADE } from "./grade.ts";
import type { PlainEvent, PlainFlow, PlainLoop, PlainNode, PlainProcess, PlainScope, Test } from "./plain-process.ts";

export function bundleOf(process: PlainProcess): Promise<Bundle> {
  return bundleFrom(asBpmn(process), { decisions: { grade: GRADE } });
}

export function asBpmn({ root, called }: PlainProcess): string {
  const scopes = [root, ...Object.values(called)];
  const roots = [...new Set(scopes.flatMap(rootElements))];
  const others = Object.entries(called).map(([key, scope]) => processOf(key, contentOf(scope)));
  return documentOf(roots.join("") + processOf("p", contentOf(root)) + others.join(""));
}

function rootElements({ nodes }: PlainScope): readonly string[] {
  return nodes.flatMap((each) => [...rootElement(each.event), ...(each.inside ? rootElements(each.inside) : [])]);
}

function rootElement(event: PlainEvent | undefined): readonly string[] {
  switch (event?.kind) {
    case "message":
      return [message(`m_${event.name}`, event.name, '="k"')];
    case "signal":
      return [signal(`s_${event.name}`, event.name)];
    case "error":
      return [element("error", `e_${event.name}`, { errorCode: event.name })];
    case "escalation":
      return [element("escalation", `l_${event.name}`, { escalationCode: event.name })];
    default:
      return [];
  }
}

function contentOf({ nodes, flows }: PlainScope): string {
  return nodes.map(nodeText).join("") + flows.map(flowText).join("");
}

const feel = ({ name, is, value }: Test): string => `${name} ${is} ${value}`;

function flowText({ from, to, when }: PlainFlow): string {
  return flow(from, to, when && `=${feel(when)}`);
}

function nodeText(node: PlainNode): string {
  if (node.kind === "boundary") return boundaryText(node);
  const tag = TAGS[node.kind];
  const attributes = {
    ...(node.otherwise === undefined ? {} : { default: node.otherwise }),
    ...(node.isUndo === true ? { isForCompensation: "true" } : {}),
    ...(node.kind === "eventSub" ? { triggeredByEvent: "true" } : {}),
    ...(node.kind === "start" && node.isInterrupting === false ? { isInterrupting: "false" } : {}),
    ...(node.kind === "receive" && node.event?.kind === "message" ? { messageRef: `m_${node.event.name}` } : {}),
    ...(node.kind === "send" && node.event?.kind === "message" ? { messageRef: `m_${node.event.name}` } : {}),
  };
  return element(tag, node.id, attributes, extensionsOf(node), loopText(node.loop), innerText(node));
}

function boundaryText({ id, on = "", event, isInterrupting, handler }: PlainNode): string {
  if (handler === undefined) return boundary(id, on, eventText(event), isInterrupting !== false);
  const link = `<bpmn:association id="${id}_to" sourceRef="${id}" targetRef="${handler}" />`;
  return boundary(id, on, "<bpmn:compensateEventDefinition />") + link;
}

const TAGS: Readonly<Record<Exclude<PlainNode["kind"], "boundary">, string>> = {
  start: "startEvent",
  end: "endEvent",
  catch: "intermediateCatchEvent",
  throw: "intermediateThrowEvent",
  exclusive: "exclusiveGateway",
  parallel: "parallelGateway",
  inclusive: "inclusiveGateway",
  eventBased: "eventBasedGateway",
  task: "task",
  manual: "manualTask",
  user: "userTask",
  service: "serviceTask",
  rule: "businessRuleTask",
  script: "scriptTask",
  send: "sendTask",
  receive: "receiveTask",
  sub: "subProcess",
  eventSub: "subProcess",
  transaction: "transaction",
  call: "callActivity",
};

function extensionsOf(node: PlainNode): string {
  const outputs = [...(node.outputs ?? []), ...submitted(node)];
  const io = mappings({
    inputs: Object.fromEntries((node.inputs ?? []).map(([target, source]) => [target, `=${source}`])),
    outputs: Object.fromEntries(outputs.map(([target, source]) => [target, `=${source}`])),
  });
  const isMapped = (node.inputs ?? []).length + outputs.length > 0;
  return extensions(own(node), isMapped ? io : "");
}

/** What a task's submission brings goes up by an output mapping, as forms do it. */
function submitted({ kind, brings }: PlainNode): readonly (readonly [string, string])[] {
  return kind === "user" && brings !== undefined ? [[brings, `submission.${brings}`]] : [];
}

function own({ id, kind, calls }: PlainNode): string {
  switch (kind) {
    case "user":
      return `<zeebe:assignmentDefinition candidateGroups="team" />`;
    case "service":
      return `<zeebe:taskDefinition type="${id}" />`;
    case "rule":
      return `<zeebe:calledDecision decisionId="grade" resultVariable="grade" />`;
    case "call":
      return `<zeebe:calledElement processId="${calls}" propagateAllParentVariables="false" propagateAllChildVariables="false" />`;
    default:
      return "";
  }
}

function loopText(loop: PlainLoop | undefined): string {
  if (loop === undefined) return "";
  if (loop.kind === "standard") {
    const attributes = `loopMaximum="${loop.maximum}"${loop.testBefore ? ` testBefore="true"` : ""}`;
    return standardLoop(loop.again && feel(loop.again), attributes);
  }
  const { times, into, enough, isSequential } = loop;
  return multiInstance(
    {
      ...(typeof times === "string" ? { inputCollection: `=${times}`, inputElement: "item" } : {}),
      ...(into === undefined ? {} : { outputCollection: into, outputElement: "=loopCounter" }),
    },
    {
      ...(typeof times === "number" ? { cardinality: String(times) } : {}),
      ...(enough === undefined ? {} : { completion: `numberOfCompletedInstances >= ${enough}` }),
    },
    isSequential ? `isSequential="true"` : "",
  );
}

function innerText({ kind, name, inside, event }: PlainNode): string {
  if (inside !== undefined) return contentOf(inside);
  if (kind === "script") return `<bpmn:script>{ ${name}: ${name} + 1 }</bpmn:script>`;
  return kind === "receive" || kind === "send" ? "" : eventText(event);
}

function eventText(event: PlainEvent | undefined): string {
  switch (event?.kind) {
    case undefined:
    case "none":
      return "";
    case "terminate":
    case "cancel":
      return `<bpmn:${event.kind}EventDefinition />`;
    case "compensate":
      return compensateEvent();
    case "timer":
      return timer("timeDuration", `PT${event.hours}H`);
    case "message":
      return messageEvent(`m_${event.name}`);
    case "signal":
      return signalEvent(`s_${event.name}`);
    case "error":
      return errorEvent(`e_${event.name}`);
    case "escalation":
      return escalationEvent(`l_${event.name}`);
    case "link":
      return `<bpmn:linkEventDefinition name="${event.name}" />`;
    case "conditional":
      return conditionalEvent(feel(event.test));
  }
}
