/** The ways that a token can go on from a node: which flows get one, for every outcome of its conditions and boundary events. */
import type { FlowNode, ProcessDefinition } from "../model/process.ts";

export interface Ways {
  /** Each way: the flows that get a token, one entry a token. */
  readonly choices: readonly (readonly string[])[];
  /** It ends its whole scope: terminate, error, cancel. */
  readonly ends: boolean;
  /** There are more ways than are listed. */
  readonly isPartial: boolean;
}

/** More conditions than this are tried alone and all together, not in every combination. */
const COMBINED = 5;

export function waysOf(process: ProcessDefinition, node: FlowNode): Ways {
  const own = choicesOf(process, node);
  const events = node.boundary.flatMap((id) => process.nodes[id] ?? []).filter(isTaken);
  const choices = events.reduce((soFar, event) => withEvent(process, soFar, own, event), own);
  return { choices, ends: isEnding(node), isPartial: conditionsOf(process, node).length > COMBINED };
}

type Choices = Ways["choices"];

/** A compensation event only leads to its handler. */
function isTaken(event: FlowNode): event is FlowNode & { readonly kind: "boundaryEvent" } {
  return event.kind === "boundaryEvent" && event.event.kind !== "compensate";
}

/** It ends the activity and takes its place, or goes on beside it. */
function withEvent(
  process: ProcessDefinition,
  soFar: Choices,
  own: Choices,
  event: FlowNode & { readonly kind: "boundaryEvent" },
): Choices {
  const taken = choicesOf(process, event);
  if (event.interrupting) return [...soFar, ...taken];
  return [...soFar, ...own.flatMap((choice) => taken.map((beside) => [...choice, ...beside]))];
}

function isEnding(node: FlowNode): boolean {
  return node.kind === "endEvent" && ["terminate", "error", "cancel"].includes(node.event.kind);
}

function choicesOf(process: ProcessDefinition, node: FlowNode): Choices {
  const { outgoing } = node;
  switch (node.kind) {
    case "eventBasedGateway":
      return node.instantiates === "parallel" ? [outgoing] : oneOf(outgoing);
    case "exclusiveGateway":
      return oneOf(outgoing);
    case "inclusiveGateway":
    case "complexGateway":
      return outgoing.length < 2 ? [outgoing] : conditional(process, node);
    case "parallelGateway":
      return [outgoing];
    case "intermediateThrowEvent":
      return [linkedFlows(process, node) ?? outgoing];
    default:
      return conditionsOf(process, node).length === 0 ? [outgoing] : conditional(process, node);
  }
}

function oneOf(flows: readonly string[]): Choices {
  return flows.length === 0 ? [[]] : flows.map((flow) => [flow]);
}

function linkedFlows(process: ProcessDefinition, node: FlowNode): readonly string[] | undefined {
  const isLink = node.kind === "intermediateThrowEvent" && node.event.kind === "link";
  return isLink ? process.nodes[node.event.targetId ?? ""]?.outgoing : undefined;
}

/** Some of the conditions are true, or none and the default is taken; free flows are taken in any case. */
function conditional(process: ProcessDefinition, node: FlowNode): Choices {
  const conditions = conditionsOf(process, node);
  const free = node.outgoing.filter((flow) => !conditions.includes(flow) && flow !== node.defaultFlow);
  const none = node.defaultFlow === undefined ? free : [...free, node.defaultFlow];
  const some = combinations(conditions).map((chosen) => [...free, ...chosen]);
  // Nothing true and nothing else to take is an incident, which people resolve.
  return none.length === 0 ? some : [none, ...some];
}

function conditionsOf(process: ProcessDefinition, node: FlowNode): readonly string[] {
  return node.outgoing.filter((flow) => process.flows[flow]?.condition !== undefined && flow !== node.defaultFlow);
}

/** Every choice of at least one. */
function combinations(flows: readonly string[]): Choices {
  if (flows.length > COMBINED) return [...flows.map((flow) => [flow]), flows];
  let all: string[][] = [[]];
  for (const flow of flows) all = [...all, ...all.map((chosen) => [...chosen, flow])];
  return all.slice(1);
}
