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
  const handlers = new Set(Object.values(process.nodes).flatMap(handlerOf));
  const first = moving.filter(({ id, incoming }) => incoming.length === 0 && !handlers.has(id));
  const starts = first.filter(({ kind }) => kind === "startEvent").map(({ id }) => [beginAt(id)]);
  const nodes = new Map(moving.map((node) => [node.id, netNode(process, node)]));
  return {
    nodes,
    takerOf: new Map([...nodes.values()].flatMap((node) => node.inputs.map((place) => [place, node]))),
    rank: inOrder(nodes),
    // Without a start event all that nothing leads to begins together (BPMN 2.0 §10.5.2).
    begins: starts.length > 0 ? starts : [first.map(({ id }) => beginAt(id))],
  };
}

/** Boundary events are ways of their host; event sub-processes and caught links are outside the flow: nothing arrives there by a place. */
function isMoving(node: FlowNode): boolean {
  if (node.kind === "boundaryEvent") return false;
  if (node.kind === "subProcess" && node.isTriggeredByEvent === true) return false;
  return !(node.kind === "intermediateCatchEvent" && node.event.kind === "link");
}

/** Compensation begins it, outside the flow. */
function handlerOf(node: FlowNode): readonly string[] {
  return node.kind === "boundaryEvent" && node.handlerId !== undefined ? [node.handlerId] : [];
}

const beginAt = (id: string): string => `begin ${id}`;

function netNode(process: ProcessDefinition, node: FlowNode): NetNode {
  const inputs = node.incoming.length === 0 ? [beginAt(node.id)] : node.incoming;
  return { id: node.id, joining: joiningOf(node), inputs, ways: waysOf(process, node) };
}

function joiningOf(node: FlowNode): Joining {
  if (node.incoming.length < 2) return "any";
  if (node.kind === "parallelGateway") return "all";
  return node.kind === "inclusiveGateway" ? "inclusive" : "any";
}
