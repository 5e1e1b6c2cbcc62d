/** Where tokens stand: place → how many, at most two, for two already show that there is more than one. */
export type Marking = ReadonlyMap<string, number>;

const MOST = 2;

export function markingOf(places: readonly string[]): Marking {
  return put(new Map(), places);
}

/** The same tokens in the same places have the same key. */
export function keyOf(marking: Marking): string {
  return [...marking]
    .map(([place, count]) => `${place}\u0001${count}`)
    .sort()
    .join("\u0002");
}

export function put(marking: Marking, places: readonly string[]): Marking {
  const next = new Map(marking);
  for (const place of places) next.set(place, Math.min(MOST, (next.get(place) ?? 0) + 1));
  return next;
}

export function take(marking: Marking, places: readonly string[]): Marking {
  const next = new Map(marking);
  for (const place of places) {
    const left = (next.get(place) ?? 0) - 1;
    if (left > 0) next.set(place, left);
    else next.delete(place);
  }
  return next;
}

/** Places that hold two where there were fewer. */
export function doubledIn(after: Marking, before: Marking): readonly string[] {
  return [...after].filter(([place, count]) => count === MOST && before.get(place) !== MOST).map(([place]) => place);
}
