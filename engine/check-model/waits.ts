/** What waits for something from outside: a message or signal that nobody sends, an event without a time limit. */
import type { EventDefinition, FlowNode, ProcessDefinition } from "../model/process.ts";
import { findingAt } from "./finding.ts";
import type { Finding } from "./finding.ts";

type Named = EventDefinition & { readonly kind: "message" | "signal" };

/** All processes that run together are asked for a sender. */
export function checkWaits(processes: readonly ProcessDefinition[]): readonly Finding[] {
  const sent = new Set(processes.flatMap((process) => Object.values(process.nodes).flatMap(sentBy)));
  return processes.flatMap((process) =>
    Object.values(process.nodes).flatMap((node) => [
      ...unsent(process, node, sent),
      ...(isUnlimited(process, node) ? [unlimited(process, node)] : []),
    ]),
  );
}

const keyOf = ({ kind, name }: Named): string => `${kind} ${name}`;

function sentBy(node: FlowNode): readonly string[] {
  const isThrown = node.kind === "endEvent" || node.kind === "intermediateThrowEvent" || node.kind === "sendTask";
  return isThrown ? eventsOf(node).filter(isNamed).map(keyOf) : [];
}

/** Those of a multiple event one by one. */
function eventsOf(node: FlowNode): readonly EventDefinition[] {
  const event = "event" in node ? node.event : undefined;
  if (event === undefined) return [];
  return event.kind === "multiple" ? event.events : [event];
}

const isNamed = (event: EventDefinition): event is Named => event.kind === "message" || event.kind === "signal";

/** A process may well be begun from outside. */
function unsent(process: ProcessDefinition, node: FlowNode, sent: ReadonlySet<string>): readonly Finding[] {
  const isBegin = node.parentId === undefined && (node.kind === "startEvent" || "instantiates" in node);
  if (isBegin || sentBy(node).length > 0) return [];
  return eventsOf(node)
    .filter(isNamed)
    .filter((event) => !sent.has(keyOf(event)))
    .flatMap((event) => fromOutside(process, node, event));
}

/** A name that is worked out at run time may be anything. */
function fromOutside(process: ProcessDefinition, node: FlowNode, event: Named): readonly Finding[] {
  const name = literalOf(event.name);
  if (name === undefined) return [];
  const [zh, en] = event.kind === "message" ? ["消息", "message"] : ["信号", "signal"];
  return [
    findingAt(process, node.id, {
      code: "FLOW_NOBODY_SENDS",
      zh: `等待${zh}“${name}”，本套流程中没有发送者，须由外部送达`,
      en: `waits for the ${en} "${name}", which no process of this bundle sends: it must come from outside`,
    }),
  ];
}

function literalOf(feel: string): string | undefined {
  const text = /^"((?:[^"\\]|\\.)*)"$/.exec(feel.trim())?.[1];
  return text?.replace(/\\(.)/g, "$1");
}

const AWAITED = ["message", "signal", "conditional"];

/** Nothing ever ends the waiting but the event itself. */
function isUnlimited(process: ProcessDefinition, node: FlowNode): boolean {
  const isCatching = node.kind === "receiveTask" || node.kind === "intermediateCatchEvent";
  if (!isCatching || "instantiates" in node || !waitsOutside(node) || isBehindChoice(process, node)) return false;
  for (let at: FlowNode | undefined = node; at !== undefined; at = process.nodes[at.parentId ?? ""]) {
    if (at.clock !== undefined || at.boundary.some((id) => isTimer(process.nodes[id]))) return false;
  }
  return true;
}

function waitsOutside(node: FlowNode): boolean {
  const awaited = eventsOf(node).filter(({ kind }) => AWAITED.includes(kind));
  const isAll = "event" in node && node.event?.kind === "multiple" && node.event.isAll;
  return awaited.length > 0 && (isAll || !eventsOf(node).some(({ kind }) => kind === "timer"));
}

/** The first of several events to come: a timer among them is the limit. */
function isBehindChoice(process: ProcessDefinition, node: FlowNode): boolean {
  const sources = node.incoming.flatMap((flow) => process.nodes[process.flows[flow]?.sourceId ?? ""] ?? []);
  return sources.some(
    (source) =>
      source.kind === "eventBasedGateway" &&
      source.outgoing.some((flow) => isTimer(process.nodes[process.flows[flow]?.targetId ?? ""])),
  );
}

function isTimer(node: FlowNode | undefined): boolean {
  return node !== undefined && "event" in node && node.event?.kind === "timer";
}

function unlimited(process: ProcessDefinition, node: FlowNode): Finding {
  return findingAt(process, node.id, {
    code: "FLOW_WAIT_UNLIMITED",
    zh: "等待外部事件，没有时限：事件不来便一直停在这里",
    en: "waits for something from outside without a time limit: if it does not come, the case stands still",
  });
}
