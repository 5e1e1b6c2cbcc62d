/**
 * Parallel multiple events (BPMN 2.0 §10.5.2, §10.5.5): nothing happens until each part has. As at a parallel join, one
 * occurrence of each part is taken and the surplus of a catcher that goes on waiting is kept for the next time.
 */
import type { JsonObject } from "../model/json.ts";
import type { EventDefinition } from "../model/process.ts";
import type { GatheringState } from "../model/state.ts";
import type { Run } from "./run.ts";

type Caught = Omit<GatheringState, "id" | "caught"> & { readonly part?: number };
type Occurrence = GatheringState["caught"][number];

/** Out: what all parts have brought together, the later over the earlier; `undefined` as long as one is missing. */
export function gather(
  run: Run,
  { elementId, scopeId, tokenId, part = 0 }: Caught,
  events: readonly EventDefinition[],
  variables: JsonObject,
): JsonObject | undefined {
  const owner = tokenId ?? scopeId;
  const id = run.owned("gatherings", owner).find((other) => run.state.gatherings?.[other]?.elementId === elementId);
  const known = id === undefined ? [] : (run.state.gatherings?.[id]?.caught ?? []);
  const caught = [...known, { part, variables }];
  const round = events.flatMap((_, at) => caught.find((other) => other.part === at) ?? []);
  const isComplete = round.length === events.length;
  const left = isComplete ? caught.filter((other) => !round.includes(other)) : caught;
  const place = { elementId, scopeId, ...(tokenId === undefined ? {} : { tokenId }) };
  keep(run, { id: id ?? run.nextId("p"), ...place, caught: left }, id !== undefined);
  return isComplete ? broughtBy(caught, round) : undefined;
}

function keep(run: Run, gathering: GatheringState, isKnown: boolean): void {
  if (gathering.caught.length > 0) run.emit({ type: "eventGathered", gathering });
  else if (isKnown) run.emit({ type: "gatheringClosed", gatheringId: gathering.id, outcome: "complete" });
}

function broughtBy(inOrder: readonly Occurrence[], round: readonly Occurrence[]): JsonObject {
  const taken = inOrder.filter((occurrence) => round.includes(occurrence));
  return taken.reduce<JsonObject>((brought, { variables }) => ({ ...brought, ...variables }), {});
}
