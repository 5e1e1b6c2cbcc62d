/** Which street a request is about: the one it names, when the person sees it, or the person's own. */
import type { Person } from "../access/actor.ts";
import { scopeOf } from "../access/may-do.ts";
import type { Container } from "../container.ts";

/**
 * The street whose matters a person sees first: the own one, or above the streets the first below. Somebody without
 * a post gets the city itself, which has no street's matters.
 */
export function homeStreet({ catalogue }: Container, person: Person): string {
  const tenants = scopeOf(person, catalogue.tree).streets;
  return (
    tenants.find((code) => catalogue.tree.get(code)?.kind === "street") ??
    tenants[0] ??
    catalogue.tree.units[0]?.code ??
    ""
  );
}

/** Undefined when the named street is not one of the person's: it is not found then. */
export function streetFor(container: Container, person: Person, named: string | undefined): string | undefined {
  if (named === undefined) return homeStreet(container, person);
  return scopeOf(person, container.catalogue.tree).streets.includes(named) ? named : undefined;
}
