/** Changes that are not published yet, by what they change: setting a thing back to what holds now leaves none. */
import type { Problem, SettingChange } from "../../server/contract/types.ts";

/** By `<kind>/<definition>/<item>/<attribute>`, in the order in which they were made. */
export type Draft = Readonly<Record<string, SettingChange>>;

export type Place = Pick<SettingChange, "kind" | "definition" | "item">;

export const noChanges: Draft = {};

const placeKey = ({ kind, definition, item }: Place): string => `${kind}/${definition}/${item}/`;

/** The key of one attribute; of giving a whole place back, or of an item of one's own, without attribute. */
export const keyOf = (place: Place, attribute = ""): string => placeKey(place) + attribute;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function withoutPlace(draft: Draft, place: Place): Draft {
  const gone = placeKey(place);
  return Object.fromEntries(Object.entries(draft).filter(([key]) => !key.startsWith(gone)));
}

/** In: the value that holds now. The same value again is no change; setting something takes back giving it back. */
export function withSet(draft: Draft, place: Place, attribute: string, value: unknown, now: unknown): Draft {
  const { [keyOf(place)]: _returned, [keyOf(place, attribute)]: _before, ...rest } = draft;
  if (isSame(value, now)) return rest;
  return { ...rest, [keyOf(place, attribute)]: { ...place, action: "set", attribute, value } };
}

export function withReturn(draft: Draft, place: Place): Draft {
  return { ...withoutPlace(draft, place), [keyOf(place)]: { ...place, action: "return" } };
}

export function withAdded(draft: Draft, place: Place, value: object): Draft {
  return { ...draft, [keyOf(place)]: { ...place, action: "add", value } };
}

export const changesOf = (draft: Draft): SettingChange[] => Object.values(draft);

/** What is wrong, by the key of the change; under "" what is not about one change. */
export type Faults = ReadonlyMap<string, readonly Problem[]>;

export function faultsOf(draft: Draft, problems: readonly Problem[]): Faults {
  const keys = Object.keys(draft);
  const faults = new Map<string, Problem[]>();
  for (const problem of problems) {
    const at = /^\/changes\/(\d+)/.exec(problem.path ?? "")?.[1];
    const key = at === undefined ? "" : (keys[Number(at)] ?? "");
    faults.set(key, [...(faults.get(key) ?? []), problem]);
  }
  return faults;
}
