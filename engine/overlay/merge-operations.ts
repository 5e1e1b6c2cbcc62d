/** Two lines of change to one differential: what the street set itself, and what its pack ships anew. */
import type { Json } from "../model/json.ts";
import type { Operation } from "../model/pack.ts";
import { canonicalJson } from "./canonical-json.ts";

/**
 * In: the operations that both began with, those as the street has them now, those that are shipped now. Out: the
 * shipped ones, but whatever the street has changed, added or returned since stays as the street has it.
 */
export function mergeOperations(
  before: readonly Operation[],
  street: readonly Operation[],
  shipped: readonly Operation[],
): readonly Operation[] {
  const [old, own] = [byPlace(before), byPlace(street)];
  const isTouched = (place: string) => text(old.get(place)) !== text(own.get(place));
  const taken = shipped.filter((operation) => !isTouched(placeOf(operation)));
  const kept = street.filter((operation) => isTouched(placeOf(operation)) || !isShipped(operation, before));
  const places = new Set(kept.map(placeOf));
  return [...taken.filter((operation) => !places.has(placeOf(operation))), ...kept];
}

/** Everything that one attribute of an item is given, whatever the day. */
function placeOf({ target, ...body }: Operation): string {
  const { kind, definition, item } = target;
  return JSON.stringify([kind, definition, item ?? "", body.op === "set" ? body.attribute : body.op]);
}

function byPlace(operations: readonly Operation[]): ReadonlyMap<string, readonly Operation[]> {
  const places = new Map<string, Operation[]>();
  for (const operation of operations)
    places.set(placeOf(operation), [...(places.get(placeOf(operation)) ?? []), operation]);
  return places;
}

function text(operations: readonly Operation[] | undefined): string {
  return canonicalJson((operations ?? []) as unknown as Json);
}

function isShipped(operation: Operation, before: readonly Operation[]): boolean {
  return before.some((other) => placeOf(other) === placeOf(operation));
}
