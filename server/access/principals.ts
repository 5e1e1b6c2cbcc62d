/** Loads the person behind a session. What is read is kept for a second: a role taken away is gone within one. */
import { findPerson, grantsOf } from "../store/people.ts";
import type { Reader } from "../store/index.ts";
import type { Person } from "./actor.ts";
import type { UnitTree } from "./unit-tree.ts";

const keptMs = 1000;
const keptPeople = 5000;

async function load(read: Reader, tree: UnitTree, id: string): Promise<Person | undefined> {
  const [person, grants] = await Promise.all([findPerson(read, id), grantsOf(read, id)]);
  if (person === undefined) return undefined;
  const placed = grants.filter(({ unit }) => tree.get(unit) !== undefined);
  return {
    kind: "person",
    id: person.id,
    name: person.name,
    grants: placed.map(({ unit, role }) => ({ unit, role, street: tree.tenant(unit), path: tree.path(unit) })),
  };
}

export interface FindPerson {
  (id: string): Promise<Person | undefined>;
  /** Read now, and kept from now: whoever signs in on the first day of his post was looked at a moment before it. */
  now(id: string): Promise<Person | undefined>;
}

/**
 * @param tree gives the organisation in force
 * @param now the machine's own clock
 */
export function personFinder(read: Reader, tree: () => UnitTree, now: () => number): FindPerson {
  const kept = new Map<string, { readonly at: number; readonly person: Promise<Person | undefined> }>();
  const fresh = (id: string) => {
    if (kept.size >= keptPeople) kept.clear();
    const person = load(read, tree(), id);
    kept.set(id, { at: now(), person });
    person.catch(() => kept.delete(id));
    return person;
  };
  const find = (id: string) => {
    const known = kept.get(id);
    return known !== undefined && now() - known.at < keptMs ? known.person : fresh(id);
  };
  return Object.assign(find, { now: fresh });
}
