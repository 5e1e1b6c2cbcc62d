/** What expressions see of a multi-instance activity (BPMN 2.0 §10.3.8, instance attributes): its counts, and what it has collected. */
import type { Json } from "../model/json.ts";
import type { InstanceState, LoopState } from "../model/state.ts";

export function loopVariable(state: InstanceState, scopeId: string, loop: LoopState, name: string): Json | undefined {
  if (name === loop.collects) return outputsOf(state, scopeId, loop);
  switch (name) {
    case "numberOfInstances":
      return loop.total === undefined ? undefined : loop.total - (loop.removed ?? 0);
    case "numberOfActiveInstances":
      return loop.next - loop.completed - (loop.removed ?? 0);
    case "numberOfCompletedInstances":
      return loop.completed;
    case "numberOfTerminatedInstances":
      return 0;
    default:
      return undefined;
  }
}

/** In the order of the instances; null for those that are not done. */
export function outputsOf(state: InstanceState, scopeId: string, { total = 0 }: LoopState): readonly Json[] {
  return Array.from({ length: total }, (_, at) => state.outputs?.[outputKey(scopeId, at)] ?? null);
}

export function outputKey(scopeId: string, at: number): string {
  return `${scopeId}.${at}`;
}
