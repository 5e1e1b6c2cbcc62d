/** Units, grids and the base map, narrowed to what a person's streets need. */
import type { Person } from "../access/actor.ts";
import { scopeOf } from "../access/may-do.ts";
import { isWithin, type UnitRow } from "../access/unit-tree.ts";
import type { Container } from "../container.ts";
import type { Unit } from "../contract/types.ts";
import type { Handlers } from "../http/call.ts";
import { answer, notFound } from "../http/outcome.ts";
import { streetFor } from "./street.ts";

const shown = ({ code, kind, parent, title }: UnitRow): Unit => ({
  code,
  kind,
  title: { ...title },
  ...(parent === undefined ? {} : { parent }),
});

/** Units of the streets and those above them: a report may go up, never across. */
function unitsOf({ catalogue }: Container, streets: readonly string[]): readonly UnitRow[] {
  const { tree } = catalogue;
  const paths = streets.map((street) => tree.path(street));
  return tree.units.filter(
    (unit) =>
      streets.includes(tree.tenant(unit.code)) ||
      paths.some((path) => isWithin(path, tree.path(unit.parent ?? unit.code))),
  );
}

/** Units of the streets that are gone, by the name that marks them so. */
const formerOf = ({ catalogue }: Container, streets: readonly string[]): Unit[] =>
  [...catalogue.formerUnits().values()]
    .filter((unit) => streets.includes(unit.street))
    .map(({ code, kind, parent }) => ({
      ...{ code, kind: kind as Unit["kind"], title: { ...catalogue.unitTitle(code) } },
      ...(parent === undefined ? {} : { parent }),
    }));

/** The named street, or all of the person's; undefined when it is not one of them. */
function streetsFor(container: Container, person: Person, named: string | undefined): readonly string[] | undefined {
  if (named === undefined) return scopeOf(person, container.catalogue.tree).streets;
  return streetFor(container, person, named) === undefined ? undefined : [named];
}

type Mine = Pick<Handlers, "units" | "map" | "grid.at" | "vocabularies" | "matters">;

export function organisation(container: Container): Mine {
  const { catalogue, runtime } = container;
  return {
    units: async ({ principal, query }) => {
      const streets = streetsFor(container, principal, query.street);
      if (streets === undefined) return notFound();
      return answer(query.former === "true" ? formerOf(container, streets) : unitsOf(container, streets).map(shown));
    },

    map: async ({ principal, query }) => {
      const streets = streetsFor(container, principal, query.street);
      if (streets === undefined) return notFound();
      const grids = catalogue.grids();
      const features = grids.features.filter((each) =>
        streets.includes(catalogue.tree.tenant(String(each.properties?.["unit"]))),
      );
      return answer({ grids: { ...grids, features }, basemap: { ...catalogue.basemap() } });
    },

    "grid.at": async ({ query }) => {
      const found = await runtime.gridAt(query.lng, query.lat);
      return found === undefined ? notFound() : answer(found);
    },

    vocabularies: async ({ principal, query }) => {
      const street = streetFor(container, principal, query.street);
      return street === undefined ? notFound() : answer(catalogue.vocabularies(street));
    },

    matters: async ({ principal, query }) => {
      const street = streetFor(container, principal, query.street);
      return street === undefined
        ? notFound()
        : answer(await runtime.matters(scopeOf(principal, catalogue.tree), street));
    },
  };
}
