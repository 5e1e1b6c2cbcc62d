/** The one question of access: may this actor do this, here? */
import type { Grant, Principal, Scope } from "./actor.ts";
import { groupsOf } from "./actor.ts";
import { actions, rowAllows } from "./table.ts";
import { isWithin, type UnitTree } from "./unit-tree.ts";

/** Where something happens: the unit path it belongs to and the units at work on it (lead and assisting departments). */
export interface Here {
  readonly path: string;
  readonly units?: readonly string[];
}

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

/** Tenants in whose cases somebody at this unit may be involved: a department is called by every street of its parent. */
function tenantsOf(grant: Grant, tree: UnitTree): readonly string[] {
  const above = tree.worksFor(grant.unit);
  return [grant.street, tree.tenant(above), ...tree.tenantsBelow(tree.path(above))];
}

/** Every tenant of the district that the unit belongs to; of the unit itself when it stands above districts. */
function reachOf(grant: Grant, tree: UnitTree): readonly string[] {
  let top = tree.get(grant.unit);
  for (let unit = top; unit !== undefined; unit = tree.get(unit.parent ?? "")) if (unit.kind === "district") top = unit;
  return top === undefined ? [] : [tree.tenant(top.code), ...tree.tenantsBelow(tree.path(top.code))];
}

/** What lists are narrowed to. */
export function scopeOf(principal: Principal, tree: UnitTree): Scope {
  const { grants } = principal;
  const streets = [...new Set(grants.flatMap((grant) => tenantsOf(grant, tree)))];
  return {
    streets,
    reach: [...new Set([...streets, ...grants.flatMap((grant) => reachOf(grant, tree))])],
    paths: [...new Set(grants.map((grant) => grant.path))],
    groups: groupsOf(principal),
    personId: principal.id,
  };
}
