/** One process of a document with its connections worked out: what rules check and what the builder reads. */
import { linkName } from "./build/event-definition.ts";
import { childOf, childrenOf, isA, textOf } from "./element.ts";
import type { Element } from "./element.ts";

export interface ProcessModel {
  readonly process: Element;
  /** Every flow node of every depth, in document order. */
  readonly nodes: readonly Element[];
  readonly flows: readonly Element[];
  readonly idOf: (element: Element) => string;
  readonly nodeById: (id: string) => Element | undefined;
  readonly outgoing: (node: Element) => readonly Element[];
  readonly incoming: (node: Element) => readonly Element[];
  readonly boundary: (host: Element) => readonly Element[];
  /** The catching ends of a throwing link: one, if the model is right. */
  readonly linkTargets: (node: Element) => readonly Element[];
  /** The throwing ends of a catching link. */
  readonly linkSources: (node: Element) => readonly Element[];
  /** The activities that an association leads to from a compensation event: one, if the model is right. */
  readonly handlers: (boundary: Element) => readonly Element[];
  /** Flow nodes that stand directly in a process or sub-process. */
  readonly nodesIn: (scope: Element) => readonly Element[];
}

const NONE: readonly Element[] = [];

export function processModel(process: Element): ProcessModel {
  const elements = elementsBelow(process);
  const nodes = elements.filter((element) => isA(element, "bpmn:FlowNode"));
  const flows = elements.filter((element) => isA(element, "bpmn:SequenceFlow"));
  const ids = new Map(nodes.map((node) => [textOf(node, "id") ?? "", node]));
  const madeUp = madeUpIds(flows);
  const bySource = grouped(flows, (flow) => childOf(flow, "sourceRef"));
  const byTarget = grouped(flows, (flow) => childOf(flow, "targetRef"));
  const byHost = grouped(nodes, (node) => childOf(node, "attachedToRef"));
  // Once a node: rules ask for it at each flow, and a node may have thousands of them.
  const ordered = new Map([...bySource].map(([node, own]) => [node, inOrderOf(childrenOf(node, "outgoing"), own)]));
  const byAssociation = handlersOf([process, ...elements]);
  const catching = linkEnds(nodes, "bpmn:IntermediateCatchEvent");
  const throwing = linkEnds(nodes, "bpmn:IntermediateThrowEvent");
  return {
    process,
    nodes,
    flows,
    idOf: (element) => textOf(element, "id") ?? madeUp.get(element) ?? "",
    nodeById: (id) => ids.get(id),
    outgoing: (node) => ordered.get(node) ?? NONE,
    incoming: (node) => byTarget.get(node) ?? NONE,
    boundary: (host) => byHost.get(host) ?? NONE,
    linkTargets: (node) => (isA(node, "bpmn:IntermediateThrowEvent") ? catching(node) : NONE),
    linkSources: (node) => (isA(node, "bpmn:IntermediateCatchEvent") ? throwing(node) : NONE),
    handlers: (boundary) => byAssociation.get(boundary) ?? NONE,
    nodesIn: (scope) => childrenOf(scope, "flowElements").filter((element) => isA(element, "bpmn:FlowNode")),
  };
}

/** A diagram may draw the association either way round. */
function handlersOf(scopes: readonly Element[]): ReadonlyMap<Element, readonly Element[]> {
  const found = new Map<Element, Element[]>();
  for (const association of scopes.flatMap((scope) => childrenOf(scope, "artifacts"))) {
    const ends = ["sourceRef", "targetRef"].flatMap((end) => childOf(association, end) ?? []);
    const boundary = ends.find((end) => isA(end, "bpmn:BoundaryEvent"));
    const activity = ends.find((end) => isA(end, "bpmn:Activity"));
    if (boundary !== undefined && activity !== undefined) {
      found.set(boundary, [...(found.get(boundary) ?? []), activity]);
    }
  }
  return found;
}

/** The ends of links of one kind by scope and name. */
function linkEnds(nodes: readonly Element[], type: string): (node: Element) => readonly Element[] {
  const byScope = new Map<Element | undefined, Map<string, Element[]>>();
  for (const node of nodes) {
    const name = isA(node, type) ? linkName(node) : undefined;
    if (name === undefined) continue;
    const byName = byScope.get(node.$parent) ?? new Map<string, Element[]>();
    byScope.set(node.$parent, byName.set(name, [...(byName.get(name) ?? []), node]));
  }
  return (node) => byScope.get(node.$parent)?.get(linkName(node) ?? "") ?? NONE;
}

function elementsBelow(scope: Element): readonly Element[] {
  return childrenOf(scope, "flowElements").flatMap((element) => [element, ...elementsBelow(element)]);
}

/** The standard lets a sequence flow have no id; it gets one by its place, the same in every reading. */
function madeUpIds(flows: readonly Element[]): ReadonlyMap<Element, string> {
  const taken = new Set(flows.map((flow) => textOf(flow, "id")));
  const entries = flows.map((flow, at): [Element, string] => {
    const ends = ["sourceRef", "targetRef"].map((end) => textOf(childOf(flow, end), "id") ?? "");
    const name = ["flow", ...ends].join("_");
    return [flow, taken.has(name) ? `${name}_${at}` : name];
  });
  const seen = new Set<string>();
  return new Map(
    entries.map(([flow, id], at) => {
      const unique = seen.has(id) ? `${id}_${at}` : id;
      seen.add(unique);
      return [flow, unique];
    }),
  );
}

function grouped(
  elements: readonly Element[],
  keyOf: (element: Element) => Element | undefined,
): ReadonlyMap<Element, readonly Element[]> {
  const groups = new Map<Element, Element[]>();
  for (const element of elements) {
    const key = keyOf(element);
    if (key === undefined) continue;
    const group = groups.get(key) ?? [];
    group.push(element);
    groups.set(key, group);
  }
  return groups;
}

/** Conditions are asked in the order of the node's own `outgoing` list, where it has a full one. */
function inOrderOf(listed: readonly Element[], flows: readonly Element[]): readonly Element[] {
  const own = new Set(flows);
  const known = [...new Set(listed)].filter((flow) => own.has(flow));
  return known.length === flows.length ? known : flows;
}
