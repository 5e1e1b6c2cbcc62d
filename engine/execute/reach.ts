/** What can still come to a join: worked out once for a process, asked with the tokens of the moment. */
import type { Bundle } from "../model/bundle.ts";
import type { FlowNode, ProcessDefinition } from "../model/process.ts";
import type { InstanceState, Token } from "../model/state.ts";
import { nodeIn, processOf, tokensOf } from "./read-state.ts";
import type { Run } from "./run.ts";

/** By node, the incoming flows of the join that can be reached from it without passing the join itself. */
type Reach = ReadonlyMap<string, readonly string[]>;

const known = new WeakMap<ProcessDefinition, Map<string, Reach>>();

function reachOf(process: ProcessDefinition, join: FlowNode): Reach {
  const joins = known.get(process) ?? new Map<string, Reach>();
  known.set(process, joins);
  const reach = joins.get(join.id) ?? reachTo(process, join);
  joins.set(join.id, reach);
  return reach;
}

/** Backwards from each incoming flow: each node is looked at once a flow. */
function reachTo(process: ProcessDefinition, join: FlowNode): Reach {
  const reach = new Map<string, string[]>();
  const links = linksTo(process);
  for (const flowId of join.incoming) {
    const source = process.flows[flowId]?.sourceId ?? "";
    // A set grows while it is walked.
    const upstream = new Set([source]);
    for (const id of upstream) {
      if (id === join.id) continue;
      reach.set(id, [...(reach.get(id) ?? []), flowId]);
      for (const before of nodesBefore(process, links, id)) upstream.add(before);
    }
  }
  return reach;
}

/** Sources of flows, the host of a boundary event, the throwing ends of a link. */
function nodesBefore(
  process: ProcessDefinition,
  links: ReadonlyMap<string, readonly string[]>,
  id: string,
): readonly string[] {
  const node = nodeIn(process, id);
  const sources = node.incoming.map((flowId) => process.flows[flowId]?.sourceId ?? "");
  return [...sources, ...(node.kind === "boundaryEvent" ? [node.hostId] : []), ...(links.get(id) ?? [])];
}

function linksTo(process: ProcessDefinition): ReadonlyMap<string, readonly string[]> {
  const links = new Map<string, string[]>();
  for (const node of Object.values(process.nodes)) {
    if (node.kind !== "intermediateThrowEvent" || node.event.kind !== "link") continue;
    const target = node.event.targetId ?? "";
    links.set(target, [...(links.get(target) ?? []), node.id]);
  }
  return links;
}

/**
 * Whether a token can still come by a flow that has none. A token that can also come by a flow that has one does not
 * count (§13.4.3, the second path): it would only add to what is there, as in a loop.
 */
export function canStillCome(run: Run, join: FlowNode, waiting: readonly Token[]): boolean {
  const { scopeId = "" } = waiting[0] ?? {};
  return canReach(run, join, scopeId, arrivedAt(waiting));
}

/** The same of the flows that are not named: a complex gateway counts those that gave a token before (§13.4.5). */
export function canReach(run: Run, join: FlowNode, scopeId: string, arrived: Arrived): boolean {
  if (arrived.size === join.incoming.length) return false;
  const reach = reachOf(processOf(run.bundle, run.state, scopeId), join);
  return run.tokensIn(scopeId).some((token) => flowsOf(token, join, reach, arrived).length > 0);
}

/** The flows by which a token can still come, for people who ask why a join waits. */
export function flowsToCome(bundle: Bundle, state: InstanceState, join: FlowNode, waiting: Token): readonly string[] {
  const scope = tokensOf(state).filter((token) => token.scopeId === waiting.scopeId);
  const arrived = arrivedAt(scope.filter((token) => token.elementId === join.id));
  const reach = reachOf(processOf(bundle, state, waiting.scopeId), join);
  const coming = new Set(scope.flatMap((token) => flowsOf(token, join, reach, arrived)));
  return join.incoming.filter((flowId) => coming.has(flowId));
}

type Arrived = ReadonlySet<string>;

function arrivedAt(waiting: readonly Token[]): Arrived {
  return new Set(waiting.flatMap(({ resets, arrivedBy }) => resets ?? arrivedBy ?? []));
}

function flowsOf(token: Token, join: FlowNode, reach: Reach, arrived: Arrived): readonly string[] {
  // A complex gateway that waits for reset is a state, not a token on its way.
  if (token.elementId === join.id || token.resets !== undefined) return [];
  const flows = reach.get(token.elementId) ?? [];
  return flows.some((flowId) => arrived.has(flowId)) ? [] : flows;
}
