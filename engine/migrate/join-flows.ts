/** By which flow a token that waits at a join counts as having come, when the flow it came by may be no more. */
import type { FlowNode, ProcessDefinition } from "../model/process.ts";
import { own } from "../execute/read-state.ts";
import type { Mapping } from "./mapping.ts";

/** In: the old process, the join and the flow. Out: the flow into the new join, `undefined` when the branch is gone. */
export function arrivalFlow(mapping: Mapping, key: string, join: FlowNode, flowId: string): string | undefined {
  const after = mapping.newProcess(key);
  const target = mapping.newNode(key, join.id);
  if (after === undefined || target === undefined) return undefined;
  const named = own(own(mapping.plan.processes, key)?.flows, flowId) ?? flowId;
  if (target.incoming.includes(named)) return named;
  // Flows that the old join had as well belong to those who came by them.
  const fresh = target.incoming.filter((id) => !join.incoming.includes(id));
  const source = mapping.oldProcess(key)?.flows[flowId]?.sourceId ?? "";
  for (const from of livingSources(mapping, key, source)) {
    const found = nearest(after, from, target.id, new Set(fresh));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where the branch came from, as far back as it takes to find what is still there. */
function* livingSources(mapping: Mapping, key: string, source: string): Generator<string> {
  const process = mapping.oldProcess(key);
  const seen = new Set([source]);
  for (const id of seen) {
    const node = mapping.newNode(key, id);
    if (node !== undefined) yield node.id;
    // Behind what is still there other branches begin as well.
    if (node !== undefined) continue;
    for (const flow of own(process?.nodes, id)?.incoming ?? []) seen.add(own(process?.flows, flow)?.sourceId ?? "");
  }
}

/** Breadth first along the flows, without passing the join. */
function nearest(
  process: ProcessDefinition,
  from: string,
  joinId: string,
  wanted: ReadonlySet<string>,
): string | undefined {
  const seen = new Set([from]);
  for (const id of seen) {
    for (const flowId of own(process.nodes, id)?.outgoing ?? []) {
      if (wanted.has(flowId)) return flowId;
      const target = own(process.flows, flowId)?.targetId ?? "";
      if (target !== joinId) seen.add(target);
    }
  }
  return undefined;
}
