/** Somebody for every role at every unit that has it: enough that no task is without people. */
import type { Grant, Person } from "../access/actor.ts";
import type { Catalogue } from "../runtime/catalogue-type.ts";
import type { NewPerson } from "../store/people.ts";
import { nameSource, phoneNumber } from "./names.ts";
import { seeded, type Random } from "./random.ts";

/** Roles that more than one person holds at a unit: work is shared, and who handled does not verify. */
const headcount: Readonly<Record<string, number>> = { handler: 3, verifier: 2, dispatcher: 2 };

const PHONES = 199;

/** People in the order of the organisation; ids name the post, so that a story can be followed in the records. */
export function makePeople(catalogue: Catalogue, random: Random, at: number): readonly NewPerson[] {
  const nextName = nameSource(random);
  // A source of its own: numbers must not change who the people are.
  const phones = seeded(PHONES);
  return catalogue.units().flatMap((unit) =>
    catalogue
      .roles()
      .filter((role) => role.at.includes(unit.kind))
      .flatMap((role) =>
        Array.from({ length: headcount[role.key] ?? 1 }, (_, index) => ({
          id: `${unit.code}-${role.key}-${index + 1}`,
          ...{ name: nextName(), workPhone: phoneNumber(phones), at, grants: [{ unit: unit.code, role: role.key }] },
        })),
      ),
  );
}

/** People by the group `<unit>/<role>` that they stand in, as they sign commands. */
export function peopleByGroup(
  catalogue: Catalogue,
  people: readonly NewPerson[],
): ReadonlyMap<string, readonly Person[]> {
  const { tree } = catalogue;
  const groups = new Map<string, Person[]>();
  for (const { id, name, grants } of people) {
    const placed: Grant[] = grants.map(({ unit, role }) => ({
      unit,
      role,
      street: tree.tenant(unit),
      path: tree.path(unit),
    }));
    for (const { unit, role } of grants) {
      const group = `${unit}/${role}`;
      groups.set(group, [...(groups.get(group) ?? []), { kind: "person", id, name, grants: placed }]);
    }
  }
  return groups;
}
