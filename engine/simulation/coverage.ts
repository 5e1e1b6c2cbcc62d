/** Which nodes, flows and boundary events of a model a set of scenarios has reached, and which it has not. */
import type { Bundle } from "../model/bundle.ts";
import type { Event } from "../model/event.ts";
import type { ProcessDefinition } from "../model/process.ts";

export interface Covered {
  /** Element id → how often. */
  readonly reached: Readonly<Record<string, number>>;
  readonly missed: readonly string[];
}

/** `boundaryEvents` are those that have caught something. */
export interface Coverage {
  readonly nodes: Covered;
  readonly flows: Covered;
  readonly boundaryEvents: Covered;
  /** Of all three, between 0 and 1. */
  readonly share: number;
}

/** In: the histories of the scenarios' instances. Out: coverage by process key. */
export function coverageOf(
  bundle: Bundle,
  histories: readonly (readonly Event[])[],
): Readonly<Record<string, Coverage>> {
  const counts = countsOf(histories);
  return Object.fromEntries(
    Object.values(bundle.processes).map((process) => [process.key, ofProcess(process, counts.get(process.key))]),
  );
}

type Counts = Map<string, number>;

/** How often each node was entered and each flow taken, by process. */
function countsOf(histories: readonly (readonly Event[])[]): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const events of histories) {
    const processOf = new Map<string, string>();
    for (const event of events) {
      if (event.type === "processStarted" || event.type === "scopeEntered")
        processOf.set(event.scope.id, event.scope.processKey);
      const taken = takenBy(event);
      if (taken !== undefined) count(counts, processOf.get(taken.scopeId) ?? "", taken.id);
    }
  }
  return counts;
}

function takenBy(event: Event): { readonly scopeId: string; readonly id: string } | undefined {
  if (event.type === "tokenEntered") return { scopeId: event.token.scopeId, id: event.token.elementId };
  return event.type === "flowTaken" ? { scopeId: event.scopeId, id: event.flowId } : undefined;
}

function count(counts: Map<string, Counts>, process: string, id: string): void {
  const own = counts.get(process) ?? new Map<string, number>();
  counts.set(process, own.set(id, (own.get(id) ?? 0) + 1));
}

function ofProcess(process: ProcessDefinition, counts: Counts = new Map<string, number>()): Coverage {
  const all = Object.values(process.nodes);
  const isBoundary = ({ kind }: (typeof all)[number]): boolean => kind === "boundaryEvent";
  const idsOf = (nodes: typeof all): readonly string[] => nodes.map(({ id }) => id);
  const nodes = covered(idsOf(all.filter((node) => !isBoundary(node))), counts);
  const boundaryEvents = covered(idsOf(all.filter(isBoundary)), counts);
  const flows = covered(Object.keys(process.flows), counts);
  const parts = [nodes, flows, boundaryEvents];
  const reached = sum(parts.map((part) => Object.keys(part.reached).length));
  const whole = reached + sum(parts.map((part) => part.missed.length));
  return { nodes, flows, boundaryEvents, share: whole === 0 ? 1 : reached / whole };
}

function covered(ids: readonly string[], counts: Counts): Covered {
  const reached = ids.flatMap((id): readonly (readonly [string, number])[] => {
    const times = counts.get(id);
    return times === undefined ? [] : [[id, times]];
  });
  return { reached: Object.fromEntries(reached), missed: ids.filter((id) => !counts.has(id)) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
