/** The one question of access: may this actor do this, here? */
import type { Grant, Principal, Scope } from "./actor.ts";
import { groupsOf } from "./actor.ts";
import { actions, rowAllows } from "./table.ts";

/** Where something happens: the unit path it belongs to and the units at work on it (lead and assisting departments). */
export interface Here {
  readonly path: string;
  readonly units?: readonly string[];
}

/** True when `path` is the unit or lies below it. */
export const isWithin = (path: string, unitPath: string): boolean =>
  path === unitPath || path.startsWith(`${unitPath}/`);

const reaches = (grant: Grant, here: Here) =>
  isWithin(here.path, grant.path) || (here.units ?? []).includes(grant.unit);

/**
 * True when a grant of the principal allows the action, at `here` when it is given, else anywhere.
 * The access words `public` and `session` of the route table are not actions and are never asked here.
 */
export function mayDo(principal: Principal, action: string, here?: Here): boolean {
  switch (principal.kind) {
    case "person":
      return principal.grants.some(
        (grant) => rowAllows(action, grant.role) && (here === undefined || reaches(grant, here)),
      );
    case "machine":
      return (
        rowAllows(action, "machine") && principal.grants.some((grant) => here === undefined || reaches(grant, here))
      );
    case "resident":
      return rowAllows(action, "resident");
    case "system":
      return true;
  }
}

/** Every action the principal may do somewhere, for the screens. */
export const permissionsOf = (principal: Principal): readonly string[] =>
  actions.filter((action) => mayDo(principal, action));

/**
 * What lists are narrowed to.
 * @param tenantsBelow tenants of a unit path: for a district its streets and itself
 */
export function scopeOf(principal: Principal, tenantsBelow: (path: string) => readonly string[]): Scope {
  const streets = principal.grants.flatMap((grant) => [grant.street, ...tenantsBelow(grant.path)]);
  return {
    streets: [...new Set(streets)],
    paths: [...new Set(principal.grants.map((grant) => grant.path))],
    groups: groupsOf(principal),
    personId: principal.id,
  };
}
