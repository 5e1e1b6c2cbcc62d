/**
 * One scope of a process as a net of places (its sequence flows) and nodes that move tokens: what the search for stuck
 * tokens runs. Conditions may be true or false, activities may take any of their ways; an inner scope is one activity.
 */
import type { FlowNode, ProcessDefinition, ScopeDefinition } from "../model/process.ts";
import { inOrder } from "./order.ts";
import type { Joining, NetNode } from "./net-node.ts";
import { waysOf } from "./ways.ts";

export interface Net {
  readonly nodes: ReadonlyMap<string, NetNode>;
  /** Who takes from a place: exactly one, so which node moves first changes nothing for the others. */
  readonly takerOf: ReadonlyMap<string, NetNode>;
  /** The place of a node in the order of the flow, back ways left out. */
  readonly rank: ReadonlyMap<string, number>;
  /** Where tokens can stand at the beginning: one list for each way to begin. */
  readonly begins: readonly (readonly string[])[];
}

export function netOf(process: ProcessDefinition, scope: ScopeDefinition): Net {
  const moving = scope.nodeIds.flatMap((id) => process.nodes[id] ?? []).filter(isMoving);
  const nodes = new Map(moving.map((node) => [node.id, netNode(process, node)]));
  return {
    nodes,
    takerOf: new Map([...nodes.values()].flatMap((node) => node.inputs.map((place) => [place, node]))),
    rank: inOrder(nodes),
    begins: beginsOf(process, scope),
  };
}

/** Boundary events are ways of their host; event sub-processes and caught links are outside the flow: nothing arrives there by a place. */
function isMoving(node: FlowNode): boolean {
  if (node.kind === "boundaryEvent") return false;
  if (node.kind === "subProcess" && node.isTriggeredByEvent === true) return false;
  return !(node.kind === "intermediateCatchEvent" && node.event.kind === "link");
}

/** Each start event and instantiating node by itself; without any, all that nothing leads to together (BPMN 2.0 §10.5.2). */
function beginsOf(process: ProcessDefinition, scope: ScopeDefinition): Net["begins"] {
  const { startEvents, instantiators = [], implicitStarts } = scope;
  if (implicitStarts !== undefined) return [implicitStarts.map(beginAt)];
  // What a start event leads to begins there.
  const first = instantiators.filter((id) => process.nodes[id]?.incoming.length === 0);
  return [...startEvents, ...first].map((id) => [beginAt(id)]);
}

const beginAt = (id: string): string => `begin ${id}`;

function netNode(process: ProcessDefinition, node: FlowNode): NetNode {
  const inputs = node.incoming.length === 0 ? [beginAt(node.id)] : node.incoming;
  return { id: node.id, joining: joiningOf(node), inputs, ways: waysOf(process, node) };
}

function joiningOf(node: FlowNode): Joining {
  if (node.incoming.length < 2) return "any";
  if (node.kind === "parallelGateway") return "all";
  // What a complex gateway waits for depends on data: that it waits for what can still come raises no false alarm.
  return node.kind === "inclusiveGateway" || node.kind === "complexGateway" ? "inclusive" : "any";
}
