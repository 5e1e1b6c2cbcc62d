/** The boundary events of an activity, and how they begin to wait. */
import type { FlowNodeOf } from "../model/process.ts";
import type { Result } from "../model/problem.ts";
import type { Token } from "../model/state.ts";
import type { Opening } from "./behavior.ts";
import { planCatch, waiterOf } from "./catchers.ts";
import type { Place } from "./context.ts";
import { isInstance, nodeIn, nodeOf, processOf } from "./read-state.ts";
import type { Run } from "./run.ts";

export type Boundary = FlowNodeOf<"boundaryEvent">;

export function boundariesOf(run: Run, host: Token): readonly Boundary[] {
  // They hang on the whole activity, not on each of its instances.
  if (isInstance(run.state, host)) return [];
  const process = processOf(run.bundle, run.state, host.scopeId);
  return nodeOf(run.bundle, run.state, host).boundary.map((id) => nodeIn(process, id) as Boundary);
}

/** Evaluates all boundary events first. */
export function planBoundaries(run: Run, host: Token, place: Place): Result<readonly Opening[]> {
  const openings: Opening[] = [];
  for (const boundary of boundariesOf(run, host)) {
    const armed = planCatch(run, boundary.event, place);
    if (!armed.ok) return armed;
    openings.push(() => armed.value(waiterOf(host, boundary)));
  }
  return { ok: true, value: openings };
}
