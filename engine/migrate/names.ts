/** What changes its name, of all that the state speaks of: the content of the event. */
import type { MigrationNames } from "../model/migration-event.ts";
import type { InstanceState } from "../model/state.ts";
import { incidentsOf, processOf, scopeAt, tokensOf } from "../execute/read-state.ts";
import { arrivalFlow } from "./join-flows.ts";
import { Mapping } from "./mapping.ts";
import type { Migration } from "./plan.ts";

type Writable = { to: string; elements: Record<string, string | null>; flows: Record<string, string> };

export function namesOf({ from, to, plan, state }: Migration): Readonly<Record<string, MigrationNames>> {
  const mapping = new Mapping(from, to, plan);
  const found: Record<string, Writable> = {};
  for (const key of keysIn(state)) {
    const elements: Record<string, string | null> = {};
    for (const id of Object.keys(mapping.oldProcess(key)?.nodes ?? {})) {
      const after = mapping.newNode(key, id);
      if (after?.id !== id) elements[id] = after?.id ?? null;
    }
    found[key] = { to: mapping.processKey(key), elements, flows: flowsOf(mapping, { from, to, plan, state }, key) };
  }
  return Object.fromEntries(Object.entries(found).filter(([key, names]) => isChange(key, names)));
}

/** Processes of the scopes that are there; what is kept of others went with them. */
function keysIn(state: InstanceState): ReadonlySet<string> {
  const named = Object.keys(state.actors ?? {}).map((name) => name.slice(0, name.indexOf("/")));
  return new Set([state.processKey, ...Object.keys(state.scopes).map((id) => scopeAt(state, id).processKey), ...named]);
}

function isChange(key: string, { to, elements, flows }: Writable): boolean {
  return to !== key || Object.keys(elements).length + Object.keys(flows).length > 0;
}

function flowsOf(mapping: Mapping, { from, plan, state }: Migration, key: string): Record<string, string> {
  const flows: Record<string, string> = {};
  for (const token of tokensOf(state)) {
    const node = mapping.oldNode(key, token.elementId);
    if (token.arrivedBy === undefined || node === undefined) continue;
    if (processOf(from, state, token.scopeId).key !== key) continue;
    const flow = arrivalFlow(mapping, key, node, token.arrivedBy);
    if (flow !== undefined && flow !== token.arrivedBy) flows[token.arrivedBy] = flow;
  }
  for (const { flowId, tokenId } of incidentsOf(state)) {
    const named = flowId === undefined ? undefined : plan.processes[key]?.flows?.[flowId];
    const scopeId = state.tokens?.[tokenId]?.scopeId ?? "s1";
    if (flowId !== undefined && named !== undefined && processOf(from, state, scopeId).key === key)
      flows[flowId] = named;
  }
  return flows;
}
